package no.normverk.authoring;

import java.util.List;
import java.util.stream.Collectors;

/** The files of a folder cannot be used: every problem in all of them, in reading order. */
public final class AuthoringException extends RuntimeException {

    private final transient List<AuthoringProblem> problems;

    public AuthoringException(List<AuthoringProblem> problems) {
        super(problems.stream().map(AuthoringProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one. */
    public List<AuthoringProblem> problems() {
        return problems;
    }
}
