package no.normverk.terminology.validity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A span of days.
 *
 * @param from the first day, or {@code null} when it has always been
 * @param to the last day, or {@code null} when no end is known
 */
record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

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
        try {
            return dateTime.length() < 10 ? null : LocalDate.parse(dateTime.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
