package no.normverk.terminology;

import java.util.List;

/**
 * A question that cannot be answered as asked. What is wrong is told by issues; the faces turn them into their own form (FHIR: a 4xx
 * OperationOutcome).
 */
public final class TerminologyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    public TerminologyException(Issue... issues) {
        super(issues.length == 0 ? "" : issues[0].message().toString());
        this.issues = List.of(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
