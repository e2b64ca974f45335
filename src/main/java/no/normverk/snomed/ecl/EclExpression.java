package no.normverk.snomed.ecl;

import java.util.List;

/**
 * An expression constraint, {@code expressionConstraint}: the tree of a text of the Expression Constraint Language. Immutable;
 * two trees are equal when they say the same in the same structure, terms and redundant brackets included, white space, comments
 * and the choice between brief and long form excluded.
 */
public sealed interface EclExpression
        permits EclExpression.Conjunction,
                EclExpression.Disjunction,
                EclExpression.Exclusion,
                EclExpression.Refined,
                EclExpression.Dotted,
                SubExpression {
    /** {@code conjunctionExpressionConstraint}: concepts in every operand; two operands at least. */
    record Conjunction(List<SubExpression> operands) implements EclExpression {
        public Conjunction {
            operands = Shape.atLeast(2, operands, "the operands of AND");
        }
    }

    /** {@code disjunctionExpressionConstraint}: concepts in any operand; two operands at least. */
    record Disjunction(List<SubExpression> operands) implements EclExpression {
        public Disjunction {
            operands = Shape.atLeast(2, operands, "the operands of OR");
        }
    }

    /** {@code exclusionExpressionConstraint}: concepts in {@code included} that are not in {@code excluded}. */
    record Exclusion(SubExpression included, SubExpression excluded) implements EclExpression {}

    /** {@code refinedExpressionConstraint}: those concepts in {@code focus} whose attributes satisfy the refinement. */
    record Refined(SubExpression focus, Refinement refinement) implements EclExpression {}

    /**
     * {@code dottedExpressionConstraint}: the values of the first attribute on the source's concepts, then the values of the
     * second attribute on those, and so on; one attribute at least.
     */
    record Dotted(SubExpression source, List<SubExpression> attributes) implements EclExpression {
        public Dotted {
            attributes = Shape.atLeast(1, attributes, "the attributes after a dot");
        }
    }
}
