package no.normverk.terminology;

/**
 * A simple FHIR extension that a definition carries and an answer may have to repeat.
 *
 * @param url which extension
 * @param value its value
 */
public record Extension(String url, Value value) {}
