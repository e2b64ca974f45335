package no.normverk.fhir.server;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form the caller wants an answer in (FHIR R4, 3.1.0.1.11 and 3.1.1.5): {@code _format} before {@code Accept}, then {@code _pretty}, {@code _summary}
 * and {@code _elements}.
 *
 * @param xml XML and not JSON
 * @param contentType value of the Content-Type header
 * @param pretty indented
 * @param summary which elements are wanted
 * @param elements names of the elements that are wanted; empty for all
 */
record Rendering(boolean xml, String contentType, boolean pretty, Summary summary, Set<String> elements) {

    /** The values of {@code _summary}. */
    enum Summary {
        FALSE,
        TRUE,
        TEXT,
        DATA,
        COUNT
    }

    private enum Form {
        FHIR_JSON(false, "application/fhir+json;charset=UTF-8"),
        JSON(false, "application/json;charset=UTF-8"),
        FHIR_XML(true, "application/fhir+xml;charset=UTF-8"),
        XML(true, "application/xml;charset=UTF-8");

        private final Rendering plain;

        Form(boolean xml, String contentType) {
            this.plain = new Rendering(xml, contentType, false, Summary.FALSE, Set.of());
        }

        Rendering plain() {
            return plain;
        }
    }

    /** What is sent to those whose wish cannot be read. */
    static final Rendering PLAIN_JSON = Form.FHIR_JSON.plain();

    private static final String SUPPORTED = "application/fhir+json or application/fhir+xml";

    Rendering {
        elements = Set.copyOf(elements);
    }

    /** Whether the JSON goes out as it is. */
    boolean isPlainJson() {
        return !xml && !pretty && !isSubset();
    }

    boolean isSubset() {
        return !elements.isEmpty() || (summary != Summary.FALSE && summary != Summary.COUNT);
    }

    /** The same form with everything in it. */
    Rendering whole() {
        return new Rendering(xml, contentType, pretty, Summary.FALSE, Set.of());
    }

    /**
     * Reads the caller's wish.
     *
     * @throws Problem 406 when no form fits, 400 when a parameter has an unusable value
     */
    static Rendering of(FhirHttpRequest request) {
        Rendering plain = form(request).plain();
        if (!request.hasControlParameters()) {
            return plain;
        }
        String pretty = request.parameter("_pretty");
        Summary summary = summary(request.parameter("_summary"));
        Set<String> elements = elements(request.parameter("_elements"));
        if (summary != Summary.FALSE && !elements.isEmpty()) {
            throw Problem.badParameter("_elements", String.join(",", elements), "no _elements together with _summary");
        }
        return new Rendering(plain.xml, plain.contentType, isTrue(pretty), summary, elements);
    }

    /** The form alone, JSON when nothing fits: for errors, that must be told in some form. */
    static Rendering ofError(FhirHttpRequest request) {
        try {
            Rendering plain = form(request).plain();
            boolean pretty = "true".equals(request.parameter("_pretty"));
            return new Rendering(plain.xml, plain.contentType, pretty, Summary.FALSE, Set.of());
        } catch (Problem e) {
            return PLAIN_JSON;
        }
    }

    /** The form by the Accept header alone. */
    static Rendering ofAccept(@Nullable String accept) {
        Form form = accept == null ? Form.FHIR_JSON : accepted(accept);
        return form == null ? PLAIN_JSON : form.plain();
    }

    private static boolean isTrue(@Nullable String pretty) {
        if (pretty == null || pretty.equals("false")) {
            return false;
        }
        if (pretty.equals("true")) {
            return true;
        }
        throw Problem.badParameter("_pretty", pretty, "true or false");
    }

    private static Summary summary(@Nullable String value) {
        if (value == null) {
            return Summary.FALSE;
        }
        return switch (value) {
            case "true" -> Summary.TRUE;
            case "text" -> Summary.TEXT;
            case "data" -> Summary.DATA;
            case "count" -> Summary.COUNT;
            case "false" -> Summary.FALSE;
            default -> throw Problem.badParameter("_summary", value, "true, text, data, count or false");
        };
    }

    private static Set<String> elements(@Nullable String value) {
        if (value == null) {
            return Set.of();
        }
        Set<String> elements = new LinkedHashSet<>();
        Arrays.stream(value.split(",")).map(String::strip).filter(name -> !name.isEmpty()).forEach(elements::add);
        for (String element : elements) {
            if (!element.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.')) {
                throw Problem.badParameter("_elements", value, "names of elements separated by commas");
            }
        }
        return elements;
    }

    private static Form form(FhirHttpRequest request) {
        String format = request.parameter("_format");
        if (format != null) {
            Form form = form(format);
            if (form == null) {
                throw notAcceptable("_format '" + format + "'");
            }
            return form;
        }
        String accept = request.getHeader("Accept");
        // What most clients send needs no reading.
        if (accept == null || accept.isBlank() || accept.equals("*/*") || accept.equals("application/fhir+json")) {
            return Form.FHIR_JSON;
        }
        Form form = accepted(accept);
        if (form == null) {
            throw notAcceptable("Accept '" + accept + "'");
        }
        return form;
    }

    private static Problem notAcceptable(String what) {
        return new Problem(406, "not-supported", what + " cannot be answered, supported is " + SUPPORTED, null, Map.of());
    }

    /** The best of the ranges in an Accept header; a browser, which asks for HTML, gets JSON. */
    private static @Nullable Form accepted(String accept) {
        if (accept.contains("text/html")) {
            return Form.JSON;
        }
        Form best = null;
        double bestQuality = 0;
        for (String range : accept.split(",")) {
            Form form = form(range);
            double quality = form == null ? 0 : quality(range);
            boolean better = quality > bestQuality || (quality == bestQuality && best == Form.JSON && form == Form.FHIR_JSON);
            if (quality > 0 && better) {
                best = form;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static double quality(String range) {
        for (String parameter : range.split(";")) {
            String text = parameter.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /** The form of one media range, or {@code null} for one that is not ours, another FHIR version's among them. */
    private static @Nullable Form form(String range) {
        int semicolon = range.indexOf(';');
        String type = (semicolon < 0 ? range : range.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        if (semicolon >= 0 && !isOurVersion(range.substring(semicolon + 1))) {
            return null;
        }
        return switch (type) {
            // A '+' that was not escaped in a query arrives as a space.
            case "application/fhir+json", "application/fhir json", "json", "*/*", "application/*" -> Form.FHIR_JSON;
            case "application/json", "text/json" -> Form.JSON;
            case "application/fhir+xml", "application/fhir xml", "xml" -> Form.FHIR_XML;
            case "application/xml", "text/xml" -> Form.XML;
            default -> null;
        };
    }

    private static boolean isOurVersion(String parameters) {
        for (String parameter : parameters.split(";")) {
            String text = parameter.strip();
            if (text.regionMatches(true, 0, "fhirVersion=", 0, 12)) {
                String version = text.substring(12).replace("\"", "");
                return version.equals("4.0") || version.equals("4.0.1");
            }
        }
        return true;
    }
}
