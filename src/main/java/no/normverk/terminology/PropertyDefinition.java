package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * A property that a code system declares for its concepts ({@code CodeSystem.property}).
 *
 * @param code the code by which concepts and filters name it
 * @param uri its formal meaning
 * @param description a text about it
 * @param type FHIR's PropertyType code: code, Coding, string, integer, boolean, dateTime or decimal
 */
public record PropertyDefinition(String code, @Nullable String uri, @Nullable String description, String type) {}
