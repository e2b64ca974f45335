package no.normverk.snomed.constraint;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import no.normverk.snomed.ConcreteValue;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.Sctid;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * One answering of a plan. Sets through the hierarchy are copied from its runs, refinements come from the postings of group
 * rows (see {@link ConditionEvaluation}), AND begins with the operand that promises to be the smallest and ends when nothing
 * is left. Not for use by several threads.
 */
public final class Evaluation {

    private final SnomedEdition edition;
    private final Work work;
    private final HierarchyWalk walk;
    private final ConditionEvaluation conditions;
    private final MemberEvaluation members;
    private final ConceptTests conceptTests;
    private final DescriptionTests descriptionTests;
    private final @Nullable Trace trace;

    /** @param limit how much work may be done: about as many units as relationships looked at */
    public Evaluation(SnomedEdition edition, long limit) {
        this(edition, limit, null);
    }

    /** @param trace keeps what each step came to */
    Evaluation(SnomedEdition edition, long limit, @Nullable Trace trace) {
        this.trace = trace;
        this.edition = edition;
        this.work = new Work(limit);
        this.walk = new HierarchyWalk(edition.hierarchy(), work);
        this.conditions = new ConditionEvaluation(edition, this, work, trace);
        this.members = new MemberEvaluation(edition, this, work);
        this.conceptTests = new ConceptTests(edition, this, work);
        this.descriptionTests = new DescriptionTests(edition, this, work);
    }

    /**
     * The concepts of a plan.
     *
     * @throws TerminologyException with code {@code too-costly} when the limit of work is reached
     */
    public ConceptSet evaluate(Plan plan) {
        return trace == null ? found(plan) : trace.measured(plan, () -> found(plan));
    }

    private ConceptSet found(Plan plan) {
        return switch (plan) {
            case Plan.Nothing _ -> ConceptSet.EMPTY;
            case Plan.One one -> ConceptSet.of(one.ordinal());
            case Plan.Everything everything -> everything.inactive() ? edition.all() : substrate();
            case Plan.Walk step -> walk(step);
            case Plan.Members rows -> members.evaluate(rows);
            case Plan.Both both -> both(both.plans());
            case Plan.Either either -> either(either.plans());
            case Plan.Without without -> without(without);
            case Plan.Refined refined -> conditions.select(refined.condition(), evaluate(refined.focus()));
            case Plan.Values values -> conditions.values(evaluate(values.source()), values.attributes());
            case Plan.Passing passing -> conceptTests.keep(evaluate(passing.of()), passing.tests());
            case Plan.Described described -> descriptionTests.keep(evaluate(described.of()), described.tests());
            case Plan.WithHistory history -> members.withHistory(evaluate(history.of()), history.associations());
        };
    }

    /** What the wildcard means: the root concept and all below it; all active concepts where there is no root. */
    private ConceptSet substrate() {
        int root = edition.locate(Sctid.ROOT);
        return root < 0 ? edition.active() : edition.hierarchy().selfAndDescendants(root);
    }

    private ConceptSet walk(Plan.Walk step) {
        if (step.from() instanceof Plan.One one) {
            return walk.from(step.operator(), one.ordinal());
        }
        ConceptSet from = evaluate(step.from());
        if (step.from() instanceof Plan.Everything everything && !everything.inactive()) {
            return walk.fromEverything(step.operator(), from);
        }
        return walk.from(step.operator(), from);
    }

    private ConceptSet both(List<Plan> plans) {
        List<Plan> sorted = new ArrayList<>(plans);
        sorted.sort(Comparator.comparingInt(Evaluation::expense));
        ConceptSet found = evaluate(sorted.getFirst());
        for (Plan plan : sorted.subList(1, sorted.size())) {
            if (found.isEmpty()) {
                return found;
            }
            // A condition that is tried on few concepts costs less than one that is tried on all of its own focus.
            found = plan instanceof Plan.Refined refined ? narrowed(refined, found) : found.and(evaluate(plan));
        }
        return found;
    }

    private ConceptSet narrowed(Plan.Refined refined, ConceptSet among) {
        return trace == null ? refined(refined, among) : trace.measured(refined, () -> refined(refined, among));
    }

    private ConceptSet refined(Plan.Refined refined, ConceptSet among) {
        return conditions.select(refined.condition(), among.and(evaluate(refined.focus())));
    }

    /** Whether a concept satisfies a condition. */
    boolean satisfies(Condition condition, int concept) {
        return !conditions.select(condition, ConceptSet.of(concept)).isEmpty();
    }

    /** The order in which operands of AND are worth trying. */
    private static int expense(Plan plan) {
        return switch (plan) {
            case Plan.Nothing _, Plan.One _ -> 0;
            case Plan.Members _ -> 1;
            case Plan.Walk _, Plan.Everything _ -> 2;
            case Plan.Both both -> both.plans().stream().mapToInt(Evaluation::expense).max().orElse(0);
            case Plan.Either either -> either.plans().stream().mapToInt(Evaluation::expense).max().orElse(0);
            case Plan.Without without -> Math.max(expense(without.included()), expense(without.excluded()));
            case Plan.Refined _ -> 4;
            case Plan.Passing _, Plan.Values _, Plan.WithHistory _ -> 5;
            case Plan.Described _ -> 6;
        };
    }

    private ConceptSet either(List<Plan> plans) {
        ConceptSet found = ConceptSet.EMPTY;
        for (Plan plan : plans) {
            found = found.or(evaluate(plan));
        }
        return found;
    }

    private ConceptSet without(Plan.Without without) {
        ConceptSet included = evaluate(without.included());
        return included.isEmpty() ? included : included.minus(evaluate(without.excluded()));
    }

    /** Whether concrete values are what a condition asks for. */
    Predicate<ConcreteValue> test(Condition.Value.Concrete condition) {
        return ConcreteComparison.of(condition.comparison(), work);
    }

    /** The identifiers meant, as a set to look them up in. */
    LongSet ids(Ids ids) {
        return switch (ids) {
            case Ids.Listed listed -> new LongOpenHashSet(listed.ids());
            case Ids.Planned planned -> {
                ConceptSet concepts = evaluate(planned.plan());
                work.add(concepts.cardinality());
                LongOpenHashSet found = new LongOpenHashSet(concepts.cardinality());
                concepts.forEach(ordinal -> found.add(edition.sctid(ordinal)));
                yield found;
            }
        };
    }

    /** Whether all hold, asked in their order. A loop, for thousands that are joined two by two are as deep. */
    static IntPredicate all(List<IntPredicate> predicates) {
        IntPredicate[] each = predicates.toArray(IntPredicate[]::new);
        return value -> {
            for (IntPredicate predicate : each) {
                if (!predicate.test(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** The members that satisfy a condition. */
    static ConceptSet keep(ConceptSet set, IntPredicate condition) {
        RoaringBitmapWriter<RoaringBitmap> kept = RoaringBitmapWriter.writer().get();
        set.forEach(ordinal -> {
            if (condition.test(ordinal)) {
                kept.add(ordinal);
            }
        });
        return ConceptSet.of(kept.get());
    }
}
