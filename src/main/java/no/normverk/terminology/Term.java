package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * A text chosen for a caller.
 *
 * @param value the text
 * @param language its language, BCP 47, or {@code null} when not known
 * @param asked whether it is in a language the caller asked for; {@code false} for a fallback
 */
public record Term(String value, @Nullable String language, boolean asked) {}
