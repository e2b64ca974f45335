package no.normverk.terminology;

/**
 * One property of one concept.
 *
 * @param code the property's code in its code system
 * @param value the value
 */
public record ConceptProperty(String code, Value value) {}
