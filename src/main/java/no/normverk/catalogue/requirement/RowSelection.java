package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that are in one of some sets, and in one of some others, and so on. Read a block of words at a time, where a question needs
 * them: no set is made in order to answer, and whole blocks are intersected in loops that the processor takes several words a step.
 */
final class RowSelection {

    /** Words in a block: a few lines of the processor's nearest cache. */
    static final int BLOCK = 64;

    private final int words;
    private final RowSet[][] demands;
    private final long[] union = new long[BLOCK];

    /**
     * @param size how many rows there are
     * @param demands of each of these a row must be in one set at least
     */
    RowSelection(int size, List<RowSet[]> demands) {
        this.words = (size + Long.SIZE - 1) / Long.SIZE;
        this.demands = demands.toArray(RowSet[][]::new);
    }

    /** How many words there are to read. */
    int words() {
        return words;
    }

    /**
     * Reads the words from one on, as many as are left of a block.
     *
     * @param block where to put them, {@link #BLOCK} words
     * @return how many there are
     */
    int read(int from, long[] block) {
        int count = Math.min(BLOCK, words - from);
        Arrays.fill(block, 0, count, -1);
        for (RowSet[] oneOf : demands) {
            if (oneOf.length == 1) {
                oneOf[0].retainIn(block, from, count);
            } else {
                retainInAny(oneOf, block, from, count);
            }
        }
        return count;
    }

    private void retainInAny(RowSet[] oneOf, long[] block, int from, int count) {
        Arrays.fill(union, 0, count, 0);
        for (RowSet set : oneOf) {
            set.addTo(union, from, count);
        }
        for (int i = 0; i < count; i++) {
            block[i] &= union[i];
        }
    }

    /** All the rows, in order. */
    int[] toArray() {
        IntArrayList rows = new IntArrayList();
        long[] block = new long[BLOCK];
        for (int from = 0; from < words; from += BLOCK) {
            int count = read(from, block);
            for (int i = 0; i < count; i++) {
                for (long rest = block[i]; rest != 0; rest &= rest - 1) {
                    rows.add((from + i) * Long.SIZE + Long.numberOfTrailingZeros(rest));
                }
            }
        }
        return rows.toIntArray();
    }
}
