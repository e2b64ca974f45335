package no.normverk.fhir.operation;

/**
 * A FHIR resource to send.
 *
 * @param status HTTP status
 * @param json buffer that begins with the resource as UTF-8 JSON
 * @param length how many bytes of the buffer are the resource
 */
public record Answer(int status, byte[] json, int length) {}
