package no.normverk.terminology;

/**
 * What a code system's model of meaning has against a concept that its grammar put together.
 *
 * @param mandatory whether the rule must be kept; others are advice
 * @param message what is wrong
 */
public record Objection(boolean mandatory, Message message) {}
