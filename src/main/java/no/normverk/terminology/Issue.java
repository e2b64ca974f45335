package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * One thing to say about a question or its answer.
 *
 * @param severity how bad
 * @param code FHIR's IssueType code, such as {@code not-found}
 * @param detail HL7's tx-issue-type code, such as {@code not-in-vs}, or {@code null}
 * @param message what is said
 * @param expression where in the input, as FHIRPath, or {@code null}
 */
public record Issue(
        Severity severity, String code, @Nullable String detail, Message message, @Nullable String expression) {

    /** FHIR's IssueSeverity. */
    public enum Severity {
        ERROR("error"),
        WARNING("warning"),
        INFORMATION("information");

        private final String code;

        Severity(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Issue error(String code, @Nullable String detail, Message message, @Nullable String expression) {
        return new Issue(Severity.ERROR, code, detail, message, expression);
    }

    public static Issue warning(String code, @Nullable String detail, Message message, @Nullable String expression) {
        return new Issue(Severity.WARNING, code, detail, message, expression);
    }

    public static Issue information(String code, @Nullable String detail, Message message, @Nullable String expression) {
        return new Issue(Severity.INFORMATION, code, detail, message, expression);
    }
}
