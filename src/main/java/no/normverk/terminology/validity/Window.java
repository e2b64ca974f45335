package no.normverk.terminology.validity;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days.
 *
 * @param from the first day, or {@code null} when it has always been
 * @param to the last day, or {@code null} when no end is known
 */
record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

    private static final String DAY = "0000-00-00";

    static final Window ALWAYS = new Window(null, null);

    boolean isPast(LocalDate day) {
        return to != null && day.isAfter(to);
    }

    boolean isAhead(LocalDate day) {
        return from != null && day.isBefore(from);
    }

    boolean holds(LocalDate day) {
        return !isPast(day) && !isAhead(day);
    }

    /** The day that a FHIR dateTime begins with; {@code null} when it is no whole day. */
    static @Nullable LocalDate day(String dateTime) {
        if (dateTime.length() < DAY.length()) {
            return null;
        }
        // By hand: every question about a code of such a code system asks for it, and a formatter takes ten times as long.
        for (int i = 0; i < DAY.length(); i++) {
            char c = dateTime.charAt(i);
            if (DAY.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                return null;
            }
        }
        try {
            return LocalDate.of(number(dateTime, 0, 4), number(dateTime, 5, 7), number(dateTime, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
