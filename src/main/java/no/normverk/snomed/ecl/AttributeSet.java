package no.normverk.snomed.ecl;

import java.util.List;

/**
 * {@code eclAttributeSet}: a condition on attributes, either anywhere on a concept or within one group, depending on where it
 * stands.
 */
public sealed interface AttributeSet extends Refinement permits Attribute, AttributeSet.Conjunction, AttributeSet.Disjunction {
    /** {@code conjunctionAttributeSet} with its first operand: all of them; two at least. */
    record Conjunction(List<AttributeSet> operands) implements AttributeSet {
        public Conjunction {
            operands = Shape.atLeast(2, operands, "the operands of AND");
        }
    }

    /** {@code disjunctionAttributeSet} with its first operand: any of them; two at least. */
    record Disjunction(List<AttributeSet> operands) implements AttributeSet {
        public Disjunction {
            operands = Shape.atLeast(2, operands, "the operands of OR");
        }
    }
}
