package no.normverk.authoring;

import java.time.DateTimeException;
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
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** The last day the date can mean. */
    public LocalDate latest() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
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
        try {
            switch (text.length()) {
                case 4 -> {}
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException notInCalendar) {
            return false;
        }
    }
}
