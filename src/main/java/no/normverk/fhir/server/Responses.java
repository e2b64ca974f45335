package no.normverk.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.normverk.fhir.operation.Answer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that sends answers. JSON goes out as the bytes it is; every other form is made by parsing that JSON with HAPI and encoding it again, so
 * that the forms cannot drift apart.
 */
final class Responses {

    /** Below this, packing costs more than it saves. */
    private static final int GZIP_FROM = 1024;

    /** What HAPI keeps for {@code _summary=text}. */
    private static final Set<String> TEXT_ELEMENTS = Set.of("*.text", "*.id", "*.meta", "*.(mandatory)");

    private final FhirContext context;
    private final Gzip gzip = new Gzip();

    Responses(FhirContext context) {
        this.context = context;
    }

    /** Sends an answer in the form the caller asked for. */
    void send(FhirHttpRequest request, HttpServletResponse response, Answer answer) throws IOException {
        send(request, response, Rendering.of(request), answer);
    }

    /** Sends an answer in a form; its bytes are nobody's afterwards. */
    void send(FhirHttpRequest request, HttpServletResponse response, Rendering rendering, Answer answer) throws IOException {
        write(request, response, rendering, answer);
        answer.sent();
    }

    private void write(FhirHttpRequest request, HttpServletResponse response, Rendering rendering, Answer answer) throws IOException {
        // An error is told whole, whatever was asked to be left out of an answer.
        Rendering form = answer.status() < 400 ? rendering : rendering.whole();
        byte[] bytes = answer.json();
        int length = answer.length();
        if (answer.mediaType() == null && !form.isPlainJson()) {
            bytes = encode(answer, form);
            length = bytes.length;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType() == null ? form.contentType() : answer.mediaType() + ";charset=UTF-8");
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (length >= GZIP_FROM && Gzip.isAccepted(request.getHeader("Accept-Encoding"))) {
            bytes = gzip.pack(bytes, length);
            length = bytes.length;
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(length);
        if (!request.isHead()) {
            response.getOutputStream().write(bytes, 0, length);
        }
    }

    /** Sends what is wrong with a request. */
    void send(FhirHttpRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.resetBuffer();
        problem.headers().forEach(response::setHeader);
        send(request, response, Rendering.ofError(request), Outcomes.of(problem));
    }

    /**
     * Sends an answer that has an entity tag, or only that the caller has it already. It may be kept, but must be asked for anew each time, for a load can
     * change it at any time.
     */
    void send(FhirHttpRequest request, HttpServletResponse response, Rendering rendering, Answer answer, String etag)
            throws IOException {
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "no-cache");
        if (matches(request.getHeader("If-None-Match"), etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(request, response, rendering, answer);
    }

    /** A resource in XML as UTF-8 JSON. */
    byte[] xmlToJson(byte[] xml) {
        try {
            IBaseResource resource = xmlParser().parseResource(new ByteArrayInputStream(xml));
            return jsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw Problem.malformed("the body is not a FHIR resource in XML: " + e.getMessage());
        }
    }

    /**
     * An answer in a form other than plain JSON.
     *
     * @throws Problem 422 when it repeats something, from a resource of the caller's or one that is held, that FHIR's types cannot hold
     */
    byte[] encode(Answer answer, Rendering form) {
        IBaseResource resource = resource(answer, form);
        IParser parser = form.xml() ? xmlParser() : jsonParser();
        parser.setPrettyPrint(form.pretty());
        boolean isBundle = resource.fhirType().equals("Bundle");
        switch (form.summary()) {
            case TRUE -> parser.setSummaryMode(true);
            case DATA -> parser.setSuppressNarratives(true);
            case TEXT -> {
                parser.setEncodeElements(TEXT_ELEMENTS);
                parser.setEncodeElementsAppliesToChildResourcesOnly(isBundle);
            }
            case FALSE, COUNT -> {}
        }
        if (!form.elements().isEmpty()) {
            parser.setEncodeElements(qualified(form.elements(), isBundle ? null : resource.fhirType()));
            parser.setEncodeElementsAppliesToChildResourcesOnly(isBundle);
        }
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private IBaseResource resource(Answer answer, Rendering form) {
        String json = new String(answer.json(), 0, answer.length(), StandardCharsets.UTF_8);
        try {
            return jsonParser().parseResource(form.xml() ? XmlCharacters.legal(json) : json);
        } catch (DataFormatException e) {
            throw new Problem(
                    422,
                    "invalid",
                    "the answer repeats a value that is not valid FHIR, and can only be had as plain JSON: " + e.getMessage(),
                    null,
                    Map.of());
        }
    }

    private static Set<String> qualified(Set<String> elements, @Nullable String type) {
        Set<String> qualified = new HashSet<>();
        for (String element : elements) {
            boolean isQualified = Character.isUpperCase(element.charAt(0));
            qualified.add(isQualified ? element : (type == null ? "*" : type) + "." + element);
        }
        return qualified;
    }

    private IParser jsonParser() {
        return context.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    }

    private IParser xmlParser() {
        return context.newXmlParser().setParserErrorHandler(new LenientErrorHandler(false));
    }

    /** The weak entity tag of a version. */
    static String etag(Object version) {
        return String.format(Locale.ROOT, "W/\"%s\"", version);
    }

    /** Whether an If-None-Match header names the tag, weakly compared (RFC 9110, 13.1.2). */
    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String wanted = etag.startsWith("W/") ? etag.substring(2) : etag;
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
