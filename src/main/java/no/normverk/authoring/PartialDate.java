package no.normverk.authoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date known to the year, the month or the day, written as in FHIR: {@code 2021}, {@code 2021-07} or {@code 2021-07-01}.
 * Sources give deadlines and revisions with all three precisions; a more precise date than the source gives is never made up.
 *
 * @param text the date as written
 */
public record PartialDate(String text) implements Comparable<PartialDate> {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** @throws IllegalArgumentException when the text is not a date in one of the three shapes */
    public PartialDate {
        if (!isDate(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a date as YYYY, YYYY-MM or YYYY-MM-DD");
        }
    }

    /** The date, or empty when the text is not one. */
    public static Optional<PartialDate> parse(String text) {
        return isDate(text) ? Optional.of(new PartialDate(text)) : Optional.empty();
    }

    /** The first day the date can mean. */
    public LocalDate earliest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(year(text), 1, 1);
            case 7 -> LocalDate.of(year(text), month(text), 1);
            default -> LocalDate.of(year(text), month(text), day(text));
        };
    }

    /** The last day the date can mean. */
    public LocalDate latest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(year(text), 12, 31);
            case 7 -> YearMonth.of(year(text), month(text)).atEndOfMonth();
            default -> LocalDate.of(year(text), month(text), day(text));
        };
    }

    /** By the first day meant, then the wider date first. */
    @Override
    public int compareTo(PartialDate other) {
        int byStart = earliest().compareTo(other.earliest());
        return byStart != 0 ? byStart : other.latest().compareTo(latest());
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isDate(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        if (text.length() == 4) {
            return true;
        }
        boolean isMonth = month(text) >= 1 && month(text) <= 12;
        return isMonth && (text.length() == 7 || YearMonth.of(year(text), month(text)).isValidDay(day(text)));
    }

    // The shape is known, and a catalogue reads some hundred thousand of these: digits are taken as they stand.

    private static int year(String text) {
        return Integer.parseInt(text, 0, 4, 10);
    }

    private static int month(String text) {
        return Integer.parseInt(text, 5, 7, 10);
    }

    private static int day(String text) {
        return Integer.parseInt(text, 8, 10, 10);
    }
}
