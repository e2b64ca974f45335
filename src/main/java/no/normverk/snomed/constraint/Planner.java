package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.snomed.AlternateIdentifiers;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Attribute;
import no.normverk.snomed.ecl.AttributeSet;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.ConceptReference;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.EclPrinter;
import no.normverk.snomed.ecl.FilterConstraint;
import no.normverk.snomed.ecl.Focus;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.snomed.ecl.HistorySupplement;
import no.normverk.snomed.ecl.MemberFilterConstraint;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.snomed.ecl.Refinement;
import no.normverk.snomed.ecl.SubExpression;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of a constraint for one edition. What the edition does not know is gathered, so that all of it can be told
 * at once.
 */
public final class Planner {

    private final SnomedEdition edition;
    private final TestPlanner tests;
    private final Clauses clauses;
    /** What is not known, by the word that stands for it in the text. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    private Planner(SnomedEdition edition, Clauses clauses) {
        this.edition = edition;
        this.clauses = clauses;
        this.tests = new TestPlanner(edition, this);
    }

    /**
     * A plan, or what stands in its way.
     *
     * @param plan the plan; of no use when there are problems
     * @param problems what is wrong, by the word of the text that it is wrong with
     */
    public record Outcome(Plan plan, Map<String, String> problems) {}

    public static Outcome plan(EclExpression expression, SnomedEdition edition) {
        return plan(expression, edition, Clauses.forgotten());
    }

    /** @param clauses keeps what each step stands for */
    static Outcome plan(EclExpression expression, SnomedEdition edition, Clauses clauses) {
        Planner planner = new Planner(edition, clauses);
        Plan plan = planner.plan(expression);
        return new Outcome(plan, planner.problems);
    }

    void problem(String word, String what) {
        problems.putIfAbsent(word, what);
    }

    Plan plan(EclExpression expression) {
        Plan plan = switch (expression) {
            case EclExpression.Conjunction and -> new Plan.Both(plans(and.operands()));
            case EclExpression.Disjunction or -> new Plan.Either(plans(or.operands()));
            case EclExpression.Exclusion minus -> new Plan.Without(plan(minus.included()), plan(minus.excluded()));
            case EclExpression.Refined refined -> new Plan.Refined(plan(refined.focus()), condition(refined.refinement()));
            case EclExpression.Dotted dotted -> dotted(dotted);
            case SubExpression sub -> sub(sub);
        };
        return clauses.of(plan, () -> EclPrinter.print(expression));
    }

    private List<Plan> plans(List<SubExpression> expressions) {
        return expressions.stream().map(this::plan).toList();
    }

    private Plan dotted(EclExpression.Dotted dotted) {
        Plan plan = plan(dotted.source());
        for (SubExpression attribute : dotted.attributes()) {
            plan = new Plan.Values(plan, plan(attribute));
        }
        return plan;
    }

    private Plan sub(SubExpression sub) {
        Plan plan = clauses.of(
                sub.memberOf() instanceof MemberOf.None ? focus(sub) : members(sub),
                () -> text(sub, HierarchyOperator.SELF, 0));
        if (sub.operator() != HierarchyOperator.SELF) {
            plan = clauses.of(new Plan.Walk(sub.operator(), plan), () -> text(sub, sub.operator(), 0));
        }
        for (int i = 0; i < sub.filters().size(); i++) {
            int filters = i + 1;
            plan = clauses.of(filtered(plan, sub.filters().get(i)), () -> text(sub, sub.operator(), filters));
        }
        Ids associations = associations(sub.history());
        if (associations == null) {
            return plan;
        }
        clauses.of(associations, () -> EclPrinter.print(sub.history()));
        return new Plan.WithHistory(plan, associations);
    }

    private Plan filtered(Plan plan, FilterConstraint filter) {
        List<Test> all = switch (filter) {
            case FilterConstraint.OfConcepts concepts -> tests.ofConcepts(concepts.filters());
            case FilterConstraint.OfDescriptions descriptions -> tests.ofDescriptions(descriptions.filters());
        };
        clauses.of(all, () -> EclPrinter.print(filter));
        return filter instanceof FilterConstraint.OfConcepts ? new Plan.Passing(plan, all) : new Plan.Described(plan, all);
    }

    /** The text of a sub-expression as far as the operator and so many filters. */
    private static String text(SubExpression sub, HierarchyOperator operator, int filters) {
        return EclPrinter.print(new SubExpression(
                operator,
                sub.memberOf(),
                sub.focus(),
                sub.memberFilters(),
                sub.filters().subList(0, filters),
                new HistorySupplement.None()));
    }

