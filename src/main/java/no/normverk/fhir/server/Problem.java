package no.normverk.fhir.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, and what its OperationOutcome says. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String expression;
    private final transient Map<String, String> headers;

    /**
     * @param status HTTP status
     * @param code FHIR issue type
     * @param text what is wrong: the parameter or place, the value, what was expected
     * @param expression the parameter that is wrong, when it is one
     * @param headers response headers that go with the status
     */
    Problem(int status, String code, String text, @Nullable String expression, Map<String, String> headers) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.expression = expression;
        this.headers = Map.copyOf(headers);
    }

    static Problem malformed(String text) {
        return new Problem(400, "structure", text, null, Map.of());
    }

    static Problem badParameter(String parameter, String value, String expected) {
        String text = "parameter '" + parameter + "' has the value '" + value + "', expected " + expected;
        return new Problem(400, "value", text, parameter, Map.of());
    }

    static Problem notFound(String text) {
        return new Problem(404, "not-found", text, null, Map.of());
    }

    static Problem unsupported(String text) {
        return new Problem(404, "not-supported", text, null, Map.of());
    }

    static Problem methodNotAllowed(String method, String allowed, String where) {
        String text = "method " + method + " is not supported on " + where + ", only " + allowed;
        return new Problem(405, "not-supported", text, null, Map.of("Allow", allowed));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    @Nullable String expression() {
        return expression;
    }

    Map<String, String> headers() {
        return headers;
    }
}
