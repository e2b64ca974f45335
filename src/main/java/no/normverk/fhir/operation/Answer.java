package no.normverk.fhir.operation;

import no.normverk.fhir.json.JsonOut;
import org.jspecify.annotations.Nullable;

/**
 * Something to send, a FHIR resource unless it says otherwise.
 *
 * @param status HTTP status
 * @param json buffer that begins with the resource as UTF-8 JSON
 * @param length how many bytes of the buffer are the resource
 * @param mediaType what the bytes are, as UTF-8, when they are no FHIR resource; otherwise {@code null}
 */
public record Answer(int status, byte[] json, int length, @Nullable String mediaType) {

    /** A FHIR resource. */
    public Answer(int status, byte[] json, int length) {
        this(status, json, length, null);
    }

    /** The same bytes, which are of another type than FHIR's. */
    public Answer as(String type) {
        return new Answer(status, json, length, type);
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
