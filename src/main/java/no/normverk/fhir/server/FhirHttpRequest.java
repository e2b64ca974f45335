package no.normverk.fhir.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters and body have been read, within limits and strictly. HAPI sees it in place of the container's, so that nothing is parsed
 * twice or by other rules.
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

    @Override
    public @Nullable String getParameter(String name) {
        return parameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    /** The body is already unpacked, and a form is already read. */
    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Content-Encoding") ? null : super.getHeader(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body.bytes());
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body has been read");
            }
        };
    }
}
