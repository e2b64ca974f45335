package no.normverk.terminology;

/**
 * How a designation stands in one dialect: what a SNOMED CT language reference set says of a description.
 *
 * @param dialect the dialect as a BCP 47 tag, such as {@code nb-x-sctlang-61000202-103}
 * @param preferred {@code true} for preferred, {@code false} for acceptable
 * @param context the dialect as a code: the language reference set
 * @param role the standing as a code
 */
public record Acceptability(String dialect, boolean preferred, Coding context, Coding role) {}
