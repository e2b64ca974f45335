package no.normverk.catalogue.requirement;

/** Rows of an index as bits, sixty-four to a word. Filled while the index is made, and only read from then on. */
final class RowSet {

    private final long[] words;

    /** @param size how many rows there are */
    RowSet(int size) {
        words = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int row) {
        words[row / Long.SIZE] |= 1L << row;
    }

    void addAll(RowSet other) {
        for (int at = 0; at < words.length; at++) {
            words[at] |= other.words[at];
        }
    }

    /** The rows from {@code 64 * at} on, the first as the lowest bit. */
    long word(int at) {
        return words[at];
    }

    /** Adds words of this set, from one on, to those of a block. */
    void addTo(long[] block, int from, int count) {
        for (int i = 0; i < count; i++) {
            block[i] |= words[from + i];
        }
    }

    /** Takes from the words of a block whatever is not in this set. */
    void retainIn(long[] block, int from, int count) {
        for (int i = 0; i < count; i++) {
            block[i] &= words[from + i];
        }
    }
}
