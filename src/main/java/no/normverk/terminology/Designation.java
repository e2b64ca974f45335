package no.normverk.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text for a concept, other than or in addition to its display.
 *
 * @param language BCP 47 tag, or {@code null} when the definition does not say
 * @param use what kind of text it is
 * @param value the text
 * @param acceptability its standing per dialect; empty where the system has no dialects
 * @param extensions extensions of the definition's designation
 */
public record Designation(
        @Nullable String language,
        @Nullable Coding use,
        String value,
        List<Acceptability> acceptability,
        List<Extension> extensions) {

    public Designation(@Nullable String language, @Nullable Coding use, String value) {
        this(language, use, value, List.of(), List.of());
    }
}
