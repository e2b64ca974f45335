package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import no.normverk.snomed.ConcreteValue;
import no.normverk.snomed.PostcoordinatedConcept;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Equality;
import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.terminology.ConceptSet;

/**
 * Whether an expression of the compositional grammar satisfies a plan. An expression stands below its focus concepts and
 * everything above those; it is nobody's parent, and child of what only a classifier could tell, so {@code <!} does not find
 * it. It has its own attributes and, of those of its focus concepts, the groups that none of its own makes redundant. It is
 * in no reference set and has no descriptions.
 */
final class ExpressionMembership {

    private final SnomedEdition edition;
    private final Evaluation evaluation;
    private final PostcoordinatedConcept expression;
    private final List<List<PostcoordinatedConcept.Attribute>> groups;

    ExpressionMembership(SnomedEdition edition, Evaluation evaluation, PostcoordinatedConcept expression) {
        this.edition = edition;
        this.evaluation = evaluation;
        this.expression = expression;
        this.groups = new ArrayList<>(expression.groups());
        for (int focus : expression.focus()) {
            PostcoordinatedConcept.groupsOf(edition, focus).stream().filter(group -> !isRedundant(group)).forEach(groups::add);
        }
    }

    private boolean isRedundant(List<PostcoordinatedConcept.Attribute> group) {
        return expression.groups().stream()
                .anyMatch(own -> group.stream().allMatch(wide -> own.stream().anyMatch(narrow -> covers(wide, narrow))));
    }

    private boolean covers(PostcoordinatedConcept.Attribute wide, PostcoordinatedConcept.Attribute narrow) {
        boolean value = wide.value() < 0
                ? wide.value() == narrow.value() && Objects.equals(wide.concrete(), narrow.concrete())
                : narrow.value() >= 0
                        && wide.nested() == null
                        && edition.hierarchy().isSelfOrAncestor(wide.value(), narrow.value());
        return value && edition.hierarchy().isSelfOrAncestor(wide.name(), narrow.name());
    }

    boolean satisfies(Plan plan) {
        return switch (plan) {
            case Plan.Nothing _, Plan.One _, Plan.Members _, Plan.Values _, Plan.Described _ -> false;
            case Plan.Everything _ -> true;
            case Plan.Walk walk -> isBelow(walk);
            case Plan.Both both -> both.plans().stream().allMatch(this::satisfies);
            case Plan.Either either -> either.plans().stream().anyMatch(this::satisfies);
            case Plan.Without without -> satisfies(without.included()) && !satisfies(without.excluded());
            case Plan.Refined refined -> satisfies(refined.focus()) && satisfies(refined.condition());
            case Plan.Passing passing ->
                satisfies(passing.of()) && passing.tests().stream().allMatch(new Test.IsActive(true)::equals);
            case Plan.WithHistory history -> satisfies(history.of());
        };
    }

    private boolean isBelow(Plan.Walk walk) {
        boolean down = walk.operator() == HierarchyOperator.DESCENDANT_OF
                || walk.operator() == HierarchyOperator.DESCENDANT_OR_SELF_OF;
        if (!down) {
            return false;
        }
        ConceptSet below =
                evaluation.evaluate(new Plan.Walk(HierarchyOperator.DESCENDANT_OR_SELF_OF, walk.from()));
        for (int focus : expression.focus()) {
            if (below.contains(focus)) {
                return true;
            }
        }
        return false;
    }

    boolean satisfies(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().allMatch(this::satisfies);
            case Condition.Any any -> any.conditions().stream().anyMatch(this::satisfies);
            case Condition.Attribute attribute ->
                holds(attribute, groups.stream().flatMap(List::stream).toList());
            case Condition.Group group ->
                within(
                        group.cardinality(),
                        groups.stream().filter(each -> holds(group.attributes(), each)).count());
        };
    }

    private boolean holds(Condition condition, List<PostcoordinatedConcept.Attribute> attributes) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().allMatch(each -> holds(each, attributes));
            case Condition.Any any -> any.conditions().stream().anyMatch(each -> holds(each, attributes));
            case Condition.Attribute attribute ->
                within(attribute.cardinality(), attributes.stream().filter(matching(attribute)).count());
            case Condition.Group _ -> throw new IllegalArgumentException("a group in a group: " + condition);
        };
    }

    private static boolean within(Cardinality cardinality, long count) {
        return count >= cardinality.least() && count <= cardinality.most();
    }

    /** A nested expression is a value of its own, below its focus concepts. */
    private boolean isAmong(PostcoordinatedConcept.Attribute attribute, ConceptSet values, Plan plan) {
        PostcoordinatedConcept nested = attribute.nested();
        return nested == null
                ? values.contains(attribute.value())
                : new ExpressionMembership(edition, evaluation, nested).satisfies(plan);
    }

    private Predicate<PostcoordinatedConcept.Attribute> matching(Condition.Attribute condition) {
        if (condition.reversed()) {
            return attribute -> false;
        }
        IntPredicate names = condition.names() instanceof Plan.Everything
                ? name -> true
                : evaluation.evaluate(condition.names())::contains;
        return switch (condition.value()) {
            case Condition.Value.Concepts concepts -> {
                ConceptSet values = evaluation.evaluate(concepts.values());
                boolean wanted = concepts.operator() == Equality.EQUAL;
                yield attribute -> names.test(attribute.name())
                        && attribute.value() >= 0
                        && isAmong(attribute, values, concepts.values()) == wanted;
            }
            case Condition.Value.Concrete concrete -> {
                Predicate<ConcreteValue> comparison = evaluation.test(concrete);
                yield attribute -> names.test(attribute.name())
                        && attribute.concrete() != null
                        && comparison.test(attribute.concrete());
            }
        };
    }
}
