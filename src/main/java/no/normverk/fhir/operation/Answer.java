package no.normverk.fhir.operation;

import no.normverk.fhir.json.JsonOut;

/**
 * A FHIR resource to send.
 *
 * @param status HTTP status
 * @param json buffer that begins with the resource as UTF-8 JSON
 * @param length how many bytes of the buffer are the resource
 */
public record Answer(int status, byte[] json, int length) {

    /** What was asked for, as it was written. */
    public static Answer ok(JsonOut out) {
        return new Answer(200, out.buffer(), out.length());
    }

    /** What was asked for, all of the bytes. */
    public static Answer ok(byte[] json) {
        return new Answer(200, json, json.length);
    }
}
