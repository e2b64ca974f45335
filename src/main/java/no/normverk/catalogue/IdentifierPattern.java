package no.normverk.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person writes when looking for a number: {@code HIS 80822}, {@code his80822:2014}, {@code 80822:2014}, {@code 1153-1}
 * or only {@code 80822}. What is left out matches anything, so one pattern may find several products.
 *
 * @param series the series, absent when only the number was written
 * @param number the number
 * @param part the part, absent for the whole document
 * @param edition the year, absent for all editions
 */
public record IdentifierPattern(Optional<String> series, int number, OptionalInt part, OptionalInt edition) {

    private static final Pattern SPELLINGS = Pattern.compile(
            "\\s*(HISD|HITS|HITR|HIS)?[\\s._-]*(\\d{4,5})(?:\\s*-\\s*(\\d))?(?:\\s*[:/]\\s*(\\d{4}))?\\s*",
            Pattern.CASE_INSENSITIVE);

    /** The pattern, or empty when the text is not the spelling of a number. */
    public static Optional<IdentifierPattern> parse(String text) {
        Matcher parts = SPELLINGS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<String> series = Optional.ofNullable(parts.group(1)).map(written -> written.toUpperCase(Locale.ROOT));
        return Optional.of(new IdentifierPattern(
                series,
                Integer.parseInt(parts.group(2)),
                Identifier.intOf(parts, 3),
                Identifier.intOf(parts, 4)));
    }

    /** Whether the identifier is one of those meant. */
    public boolean matches(Identifier identifier) {
        return number == identifier.number()
                && series.map(identifier.series()::equals).orElse(true)
                && (part.isEmpty() || part.equals(identifier.part()))
                && (edition.isEmpty() || edition.equals(identifier.edition()));
    }
}
