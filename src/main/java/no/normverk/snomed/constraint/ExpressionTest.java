package no.normverk.snomed.constraint;

import java.util.List;
import no.normverk.snomed.PostcoordinatedConcept;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Equality;
import no.normverk.terminology.ConceptSet;

/**
 * Whether an expression of the compositional grammar satisfies a plan, as far as its structure tells: it is below its focus concepts, and has its own attributes and theirs. It is in no reference set,
 * has no descriptions, and nothing is known of its place among the children of a concept, so constraints on these are not satisfied.
 */
final class ExpressionTest {

    private final SnomedEdition edition;
    private final Evaluation evaluation;
    private final PostcoordinatedConcept concept;
    private final List<List<PostcoordinatedConcept.Attribute>> groups;

    ExpressionTest(SnomedEdition edition, Evaluation evaluation, PostcoordinatedConcept concept) {
        this.edition = edition;
        this.evaluation = evaluation;
        this.concept = concept;
        this.groups = concept.allGroups(edition);
    }

    boolean satisfies(Plan plan) {
        if (concept.isPlainConcept()) {
            return evaluation.evaluate(plan).contains(concept.focus()[0]);
        }
        return switch (plan) {
            case Plan.Everything _ -> true;
            case Plan.Walk walk -> walks(walk);
            case Plan.Both both -> both.plans().stream().allMatch(this::satisfies);
            case Plan.Either either -> either.plans().stream().anyMatch(this::satisfies);
            case Plan.Without without -> satisfies(without.included()) && !satisfies(without.excluded());
            case Plan.Refined refined -> satisfies(refined.focus()) && satisfies(refined.condition());
            case Plan.WithHistory history -> satisfies(history.of());
            case Plan.Nothing _, Plan.One _, Plan.Members _, Plan.Values _, Plan.Passing _, Plan.Described _ -> false;
        };
    }

    private boolean walks(Plan.Walk walk) {
        return switch (walk.operator()) {
            case DESCENDANT_OF, DESCENDANT_OR_SELF_OF -> isBelow(evaluation.evaluate(walk.from()));
            default -> false;
        };
    }

    private boolean isBelow(ConceptSet set) {
        for (int focus : concept.focus()) {
            if (edition.hierarchy().selfAndAncestors(focus).intersects(set)) {
                return true;
            }
        }
        return false;
    }

    private boolean satisfies(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().allMatch(this::satisfies);
            case Condition.Any any -> any.conditions().stream().anyMatch(this::satisfies);
            case Condition.Attribute attribute ->
                isWithin(attribute.cardinality(), groups.stream().mapToInt(group -> count(attribute, group)).sum());
            case Condition.Group group ->
                isWithin(
                        group.cardinality(),
                        (int) groups.stream().filter(own -> satisfies(group.attributes(), own)).count());
        };
    }

    private boolean satisfies(Condition condition, List<PostcoordinatedConcept.Attribute> group) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().allMatch(each -> satisfies(each, group));
            case Condition.Any any -> any.conditions().stream().anyMatch(each -> satisfies(each, group));
            case Condition.Attribute attribute -> isWithin(attribute.cardinality(), count(attribute, group));
            case Condition.Group _ -> false;
        };
    }

    private int count(Condition.Attribute attribute, List<PostcoordinatedConcept.Attribute> group) {
        if (attribute.reversed()) {
            return 0;
        }
        ConceptSet names = evaluation.evaluate(attribute.names());
        return (int) group.stream()
                .filter(own -> names.contains(own.name()) && matches(attribute.value(), own))
                .count();
    }

    private boolean matches(Condition.Value wanted, PostcoordinatedConcept.Attribute own) {
        return switch (wanted) {
            case Condition.Value.Concepts concepts -> {
                boolean contained = own.value() >= 0 && evaluation.evaluate(concepts.values()).contains(own.value());
                yield own.value() >= 0 && contained == (concepts.operator() == Equality.EQUAL);
            }
            case Condition.Value.Concrete concrete ->
                own.concrete() != null && ConcreteComparison.holds(concrete.comparison(), own.concrete());
        };
    }

    private static boolean isWithin(Cardinality cardinality, int count) {
        return count >= cardinality.least() && count <= cardinality.most();
    }
}
