package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters and body have been read, within limits and strictly: the container would guess where something is malformed.
 */
final class FhirHttpRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;
    private final RequestBody body;
    private final boolean control;

    private FhirHttpRequest(HttpServletRequest request, Map<String, String[]> parameters, RequestBody body) {
        super(request);
        this.parameters = Collections.unmodifiableMap(parameters);
        this.body = body;
        this.control = parameters.containsKey("_pretty") || parameters.containsKey("_summary") || parameters.containsKey("_elements");
    }

    /**
     * Reads a request.
     *
     * @throws Problem 400 when the query or a form is malformed, 413 and 415 as {@link RequestBody} does
     */
    static FhirHttpRequest of(HttpServletRequest request, int maxBodySize) {
        String query = request.getQueryString();
        Map<String, String[]> parameters = query == null ? new LinkedHashMap<>() : QueryString.parse(query);
        RequestBody body = RequestBody.read(request, maxBodySize);
        if (body.isForm()) {
            QueryString.parse(body.text(), parameters);
            body = RequestBody.EMPTY;
        }
        return new FhirHttpRequest(request, parameters, body);
    }

    /** A request of which nothing but the query can be used, for telling what is wrong with it. */
    static FhirHttpRequest unreadable(HttpServletRequest request) {
        Map<String, String[]> parameters;
        try {
            parameters = request.getQueryString() == null ? Map.of() : QueryString.parse(request.getQueryString());
        } catch (Problem e) {
            parameters = Map.of();
        }
        return new FhirHttpRequest(request, parameters, RequestBody.EMPTY);
    }

    RequestBody body() {
        return body;
    }

    boolean hasControlParameters() {
        return control;
    }

    /** The first value of a parameter. */
    @Nullable String parameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    boolean isHead() {
        return getMethod().equals("HEAD");
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }
}
