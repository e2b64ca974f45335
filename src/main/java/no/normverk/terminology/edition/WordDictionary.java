package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.search.Spelling;

/** The words of an index in the order of their bytes: those with a common beginning are a range of numbers, found by binary search. */
final class WordDictionary {

    /** The words from {@code from} up to but not including {@code to}. */
    record Range(int from, int to) {

        boolean has(int word) {
            return from <= word && word < to;
        }

        boolean isEmpty() {
            return from >= to;
        }
    }

    private final TextColumn words;

    WordDictionary(TextColumn words) {
        this.words = words;
    }

    int size() {
        return words.size();
    }

    /** The words that begin with a text. */
    Range beginningWith(String beginning) {
        byte[] key = beginning.getBytes(StandardCharsets.UTF_8);
        return narrowed(new Range(0, words.size()), 0, key, 0);
    }

    /**
     * The words that begin with a word as it is or as it may have been meant: with any of {@link Spelling#variants}. The variants that share a beginning are looked for among the words with that beginning,
     * and beyond the place where the dictionary has no such word any more there is nothing to look for: one walk along the word instead of hundreds of searches.
     *
     * @return ranges in ascending order that have no word in common
     */
    List<Range> similarTo(String word) {
        if (!Spelling.isCorrected(word)) {
            Range range = beginningWith(word);
            return range.isEmpty() ? List.of() : List.of(range);
        }
        LongArrayList found = new LongArrayList();
        byte[] key = word.getBytes(StandardCharsets.UTF_8);
        Range shared = new Range(0, words.size());
        for (int at = 0; at < key.length && !shared.isEmpty(); at += letterLength(key, at)) {
            int after = at + letterLength(key, at);
            add(found, narrowed(shared, at, key, after));
            if (after < key.length) {
                add(found, narrowed(shared, at, exchanged(key, at, after), at));
            }
            addWithAnotherLetter(found, shared, key, at, after);
            shared = narrowed(shared, at, key, at, after);
        }
        add(found, shared);
        return united(found);
    }

    /** Every letter there is at a place among words that are the same up to it: instead of the letter of the word, and before it. */
    private void addWithAnotherLetter(LongArrayList found, Range shared, byte[] key, int at, int after) {
        int word = words.length(shared.from) > at ? shared.from : shared.from + 1;
        while (word < shared.to && words.byteAt(word, at) <= Spelling.LAST) {
            byte[] letter = {(byte) words.byteAt(word, at)};
            Range having = narrowed(new Range(word, shared.to), at, letter, 0);
            if (letter[0] >= Spelling.FIRST) {
                add(found, narrowed(having, at + 1, key, after));
                add(found, narrowed(having, at + 1, key, at));
            }
            word = having.to;
        }
    }

    private static byte[] exchanged(byte[] key, int at, int after) {
        byte[] exchanged = key.clone();
        int second = letterLength(key, after);
        System.arraycopy(key, after, exchanged, at, second);
        System.arraycopy(key, at, exchanged, at + second, after - at);
        return exchanged;
    }

    /** How many bytes a letter of UTF-8 has. */
    private static int letterLength(byte[] key, int at) {
        int first = key[at] & 0xff;
        return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    private static void add(LongArrayList found, Range range) {
        if (!range.isEmpty()) {
            found.add((long) range.from << 32 | range.to);
        }
    }

    /** Ranges of beginnings are within one another or apart; those within others are left out. */
    private static List<Range> united(LongArrayList found) {
        long[] sorted = found.toLongArray();
        Arrays.sort(sorted);
        List<Range> united = new ArrayList<>();
        for (long each : sorted) {
            Range range = new Range((int) (each >>> 32), (int) each);
            if (!united.isEmpty() && range.from < united.getLast().to) {
                Range before = united.removeLast();
                range = new Range(before.from, Math.max(before.to, range.to));
            }
            united.add(range);
        }
        return united;
    }

    private Range narrowed(Range range, int depth, byte[] key, int keyFrom) {
        return narrowed(range, depth, key, keyFrom, key.length);
    }

    /** Of words that are the same in their first bytes, those whose next bytes are the key's from one place up to another. */
    private Range narrowed(Range range, int depth, byte[] key, int keyFrom, int keyTo) {
        int from = firstWord(range, depth, key, keyFrom, keyTo, 0);
        boolean none = from == range.to || words.compare(from, depth, key, keyFrom, keyTo) != 0;
        return new Range(from, none ? from : firstWord(new Range(from, range.to), depth, key, keyFrom, keyTo, 1));
    }

    /** The first word that compares with the key at least as given: 0 finds the first that has it, 1 the first after those. */
    private int firstWord(Range range, int depth, byte[] key, int keyFrom, int keyTo, int least) {
        int low = range.from;
        int high = range.to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.signum(words.compare(middle, depth, key, keyFrom, keyTo)) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
