package no.normverk.snomed.syntax;

/** A text that is not in its language. One subclass per language, so that a caller can catch either one or all. */
public abstract class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxProblem problem;

    protected SyntaxException(SyntaxProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public SyntaxProblem problem() {
        return problem;
    }

    /** See {@link SyntaxProblem#offset()}. */
    public int offset() {
        return problem.offset();
    }

    /** See {@link SyntaxProblem#line()}. */
    public int line() {
        return problem.line();
    }

    /** See {@link SyntaxProblem#column()}. */
    public int column() {
        return problem.column();
    }

    /** See {@link SyntaxProblem#found()}. */
    public String found() {
        return problem.found();
    }

    /** See {@link SyntaxProblem#expected()}. */
    public String expected() {
        return problem.expected();
    }
}
