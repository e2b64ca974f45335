package no.normverk.fhir.server;

import java.io.IOException;
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
        String format = OtherFormat.wanted(offer.formats(), request);
        Rendering rendering = format == null ? Rendering.of(request) : Rendering.PLAIN_JSON;
        OperationRequest asked = new OperationRequest(
                call.snapshot(),
                call.target().id(),
                inputs(request),
                request.getHeader("Accept-Language"),
                costThreshold(request.getHeader("X-TOO-COSTLY-THRESHOLD")),
                request.getHeader("X-Cache-Id"),
                call::baseUrl,
                format);
        responses.send(request, call.response(), rendering, offer.operation().answer(asked));
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
