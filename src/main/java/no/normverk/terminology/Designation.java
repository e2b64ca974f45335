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
 * @param source the supplement it comes from, as {@code url|version}, or {@code null} when it is the code system's own
 */
public record Designation(
        @Nullable String language,
        @Nullable Coding use,
        String value,
        List<Acceptability> acceptability,
        List<Extension> extensions,
        @Nullable String source) {

    public Designation(
            @Nullable String language,
            @Nullable Coding use,
            String value,
            List<Acceptability> acceptability,
            List<Extension> extensions) {
        this(language, use, value, acceptability, extensions, null);
    }

    public Designation(@Nullable String language, @Nullable Coding use, String value) {
        this(language, use, value, List.of(), List.of(), null);
    }

    /** The same designation, said to come from a supplement. */
    public Designation from(String supplement) {
        return new Designation(language, use, value, acceptability, extensions, supplement);
    }
}
