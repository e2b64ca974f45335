package no.normverk.terminology.search;

import java.util.Collection;
import java.util.List;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;

/**
 * How good a hit is: the one order that all makings of {@link TextSearch} share. A score is, from the most to the least
 * significant: whether the concept is inactive; whether the text is in another language than the caller's; how it matches; its
 * length; whether it is not a preferred text. Lower is better.
 */
public final class Ranking {

    /** The words of the text are those of the query. */
    public static final int EXACT = 0;
    /** The first words of the text begin with the words of the query, one by one. */
    public static final int BEGINS = 1;
    /** The words are in the text somehow. */
    public static final int WORDS = 2;

    /** The words are in the text when one edit in each is forgiven. */
    public static final int SIMILAR = 3;

    /** Longer texts count as this long. */
    public static final int GREATEST_LENGTH = 0xffff;

    private static final int LENGTH_SHIFT = 1;
    private static final int MATCH_SHIFT = 17;
    private static final int LANGUAGE_SHIFT = 19;
    private static final int INACTIVE_SHIFT = 20;

    private Ranking() {}

    /** The length of a text for ranking: of its words with one space between them, in chars. */
    public static int length(List<String> words) {
        int length = Math.max(0, words.size() - 1);
        for (String word : words) {
            length += word.length();
        }
        return Math.min(length, GREATEST_LENGTH);
    }

    /**
     * The part of the score that the text alone decides; below 2<sup>17</sup>.
     *
     * @param length from {@link #length}
     */
    public static int ofText(int length, boolean preferred) {
        return length << LENGTH_SHIFT | (preferred ? 0 : 1);
    }

    /**
     * @param match {@link #EXACT}, {@link #BEGINS}, {@link #WORDS} or {@link #SIMILAR}
     * @param ofText from {@link #ofText}
     */
    public static long score(boolean inactive, boolean otherLanguage, int match, int ofText) {
        return (inactive ? 1L << INACTIVE_SHIFT : 0)
                | (otherLanguage ? 1L << LANGUAGE_SHIFT : 0)
                | (long) match << MATCH_SHIFT
                | ofText;
    }

    /** How a text matches a query that it does match. */
    static int match(List<String> words, List<String> query) {
        if (words.size() < query.size()) {
            return WORDS;
        }
        for (int i = 0; i < query.size(); i++) {
            if (!words.get(i).startsWith(query.get(i))) {
                return WORDS;
            }
        }
        return words.equals(query) ? EXACT : BEGINS;
    }

    /**
     * Whether a text of this language, or of standing in these dialects, is one the caller wants; so is every text when the
     * caller did not say.
     */
    public static boolean isWanted(Languages languages, @Nullable String language, Collection<String> dialects) {
        return languages.isEmpty() || languages.wants(language) || dialects.stream().anyMatch(languages::wants);
    }
}
