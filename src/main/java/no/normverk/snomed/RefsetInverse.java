package no.normverk.snomed;

import java.util.Arrays;

/**
 * The rows of a reference set by the text of one field: hashes with the rows that have them, sorted; a look-up compares the
 * texts themselves.
 */
final class RefsetInverse {

    private final RefsetRows rows;
    private final int field;
    /** Hash in the upper half, row in the lower. */
    private final long[] entries;

    RefsetInverse(RefsetRows rows, int field) {
        this.rows = rows;
        this.field = field;
        entries = new long[rows.size()];
        for (int row = 0; row < entries.length; row++) {
            entries[row] = (long) rows.text(row, field).hashCode() << 32 | row;
        }
        Arrays.sort(entries);
    }

    int[] find(String text) {
        long hash = (long) text.hashCode() << 32;
        int from = Arrays.binarySearch(entries, hash);
        from = from < 0 ? -from - 1 : from;
        int to = from;
        while (to < entries.length && entries[to] >> 32 == hash >> 32) {
            to++;
        }
        return Arrays.stream(entries, from, to)
                .mapToInt(entry -> (int) entry)
                .filter(row -> rows.text(row, field).equals(text))
                .toArray();
    }
}