    private Plan focus(SubExpression sub) {
        if (!sub.memberFilters().isEmpty()) {
            problem("M", "a member filter needs ^ before the reference set");
        }
        return switch (sub.focus()) {
            case ConceptReference concept -> concept(concept);
            case Focus.Wildcard _ -> new Plan.Everything(tests.askForStatus(sub));
            case Focus.AlternateIdentifier other -> alternate(other);
            case Focus.Nested nested -> plan(nested.expression());
        };
    }

    /** The concept that a code of another identifier scheme stands for; a code may stand for several. */
    private Plan alternate(Focus.AlternateIdentifier other) {
        String scheme = other.scheme();
        long known = IdentifierSchemes.find(scheme, edition);
        AlternateIdentifiers identifiers = edition.alternateIdentifiers();
        if (known < 0 || identifiers == null) {
            problem(scheme, "Unknown identifier scheme " + scheme + " in " + edition.header().version());
            return new Plan.Nothing("unknown identifier scheme " + scheme);
        }
        int[] concepts = identifiers.concepts(known, other.code());
        if (concepts.length == 0) {
            problem(scheme, "Unknown identifier " + scheme + "#" + other.code() + " in " + edition.header().version());
            return new Plan.Nothing("unknown identifier " + scheme + "#" + other.code());
        }
        List<Plan> plans = Arrays.stream(concepts)
                .<Plan>mapToObj(ordinal -> new Plan.One(ordinal, edition.sctid(ordinal)))
                .toList();
        return plans.size() == 1 ? plans.getFirst() : new Plan.Either(plans);
    }

    Plan concept(ConceptReference concept) {
        int ordinal = edition.locate(concept.identifier());
        if (ordinal < 0) {
            unknown(concept.identifier());
            return new Plan.Nothing("unknown concept " + concept.identifier());
        }
        return new Plan.One(ordinal, concept.identifier());
    }

    void unknown(long id) {
        problem(Long.toString(id), "Unknown SNOMED CT concept " + id + " in " + edition.header().version());
    }

    private Plan members(SubExpression sub) {
        List<Test> rowTests = new ArrayList<>();
        for (MemberFilterConstraint constraint : sub.memberFilters()) {
            rowTests.addAll(tests.ofMembers(constraint.filters()));
        }
        return new Plan.Members(refsets(sub.focus()), sub.memberOf(), List.copyOf(rowTests));
    }

    /** A reference set may be known by its rows alone. */
    private Ids refsets(Focus focus) {
        if (focus instanceof ConceptReference concept) {
            long id = concept.identifier();
            if (edition.locate(id) < 0 && !edition.refsets().has(id) && edition.dialects().number(id) < 0) {
                unknown(id);
            }
            return new Ids.Listed(List.of(id));
        }
        if (focus instanceof Focus.Wildcard) {
            return new Ids.Listed(Arrays.stream(edition.refsets().ids()).boxed().toList());
        }
        return new Ids.Planned(
                focus instanceof Focus.Nested nested ? plan(nested.expression()) : new Plan.Nothing("no reference set"));
    }

    private @Nullable Ids associations(HistorySupplement history) {
        return switch (history) {
            case HistorySupplement.None _ -> null;
            case HistorySupplement.Profile profile -> new Ids.Listed(HistoricalAssociations.of(profile, edition));
            case HistorySupplement.Subset subset -> subset(subset.associations());
        };
    }

    private Ids subset(EclExpression associations) {
        boolean one = associations instanceof SubExpression sub && sub.equals(SubExpression.of(sub.focus()));
        return one ? refsets(((SubExpression) associations).focus()) : new Ids.Planned(plan(associations));
    }

    Condition condition(Refinement refinement) {
        Condition condition = switch (refinement) {
            case Attribute attribute -> attribute(attribute);
            case AttributeSet.Conjunction all -> new Condition.All(conditions(all.operands()));
            case AttributeSet.Disjunction any -> new Condition.Any(conditions(any.operands()));
            case Refinement.Group group -> new Condition.Group(group.cardinality(), condition(group.attributes()));
            case Refinement.Conjunction all -> new Condition.All(conditions(all.operands()));
            case Refinement.Disjunction any -> new Condition.Any(conditions(any.operands()));
        };
        return clauses.of(condition, () -> EclPrinter.print(refinement));
    }

    private List<Condition> conditions(List<? extends Refinement> operands) {
        return operands.stream().map(this::condition).toList();
    }

    private Condition attribute(Attribute attribute) {
        if (attribute.comparison() instanceof Comparison.Text(_, var terms)) {
            tests.usable(terms);
        }
        Condition.Value value = attribute.comparison() instanceof Comparison.Concepts concepts
                ? new Condition.Value.Concepts(concepts.operator(), plan(concepts.value()))
                : new Condition.Value.Concrete(attribute.comparison());
        return new Condition.Attribute(attribute.cardinality(), attribute.reversed(), plan(attribute.name()), value);
    }
}
