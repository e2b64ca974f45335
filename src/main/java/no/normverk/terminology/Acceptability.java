package no.normverk.terminology;

/**
 * How a designation stands in one dialect: what a SNOMED CT language reference set says of a description.
 *
 * @param dialect the dialect as a BCP 47 tag, such as {@code no-x-61000202103}
 * @param preferred {@code true} for preferred, {@code false} for acceptable
 */
public record Acceptability(String dialect, boolean preferred) {}
