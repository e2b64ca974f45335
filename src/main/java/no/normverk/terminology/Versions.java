package no.normverk.terminology;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparing business versions and matching version patterns.
 *
 * <p>Numbers inside a version compare as numbers, the rest as text, so {@code 1.10} is newer than {@code 1.9} and {@code 2024-01} older than {@code 2024-11}. Two
 * SNOMED CT version URIs compare by their date first, but one of unpublished content ({@code xsct}, SNOMED CT URI Standard) is older than any published, and what is no version URI is
 * older still. No version at all is older than any. Versions that differ only by zeros before a number compare as equal.
 */
public final class Versions {

    /** Oldest first. */
    public static final Comparator<@Nullable String> ASCENDING = Versions::compare;

    private static final String SNOMED_VERSION = "/version/";
    private static final String SNOMED_UNPUBLISHED_EDITION = "http://snomed.info/xsct";
    private static final String SNOMED_UNPUBLISHED = SNOMED_UNPUBLISHED_EDITION + "/";

    private Versions() {}

    /** Negative when the first is older. */
    public static int compare(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? (second == null ? 0 : -1) : 1;
        }
        int firstDate = first.indexOf(SNOMED_VERSION);
        int secondDate = second.indexOf(SNOMED_VERSION);
        if (firstDate < 0 != secondDate < 0) {
            return firstDate < 0 ? -1 : 1;
        }
        if (firstDate >= 0) {
            boolean firstUnpublished = first.startsWith(SNOMED_UNPUBLISHED);
            if (firstUnpublished != second.startsWith(SNOMED_UNPUBLISHED)) {
                return firstUnpublished ? -1 : 1;
            }
            int byDate = compareText(
                    first.substring(firstDate + SNOMED_VERSION.length()), second.substring(secondDate + SNOMED_VERSION.length()));
            return byDate != 0 ? byDate : compareText(first, second);
        }
        return compareText(first, second);
    }

    private static int compareText(String first, String second) {
        int i = 0;
        int j = 0;
        while (i < first.length() && j < second.length()) {
            if (isDigit(first.charAt(i)) && isDigit(second.charAt(j))) {
                int endI = endOfNumber(first, i);
                int endJ = endOfNumber(second, j);
                int order = compareNumbers(first.substring(i, endI), second.substring(j, endJ));
                if (order != 0) {
                    return order;
                }
                i = endI;
                j = endJ;
            } else {
                int order = Character.compare(first.charAt(i++), second.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(first.length() - i, second.length() - j);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String first, String second) {
        String a = first.replaceFirst("^0+(?=.)", "");
        String b = second.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    /** Whether a version has a wildcard segment: {@code 1.x.x}, {@code 1.*}. */
    public static boolean isPattern(String version) {
        return List.of(version.split("\\.", -1)).stream().anyMatch(Versions::isWildcard);
    }

    private static boolean isWildcard(String segment) {
        return segment.equals("x") || segment.equals("X") || segment.equals("*");
    }

    /** Whether a name is that of a version: the same; or, for SNOMED CT, the edition that the version is of, without a date. */
    public static boolean names(String name, String version) {
        return version.startsWith(name)
                && (version.length() == name.length() || version.startsWith(SNOMED_VERSION, name.length()));
    }

    /**
     * Whether a version is what a pattern asks for: the same; or equal in every segment that is not a wildcard; or, for SNOMED CT, any version of the edition that the
     * pattern names without a date, and any unpublished one for {@code http://snomed.info/xsct}.
     */
    public static boolean matches(String pattern, @Nullable String version) {
        if (version == null) {
            return false;
        }
        if (names(pattern, version)) {
            return true;
        }
        if (pattern.equals(SNOMED_UNPUBLISHED_EDITION)) {
            return version.startsWith(SNOMED_UNPUBLISHED);
        }
        String[] wanted = pattern.split("\\.", -1);
        String[] actual = version.split("\\.", -1);
        boolean wildcard = false;
        for (int i = 0; i < wanted.length; i++) {
            if (isWildcard(wanted[i])) {
                wildcard = true;
                if (i == wanted.length - 1 && wanted[i].equals("*")) {
                    return actual.length >= i;
                }
            } else if (i >= actual.length || !wanted[i].equals(actual[i])) {
                return false;
            }
        }
        return wildcard && wanted.length == actual.length;
    }
}
