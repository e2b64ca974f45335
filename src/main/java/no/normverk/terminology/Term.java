package no.normverk.terminology;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text chosen for a caller.
 *
 * @param text the text
 * @param language its language, BCP 47, or {@code null} when not known
 * @param asked whether it is in a language the caller asked for; {@code false} for a fallback
 */
public record Term(Text text, @Nullable String language, boolean asked) {

    public Term(String value, @Nullable String language, boolean asked) {
        this(Text.of(value), language, asked);
    }

    /** The text, decoded where it is stored. */
    public String value() {
        return text.toString();
    }

    /** Terms that read alike are equal, in whatever form their texts are held. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Term term
                && asked == term.asked
                && Objects.equals(language, term.language)
                && value().equals(term.value());
    }

    @Override
    public int hashCode() {
        return Objects.hash(value(), language, asked);
    }
}
