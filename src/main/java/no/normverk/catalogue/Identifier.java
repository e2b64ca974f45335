package no.normverk.catalogue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number given by the publisher, such as {@code HIS 80822:2014} or {@code HIS 1153-1:2016}. It is not a unique key: editions
 * share the number, and some numbers cover several messages. Numbers 80xxx were inherited from KITH.
 *
 * @param series HIS, HITS, HITR or HISD
 * @param number the number within the series
 * @param part the part of a document published in parts
 * @param edition the year of the edition; absent where the source gives only the number
 */
public record Identifier(String series, int number, OptionalInt part, OptionalInt edition) {

    private static final Pattern WRITTEN = Pattern.compile("(HIS|HITS|HITR|HISD) (\\d{4,5})(?:-(\\d))?(?::(\\d{4}))?");

    /** Reads the one spelling the catalogue itself uses; empty for any other. */
    public static Optional<Identifier> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Identifier(parts.group(1), Integer.parseInt(parts.group(2)), intOf(parts, 3), intOf(parts, 4)));
    }

    static OptionalInt intOf(Matcher parts, int group) {
        return parts.group(group) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(group)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(series).append(' ').append(number);
        part.ifPresent(value -> text.append('-').append(value));
        edition.ifPresent(value -> text.append(':').append(value));
        return text.toString();
    }
}
