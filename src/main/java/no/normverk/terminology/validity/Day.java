package no.normverk.terminology.validity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The day that an answer shall hold for.
 *
 * @param date the day
 * @param asked whether the caller named it; otherwise it is today, and the newest versions answer
 */
public record Day(LocalDate date, boolean asked) {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** A year and month, or a day, with or without hyphens, that a version is or ends with. */
    private static final Pattern DATED = Pattern.compile("(?:.*/version/|.*\\D)?((?:19|20)\\d{2})-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\\d|3[01]))?");

    /** A day of the calendar as it is lived, in milliseconds since 1970: from its first, to before the first of the next. */
    private record Lived(Day day, long from, long to) {

        static Lived at(long now) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(now), NORWAY);
            return new Lived(new Day(date, false), start(date), start(date.plusDays(1)));
        }

        private static long start(LocalDate date) {
            return date.atStartOfDay(NORWAY).toInstant().toEpochMilli();
        }
    }

    private static volatile Lived lived = Lived.at(System.currentTimeMillis());

    /** Today, where the server's users are. */
    public static Day today() {
        long now = System.currentTimeMillis();
        Lived last = lived;
        if (now < last.from || now >= last.to) {
            last = Lived.at(now);
            lived = last;
        }
        return last.day;
    }

    /** Whether a version had come into force by the day; one of which that cannot be told has. */
    public boolean isReachedBy(@Nullable String version, Standing standing) {
        LocalDate first = firstDay(version, standing);
        return first == null || !first.isAfter(date);
    }

    /**
     * The first day of a version: the one it states itself, or else the one in its name, where a release is named by its day or month (SNOMED CT, ICD-11, FinnKode), or else the date of the resource.
     *
     * @return {@code null} when it cannot be told
     */
    public static @Nullable LocalDate firstDay(@Nullable String version, Standing standing) {
        LocalDate stated = ofDateTime(standing.inForceSince());
        if (stated != null) {
            return stated;
        }
        LocalDate named = version == null ? null : read(version);
        return named != null ? named : ofDateTime(standing.date());
    }

    private static @Nullable LocalDate ofDateTime(@Nullable String dateTime) {
        return dateTime == null ? null : read(dateTime.length() > 10 ? dateTime.substring(0, 10) : dateTime);
    }

    private static @Nullable LocalDate read(String text) {
        Matcher matcher = DATED.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return day > LocalDate.of(year, month, 1).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /** Code system versions as they are on days, so that the same version on the same day is the same thing for all who ask. */
    public static final class Systems {

        private static final int MOST = 64;

        private final ConcurrentHashMap<CodeSystemVersion, CodeSystemVersion> known = new ConcurrentHashMap<>();

        /** A version as it is on a day. */
        public CodeSystemVersion on(Day day, CodeSystemVersion version) {
            CodeSystemVersion dated = DatedCodeSystem.of(version, day.date());
            if (dated == version) {
                return version;
            }
            if (known.size() > MOST) {
                known.clear();
            }
            CodeSystemVersion earlier = known.putIfAbsent(dated, dated);
            return earlier == null ? dated : earlier;
        }
    }
}
