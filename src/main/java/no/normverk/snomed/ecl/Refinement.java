package no.normverk.snomed.ecl;

import java.util.List;

/**
 * {@code eclRefinement}: a condition on a concept's attributes and attribute groups. A combination of attributes alone is an
 * {@link AttributeSet}; {@link Conjunction} and {@link Disjunction} combine operands of which at least one is a group or holds
 * one.
 */
public sealed interface Refinement permits AttributeSet, Refinement.Group, Refinement.Conjunction, Refinement.Disjunction {
    /**
     * {@code eclAttributeGroup}: some attribute groups of the concept satisfy the attributes, all within the same group.
     *
     * @param cardinality how many groups must do so, {@link Cardinality#DEFAULT} when not said
     */
    record Group(Cardinality cardinality, AttributeSet attributes) implements Refinement {}

    /** {@code conjunctionRefinementSet} with its first operand: all of them. */
    record Conjunction(List<Refinement> operands) implements Refinement {
        public Conjunction {
            operands = withGroup(operands);
        }
    }

    /** {@code disjunctionRefinementSet} with its first operand: any of them. */
    record Disjunction(List<Refinement> operands) implements Refinement {
        public Disjunction {
            operands = withGroup(operands);
        }
    }

    /** All of the operands, two at least: an {@link AttributeSet} when none of them holds a group. */
    static Refinement allOf(List<Refinement> operands) {
        return holdGroup(operands) ? new Conjunction(operands) : new AttributeSet.Conjunction(attributeSets(operands));
    }

    /** Any of the operands, two at least: an {@link AttributeSet} when none of them holds a group. */
    static Refinement anyOf(List<Refinement> operands) {
        return holdGroup(operands) ? new Disjunction(operands) : new AttributeSet.Disjunction(attributeSets(operands));
    }

    private static List<Refinement> withGroup(List<Refinement> operands) {
        if (!holdGroup(operands)) {
            throw new IllegalArgumentException("Without a group this is an attribute set");
        }
        return Shape.atLeast(2, operands, "the operands of a refinement");
    }

    private static boolean holdGroup(List<Refinement> operands) {
        return !operands.stream().allMatch(AttributeSet.class::isInstance);
    }

    private static List<AttributeSet> attributeSets(List<Refinement> operands) {
        return operands.stream().map(AttributeSet.class::cast).toList();
    }
}
