package no.normverk.terminology.change;

import org.jspecify.annotations.Nullable;

/**
 * A code that somebody's system uses.
 *
 * @param code the code
 * @param display the text that the system shows for it, or {@code null} for the one of the version it uses
 */
public record UsedCode(String code, @Nullable String display) {}
