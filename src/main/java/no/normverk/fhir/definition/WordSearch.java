package no.normverk.fhir.definition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for a word in the bytes of a resource that is not parsed for it. Horspool's algorithm (Practical fast searching in strings, 1980): the byte under the word's end tells how far the word can be moved
 * on, so that most bytes are never looked at.
 */
final class WordSearch {
    private final byte[] word;
    private final int[] steps = new int[256];

    private WordSearch(byte[] word) {
        this.word = word;
        Arrays.fill(steps, word.length);
        for (int i = 0; i < word.length - 1; i++) {
            steps[word[i] & 0xff] = word.length - 1 - i;
        }
    }

    /** @param word at least one character */
    static WordSearch of(String word) {
        return new WordSearch(word.getBytes(StandardCharsets.UTF_8));
    }

    boolean isIn(byte[] text) {
        int last = word.length - 1;
        for (int end = last; end < text.length; end += steps[text[end] & 0xff]) {
            if (text[end] == word[last] && Arrays.equals(text, end - last, end, word, 0, last)) {
                return true;
            }
        }
        return false;
    }
}
