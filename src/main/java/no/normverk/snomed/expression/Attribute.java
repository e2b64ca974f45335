package no.normverk.snomed.expression;

/**
 * {@code attribute}.
 *
 * @param name {@code attributeName}
 */
public record Attribute(ConceptReference name, AttributeValue value) {}
