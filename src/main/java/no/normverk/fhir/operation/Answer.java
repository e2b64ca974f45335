package no.normverk.fhir.operation;

import no.normverk.fhir.json.JsonOut;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR resource to send, or a document of another type.
 *
 * @param status HTTP status
 * @param json buffer that begins with the resource as UTF-8 JSON, or with the document
 * @param length how many bytes of the buffer are the resource
 * @param contentType what the document is, or {@code null} for a resource
 */
public record Answer(int status, byte[] json, int length, @Nullable String contentType) {

    /** A resource. */
    public Answer(int status, byte[] json, int length) {
        this(status, json, length, null);
    }

    /** What was asked for, as it was written. */
    public static Answer ok(JsonOut out) {
        return new Answer(200, out.buffer(), out.length());
    }

    /** What was asked for, all of the bytes. */
    public static Answer ok(byte[] json) {
        return new Answer(200, json, json.length);
    }
}
