package no.normverk.terminology;

/**
 * One condition of a value set's include or exclude ({@code ValueSet.compose.include.filter}).
 *
 * @param property the property's code, or {@code concept}/{@code code} for the concept itself
 * @param operator how to compare
 * @param value what to compare with
 */
public record ConceptFilter(String property, FilterOperator operator, String value) {}
