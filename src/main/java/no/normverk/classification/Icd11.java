package no.normverk.classification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What WHO's files on ICD-11 have in common: the names of the system and its entities, and how they state their release. */
public final class Icd11 {
    /** Canonical URL of the linearization for mortality and morbidity statistics. */
    public static final String MMS = "http://id.who.int/icd/release/11/mms";

    /** WHO's own ICD-10. National editions keep its codes. */
    static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

    private static final Pattern ENTITY = Pattern.compile("https?://id\\.who\\.int/icd/entity/(\\d+)(?:/mms)?(/other|/unspecified)?");
    private static final Pattern LINEARIZATION = Pattern.compile(
            "https?://id\\.who\\.int/icd/release/11/(?:(\\d{4}-\\d{2})/)?mms/(\\d+)(/other|/unspecified)?");
    /** The linearization of one release, as WHO's API names it (ICD API 2, {@code /icd/release/11/{releaseId}/{linearizationname}}). */
    private static final Pattern RELEASE = Pattern.compile("https?://id\\.who\\.int/icd/release/11/(\\d{4}-\\d{2})/mms/?");

    private static final Pattern DATE = Pattern.compile("(?:Version:\\s*)?(\\d{4})[- ]([A-Z][a-z]{2})[- ](\\d{1,2})\\b.*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MMM-d", Locale.ENGLISH);

    private Icd11() {}

    /** A cell of a header that states the day of the release. */
    static Pattern releaseDate() {
        return DATE;
    }

    /** The day that a cell of a header states: {@code 2024-Jan-21}, {@code Version:2024 Jan 21 - 22:30 UTC}. */
    static Optional<LocalDate> day(String cell) {
        Matcher date = DATE.matcher(cell.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.group(1) + "-" + date.group(2) + "-" + date.group(3), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** WHO names a release by year and month. */
    static String release(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    /**
     * What a URI of an entity names within the linearization, whatever the release and whether it is the foundation's or the linearization's: {@code 257068234}, {@code 344162786/other}.
     * {@code null} for what is no such URI.
     */
    public static @Nullable String entity(String uri) {
        if (!uri.startsWith("http")) {
            return null;
        }
        Matcher linearization = LINEARIZATION.matcher(uri);
        if (linearization.matches()) {
            return linearization.group(2) + (linearization.group(3) == null ? "" : linearization.group(3));
        }
        Matcher entity = ENTITY.matcher(uri);
        return entity.matches() ? entity.group(1) + (entity.group(2) == null ? "" : entity.group(2)) : null;
    }

    /** The release that a linearization URI names, or {@code null}. */
    static @Nullable String releaseOf(String uri) {
        Matcher linearization = LINEARIZATION.matcher(uri);
        return linearization.matches() ? linearization.group(1) : null;
    }

    /** The release that a URI of the linearization itself names, or {@code null}. */
    static @Nullable String releaseOfSystem(String uri) {
        if (!uri.contains("//id.who.int/icd/release/11/")) {
            return null;
        }
        Matcher release = RELEASE.matcher(uri);
        return release.matches() ? release.group(1) : null;
    }
}
