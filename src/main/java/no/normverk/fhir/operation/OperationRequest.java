package no.normverk.fhir.operation;

import java.util.function.Supplier;
import no.normverk.fhir.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation.
 *
 * @param snapshot what to answer from, taken once for the whole request
 * @param resourceId the instance it was called on, or {@code null} on type or system level
 * @param inputs the parameters, from the query or the body
 * @param acceptLanguage the {@code Accept-Language} header
 * @param costThreshold how many concepts the caller is ready to receive at the most (header {@code X-TOO-COSTLY-THRESHOLD}), or {@code null}
 * @param cacheId the {@code X-Cache-Id} header
 * @param base tells the server's FHIR base as the caller sees it
 * @param format the media type to answer in, when it is one that the operation offers besides FHIR's; otherwise {@code null}
 */
public record OperationRequest(
        Snapshot snapshot,
        @Nullable String resourceId,
        Inputs inputs,
        @Nullable String acceptLanguage,
        @Nullable Integer costThreshold,
        @Nullable String cacheId,
        Supplier<String> base,
        @Nullable String format) {

    /** The same call, answered from another snapshot. */
    OperationRequest from(Snapshot other) {
        return new OperationRequest(other, resourceId, inputs, acceptLanguage, costThreshold, cacheId, base, format);
    }

    /** The server's FHIR base as the caller sees it, without a slash at the end. */
    public String baseUrl() {
        return base.get();
    }
}
