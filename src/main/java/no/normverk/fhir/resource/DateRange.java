package no.normverk.fhir.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time a FHIR date, dateTime or instant covers by its precision: {@code 2024-05} is the whole of May. Dates without a zone are Norwegian.
 *
 * @param start first instant
 * @param end first instant after it
 */
record DateRange(Instant start, Instant end) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateRange ALWAYS = new DateRange(Instant.MIN, Instant.MAX);

    /** The range of a date, or {@code null} when the text is none. */
    static @Nullable DateRange parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
                case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).plusMonths(1).atDay(1));
                case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                default -> time(text);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The range of a date, or of a period {@code start/end} with either left out; {@code null} when the text is none. */
    static @Nullable DateRange period(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return parse(text);
        }
        DateRange first = slash == 0 ? ALWAYS : parse(text.substring(0, slash));
        DateRange last = slash == text.length() - 1 ? ALWAYS : parse(text.substring(slash + 1));
        return first == null || last == null ? null : new DateRange(first.start, last.end);
    }

    private static DateRange days(LocalDate first, LocalDate after) {
        return new DateRange(first.atStartOfDay(ZONE).toInstant(), after.atStartOfDay(ZONE).toInstant());
    }

    private static DateRange time(String text) {
        int clock = text.indexOf('T');
        boolean zoned = clock >= 0 && (text.endsWith("Z") || text.indexOf('+', clock) > 0 || text.indexOf('-', clock) > 0);
        Instant start = zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(ZONE).toInstant();
        ChronoUnit unit = text.indexOf('.') > 0
                ? ChronoUnit.MILLIS
                : text.chars().filter(c -> c == ':').count() - (zoned && !text.endsWith("Z") ? 1 : 0) < 2 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        return new DateRange(start, start.plus(1, unit));
    }

    /** Whether this, the value of a resource, stands in a relation to what was asked for (FHIR R4, 3.1.1.4.5). */
    boolean is(Comparison comparison, DateRange asked) {
        return switch (comparison) {
            case EQ -> !start.isBefore(asked.start) && !end.isAfter(asked.end);
            case NE -> start.isBefore(asked.start) || end.isAfter(asked.end);
            case GT -> end.isAfter(asked.end);
            case LT -> start.isBefore(asked.start);
            case GE -> !start.isBefore(asked.start) || end.isAfter(asked.end);
            case LE -> !end.isAfter(asked.end) || start.isBefore(asked.start);
            case SA -> !start.isBefore(asked.end);
            case EB -> !end.isAfter(asked.start);
            case AP -> start.isBefore(asked.end.plus(1, ChronoUnit.DAYS)) && end.isAfter(asked.start.minus(1, ChronoUnit.DAYS));
        };
    }

    /** FHIR's prefixes of ordered values. */
    enum Comparison {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB,
        AP;

        /** The comparison that a value begins with, or {@code null}. */
        static @Nullable Comparison of(String value) {
            for (Comparison comparison : values()) {
                if (value.regionMatches(true, 0, comparison.name(), 0, 2)) {
                    return comparison;
                }
            }
            return null;
        }
    }
}
