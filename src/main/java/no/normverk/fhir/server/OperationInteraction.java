package no.normverk.fhir.server;

import java.io.IOException;
import java.util.Map;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Inputs;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.fhir.operation.Operations.Offer;
import org.jspecify.annotations.Nullable;

/** Calls operations: parameters from the query and the body, the answer as it comes. */
final class OperationInteraction {

    private final Responses responses;

    OperationInteraction(Responses responses) {
        this.responses = responses;
    }

    void answer(Offer offer, Call call) throws IOException {
        FhirHttpRequest request = call.request();
        boolean table = wantsTable(request);
        Rendering rendering = table ? Rendering.PLAIN_JSON : Rendering.of(request);
        OperationRequest asked = new OperationRequest(
                call.snapshot(),
                call.target().id(),
                table ? inputs(request).and("_format", "csv") : inputs(request),
                request.getHeader("Accept-Language"),
                costThreshold(request.getHeader("X-TOO-COSTLY-THRESHOLD")),
                request.getHeader("X-Cache-Id"),
                call.baseUrl());
        Answer answer = offer.operation().answer(asked);
        if (table && answer.status() < 400 && answer.contentType() == null) {
            throw new Problem(406, "not-supported", "$" + offer.name() + " has no answer in text/csv", null, Map.of());
        }
        responses.send(request, call.response(), rendering, answer);
    }

    /** Whether a table is wanted, which some operations can make of their answers. */
    private static boolean wantsTable(FhirHttpRequest request) {
        String format = request.parameter("_format");
        String accept = request.getHeader("Accept");
        return format != null
                ? format.equals("csv") || format.startsWith("text/csv")
                : accept != null && accept.strip().startsWith("text/csv");
    }

    private Inputs inputs(FhirHttpRequest request) {
        RequestBody body = request.body();
        return switch (body.form()) {
            case NONE, FORM -> Inputs.ofQuery(request.getParameterMap());
            case JSON -> Inputs.ofBody(body.bytes(), request.getParameterMap());
            case XML -> Inputs.ofBody(responses.xmlToJson(body.bytes()), request.getParameterMap());
        };
    }

    private static @Nullable Integer costThreshold(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            int threshold = Integer.parseInt(header.strip());
            if (threshold >= 0) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw Problem.malformed("header X-TOO-COSTLY-THRESHOLD has the value '" + header + "', expected a number of concepts");
    }
}
