package no.normverk.terminology;

import org.jspecify.annotations.Nullable;

/**
 * A code in a code system, as a caller or a definition states it; nothing in it has been checked.
 *
 * @param system the code system's canonical URL
 * @param version the code system's version
 * @param code the code
 * @param display the text that came with the code
 */
public record Coding(@Nullable String system, @Nullable String version, @Nullable String code, @Nullable String display) {

    public static Coding of(String system, String code) {
        return new Coding(system, null, code, null);
    }

    public static Coding of(String system, String code, String display) {
        return new Coding(system, null, code, display);
    }
}
