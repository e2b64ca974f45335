package no.normverk.snomed.constraint;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.normverk.snomed.EclEvaluator;
import no.normverk.snomed.PostcoordinatedConcept;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.EclParser;
import no.normverk.snomed.ecl.EclSyntaxException;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Expression constraints from text to set. Plans are kept by their text, {@value #KEPT_PLANS} at the most; sets are not kept.
 * May be used by any number of threads.
 *
 * <p>What is wrong with a constraint is told with its place in the text: where it leaves the grammar, and every concept,
 * dialect and reference set field that the edition does not know.
 */
public final class ConstraintEvaluator implements EclEvaluator {

    /** How much work an answer may cost by default, see {@link Evaluation}: seconds, not minutes. */
    public static final long DEFAULT_LIMIT = 200_000_000;

    private static final int KEPT_PLANS = 256;
    private static final int SHOWN = 500;

    private final long limit;
    private final RecentPlans recent = new RecentPlans(KEPT_PLANS);

    public ConstraintEvaluator() {
        this(DEFAULT_LIMIT);
    }

    /** @param limit how much work an answer may cost, see {@link Evaluation} */
    public ConstraintEvaluator(long limit) {
        this.limit = limit;
    }

    @Override
    public ConceptSet evaluate(SnomedEdition edition, String ecl) {
        return answer(edition, ecl, Evaluation::evaluate);
    }

    /** Whether a concept satisfies a constraint, see {@link ConceptMembership}. */
    @Override
    public boolean selects(SnomedEdition edition, int concept, String ecl) {
        return answer(edition, ecl, (evaluation, plan) -> new ConceptMembership(edition, evaluation, concept).satisfies(plan));
    }

    /** Whether an expression satisfies a constraint, see {@link ExpressionMembership}. */
    @Override
    public boolean isSatisfied(SnomedEdition edition, PostcoordinatedConcept concept, String ecl) {
        return answer(
                edition, ecl, (evaluation, plan) -> new ExpressionMembership(edition, evaluation, concept).satisfies(plan));
    }

    @Override
    public Explanation explain(SnomedEdition edition, String ecl, int ordinal) {
        return explain(edition, ecl, evaluation -> ordinal < 0 ? null : new AskedAbout.Concept(edition, evaluation, ordinal));
    }

    @Override
    public Explanation explain(SnomedEdition edition, String ecl, PostcoordinatedConcept concept) {
        return explain(edition, ecl, evaluation -> new AskedAbout.Composed(new ExpressionMembership(edition, evaluation, concept)));
    }

    private Explanation explain(
            SnomedEdition edition, String ecl, Function<Evaluation, @Nullable AskedAbout> asked) {
        Clauses clauses = Clauses.kept();
        Plan plan = planned(edition, ecl, clauses);
        Trace trace = new Trace();
        try {
            new Evaluation(edition, limit, trace).evaluate(plan);
            return new PlanExplanation(clauses, trace, asked.apply(new Evaluation(edition, limit))).of(plan);
        } catch (UnknownFieldException unknown) {
            throw new TerminologyException(invalid(ecl, unknown.field(), String.valueOf(unknown.getMessage())));
        }
    }

    private <T> T answer(SnomedEdition edition, String ecl, BiFunction<Evaluation, Plan, T> question) {
        Plan plan = plan(edition, ecl);
        try {
            return question.apply(new Evaluation(edition, limit), plan);
        } catch (UnknownFieldException unknown) {
            throw new TerminologyException(invalid(ecl, unknown.field(), String.valueOf(unknown.getMessage())));
        }
    }

    /**
     * How a constraint is answered.
     *
     * @throws TerminologyException when it is not well-formed, or refers to what the edition does not have
     */
    public Plan plan(SnomedEdition edition, String ecl) {
        Plan known = recent.find(edition, ecl);
        if (known != null) {
            return known;
        }
        Plan plan = planned(edition, ecl, Clauses.forgotten());
        recent.keep(edition, ecl, plan);
        return plan;
    }

    private static Plan planned(SnomedEdition edition, String ecl, Clauses clauses) {
        Planner.Outcome outcome;
        try {
            outcome = Planner.plan(EclParser.parse(ecl), edition, clauses);
        } catch (EclSyntaxException wrong) {
            String what = "found " + wrong.found() + ", expected " + wrong.expected();
            throw new TerminologyException(invalid(ecl, wrong.line(), wrong.column(), what));
        }
        Map<String, String> problems = outcome.problems();
        if (!problems.isEmpty()) {
            List<Issue> issues = problems.entrySet().stream()
                    .map(problem -> invalid(ecl, problem.getKey(), problem.getValue()))
                    .toList();
            throw new TerminologyException(issues.toArray(Issue[]::new));
        }
        return outcome.plan();
    }

    private static Issue invalid(String ecl, String word, String what) {
        WordPlace place = WordPlace.of(ecl, word);
        return invalid(ecl, place.line(), place.column(), what);
    }

    private static Issue invalid(String ecl, int line, int column, String what) {
        String shown = ecl.length() <= SHOWN ? ecl : ecl.substring(0, SHOWN) + "...";
        return Issue.error(
                "invalid",
                "vs-invalid",
                Message.of("INVALID_ECL", shown, Integer.toString(line), Integer.toString(column), what),
                null);
    }
}
