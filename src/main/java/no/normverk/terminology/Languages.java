package no.normverk.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The languages a caller wants, most wanted first: the value of {@code Accept-Language} or {@code displayLanguage} (RFC 9110
 * section 12.5.4, BCP 47).
 *
 * @param text as the caller wrote it, for the echo
 * @param ranges the language ranges in order of preference, those of quality zero and {@code *} left out
 * @param fallback whether a text in another language may be shown: {@code false} after {@code *; q=0}
 */
public record Languages(String text, List<String> ranges, boolean fallback) {

    private static final Pattern RANGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,18})*");

    /** The private use part of a tag that names a dialect: {@code x-61000202103}, {@code x-sctlang-61000202-103}. */
    private static final Pattern DIALECT = Pattern.compile("(?:^|-)x-(?:sctlang-)?([0-9-]+)$", Pattern.CASE_INSENSITIVE);

    /** {@code x-} and an SCTID of six digits. */
    private static final int SHORTEST_DIALECT = 8;

    /** Nothing asked for: the code system's own display. */
    public static final Languages ANY = new Languages("", List.of(), true);

    /** What callers ask for is a few lists again and again: each has a place by its hash, where the last one read stays. */
    private static final @Nullable Languages[] READ = new Languages[64];

    /**
     * Reads a list such as {@code nb, nn;q=0.8, *;q=0}.
     *
     * @throws IllegalArgumentException when a range is not a language tag or a quality is not a number from 0 to 1
     */
    public static Languages parse(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & READ.length - 1;
        Languages known = READ[place];
        if (known == null || !known.text.equals(text)) {
            known = read(text);
            READ[place] = known;
        }
        return known;
    }

    private static Languages read(String text) {
        record Weighted(String range, double quality) {}
        List<Weighted> weighted = new ArrayList<>();
        boolean fallback = true;
        for (String item : text.split(",")) {
            String[] parts = item.trim().split(";", -1);
            String range = parts[0].trim();
            if (range.isEmpty()) {
                continue;
            }
            double quality = quality(parts, text);
            if (range.equals("*")) {
                fallback = quality > 0;
            } else if (!RANGE.matcher(range).matches()) {
                throw new IllegalArgumentException("'" + range + "' is not a language tag");
            } else if (quality > 0) {
                weighted.add(new Weighted(range, quality));
            }
        }
        weighted.sort(Comparator.comparingDouble(Weighted::quality).reversed());
        return new Languages(text, weighted.stream().map(Weighted::range).toList(), fallback);
    }

    private static double quality(String[] parts, String text) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String quality = parameter.substring(2).trim();
                if (!quality.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?")) {
                    throw new IllegalArgumentException("quality '" + quality + "' in '" + text + "' is not a number from 0 to 1");
                }
                return Double.parseDouble(quality);
            }
        }
        return 1;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether a text in {@code language} serves one of the wanted ranges; a text of unknown language does not. */
    public boolean wants(@Nullable String language) {
        return ranges.stream().anyMatch(range -> matches(range, language));
    }

    /**
     * Whether a language tag lies in a range: the same, or more specific ({@code de-CH} in {@code de}). Norwegian {@code no} is a
     * macrolanguage (ISO 639-3): bokmål {@code nb} and nynorsk {@code nn} lie in it, and a text that is only said to be Norwegian
     * serves who wants either.
     */
    public static boolean matches(String range, @Nullable String language) {
        if (language == null) {
            return false;
        }
        if (isMoreSpecific(range, language) || isSameDialect(range, language)) {
            return true;
        }
        return range.equalsIgnoreCase("no")
                ? isMoreSpecific("nb", language) || isMoreSpecific("nn", language)
                : language.equalsIgnoreCase("no") && (range.equalsIgnoreCase("nb") || range.equalsIgnoreCase("nn"));
    }

    /** Whether both name the same dialect in their private use subtags, which may be cut into pieces: {@code no-x-61000202103}, {@code nb-x-sctlang-61000202-103}. */
    private static boolean isSameDialect(String range, String language) {
        String dialect = dialect(range);
        return !dialect.isEmpty() && dialect.equals(dialect(language));
    }

    /** The digits of a dialect's identifier; empty when the tag names none. */
    private static String dialect(String tag) {
        if (tag.length() < SHORTEST_DIALECT || !Character.isDigit(tag.charAt(tag.length() - 1))) {
            return "";
        }
        Matcher dialect = DIALECT.matcher(tag);
        return dialect.find() ? dialect.group(1).replace("-", "") : "";
    }

    private static boolean isMoreSpecific(String range, String language) {
        return language.equalsIgnoreCase(range)
                || (language.length() > range.length()
                        && language.charAt(range.length()) == '-'
                        && language.regionMatches(true, 0, range, 0, range.length()));
    }

    /**
     * The best text for these languages: range by range, the display before designations, an exact language before a more
     * specific one.
     */
    public @Nullable Term choose(@Nullable String display, @Nullable String displayLanguage, List<Designation> designations) {
        for (String range : ranges) {
            if (display != null && matches(range, displayLanguage)) {
                return new Term(display, displayLanguage, true);
            }
            Designation best = best(range, designations);
            if (best != null) {
                return new Term(best.value(), best.language(), true);
            }
        }
        if (display == null || (!fallback && !ranges.isEmpty())) {
            return null;
        }
        return new Term(display, displayLanguage, ranges.isEmpty());
    }

    private static @Nullable Designation best(String range, List<Designation> designations) {
        Designation wider = null;
        for (Designation designation : designations) {
            if (range.equalsIgnoreCase(designation.language())) {
                return designation;
            }
            if (wider == null && matches(range, designation.language())) {
                wider = designation;
            }
        }
        return wider;
    }
}
