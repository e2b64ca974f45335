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
 * @param lent whether nobody else knows the buffer, so that it can be used for other answers when this one is sent
 */
public record Answer(int status, byte[] json, int length, @Nullable String mediaType, boolean lent) {

    /** A FHIR resource. */
    public Answer(int status, byte[] json, int length) {
        this(status, json, length, null, false);
    }

    /** The same bytes, which are of another type than FHIR's. */
    public Answer as(String type) {
        return new Answer(status, json, length, type, lent);
    }

    /** What was asked for, as it was written; the writer is not used again. */
    public static Answer ok(JsonOut out) {
        return new Answer(200, out.buffer(), out.length(), null, true);
    }

    /** To be called when the answer is sent: its bytes must not be looked at any more. */
    public void sent() {
        if (lent) {
            JsonOut.giveBack(json);
        }
    }

    /** What was asked for, all of the bytes. */
    public static Answer ok(byte[] json) {
        return new Answer(200, json, json.length);
    }
}
