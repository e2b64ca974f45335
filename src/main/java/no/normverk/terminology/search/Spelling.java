package no.normverk.terminology.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mistyped word may have been meant to be: words one edit away, a letter too many, too few, another, or two changed about (Damerau). Short words have too many neighbours, and
 * what holds digits is a code: both are taken as they are.
 */
public final class Spelling {

    /** Words of fewer letters are not corrected. */
    public static final int SHORTEST = 5;

    /** Letters that may have been meant are from this one. */
    public static final char FIRST = 'a';

    /** Letters that may have been meant are up to this one. */
    public static final char LAST = 'z';

    private Spelling() {}

    /** Whether some word of a query may be taken for another. */
    public static boolean isCorrectable(String query) {
        return Folding.words(query).stream().anyMatch(Spelling::isCorrected);
    }

    /** Whether a folded word may be taken for another. */
    public static boolean isCorrected(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
    }

    /** The beginnings of words that a folded word of a query stands for when it may be mistyped, itself first. */
    public static List<String> variants(String word) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(word);
        if (!isCorrected(word)) {
            return List.copyOf(variants);
        }
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i + 1);
            variants.add(before + after);
            if (i + 1 < word.length()) {
                variants.add(before + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            }
            for (char letter = FIRST; letter <= LAST; letter++) {
                variants.add(before + letter + after);
                variants.add(before + letter + word.charAt(i) + after);
            }
        }
        return List.copyOf(variants);
    }
}
