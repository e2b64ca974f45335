package no.normverk.terminology.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings texts that a Norwegian reader takes for the same into the same form: lower case, {@code ø} and {@code ö} as {@code o}, {@code å} and {@code aa} as
 * {@code a}, {@code æ} and {@code ä} as {@code ae}, other letters without their accents. Both index and query are folded.
 */
public final class Folding {

    private Folding() {}

    /** The folded text; word boundaries are kept. */
    public static String fold(String original) {
        String text = Normalizer.isNormalized(original, Normalizer.Form.NFC)
                ? original
                : Normalizer.normalize(original, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(text.length() + 8);
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            switch (c) {
                case 'æ', 'ä' -> append(folded, 'a', 'e');
                case 'ø', 'ö' -> folded.append('o');
                case 'å' -> append(folded, 'a');
                case 'ß' -> append(folded, 's', 's');
                case 'a' -> append(folded, 'a');
                default -> {
                    ascii &= c < 128;
                    folded.append(c);
                }
            }
        }
        return ascii ? folded.toString() : withoutAccents(folded);
    }

    private static void append(StringBuilder folded, char first, char second) {
        append(folded, first);
        folded.append(second);
    }

    /** A second {@code a} in a row is swallowed, for {@code aa} is {@code å}. */
    private static void append(StringBuilder folded, char c) {
        int length = folded.length();
        if (c == 'a' && length > 0 && folded.charAt(length - 1) == 'a') {
            return;
        }
        folded.append(c);
    }

    private static String withoutAccents(CharSequence text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                append(plain, c);
            }
        }
        return plain.toString();
    }

    /** The folded words of a text, in order: runs of letters and digits. */
    public static List<String> words(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inWord = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
