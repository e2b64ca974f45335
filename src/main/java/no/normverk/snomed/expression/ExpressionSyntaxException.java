package no.normverk.snomed.expression;

import no.normverk.snomed.syntax.SyntaxException;
import no.normverk.snomed.syntax.SyntaxProblem;

/** A text that is not an expression of the compositional grammar. */
public final class ExpressionSyntaxException extends SyntaxException {
    private static final long serialVersionUID = 1L;

    ExpressionSyntaxException(SyntaxProblem problem) {
        super(problem);
    }
}
