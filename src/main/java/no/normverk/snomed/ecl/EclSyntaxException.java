package no.normverk.snomed.ecl;

import no.normverk.snomed.syntax.SyntaxException;
import no.normverk.snomed.syntax.SyntaxProblem;

/** A text that is not an expression constraint. */
public final class EclSyntaxException extends SyntaxException {
    private static final long serialVersionUID = 1L;

    EclSyntaxException(SyntaxProblem problem) {
        super(problem);
    }
}
