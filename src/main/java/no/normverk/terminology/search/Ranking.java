package no.normverk.terminology.search;

import java.util.List;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;

/**
 * How good a hit is: the one order that all makings of {@link TextSearch} share. A score is, from the most to the least significant: whether the concept is
 * inactive; how the text matches; whether it is in another language than the caller's; its length; whether it is not a preferred text. Lower is better.
 */
public final class Ranking {

    /** The text is the query. */
    public static final int EXACT = 0;
    /** The text begins with the query. */
    public static final int BEGINS = 1;
    /** The words are in the text somehow. */
    public static final int WORDS = 2;

    /** Longer texts count as this long. */
    public static final int GREATEST_LENGTH = 0xffff;

    private static final int LENGTH_SHIFT = 1;
    private static final int LANGUAGE_SHIFT = 17;
    private static final int MATCH_SHIFT = 18;
    private static final int INACTIVE_SHIFT = 20;

    private Ranking() {}

    /** The form in which texts and queries are compared: folded words, one space between them. */
    public static String normalise(String text) {
        return String.join(" ", Folding.words(text));
    }

    /** The part of the score that the text alone decides. */
    public static int ofText(String normalised, boolean preferred) {
        return Math.min(normalised.length(), GREATEST_LENGTH) << LENGTH_SHIFT | (preferred ? 0 : 1);
    }

    /**
     * @param match {@link #EXACT}, {@link #BEGINS} or {@link #WORDS}
     * @param ofText from {@link #ofText}
     */
    public static long score(boolean inactive, int match, boolean otherLanguage, int ofText) {
        return (inactive ? 1L << INACTIVE_SHIFT : 0) | (long) match << MATCH_SHIFT | (otherLanguage ? 1L << LANGUAGE_SHIFT : 0) | ofText;
    }

    /** How a text matches a query that it does match. */
    static int match(String normalised, String query) {
        if (!normalised.startsWith(query)) {
            return WORDS;
        }
        return normalised.length() == query.length() ? EXACT : BEGINS;
    }

    /** Whether a text of this language, or of standing in these dialects, is one the caller wants; so is every text when the caller did not say. */
    public static boolean isWanted(Languages languages, @Nullable String language, List<Acceptability> dialects) {
        return languages.isEmpty()
                || languages.wants(language)
                || dialects.stream().anyMatch(standing -> languages.wants(standing.dialect()));
    }
}
