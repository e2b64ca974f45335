package no.normverk.terminology.edition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import no.normverk.terminology.ConceptSet;
import org.jspecify.annotations.Nullable;

/**
 * For words, and beginnings of words, that many designations have: which octets ({@link Octets}) have them, with a byte that says which of the eight designations do. A question with several such words
 * goes through lists a third or less as long as lists of designations would be, in the order of concepts, so that a concept is counted when it is met, and the parts of the code system that are not
 * asked about are passed over.
 *
 * <p>A list is cut into blocks of 2<sup>14</sup> octets. Within a block an entry is an int: in the upper half the octet; then the byte of designations with the word; then the byte of those that begin
 * with it. Lists are intersected block by block, the shortest first: its bytes are laid out in a table that fits the processor's first cache, and the next list is held against the table.
 *
 * <p>{@link DesignationIndexWriter} describes the columns.
 */
final class OctetPostings {

    static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int OCTET_SHIFT = 16;
    private static final int BYTES = 0xffff;
    private static final int FIRST = 0xff;
    /** When a list has so many times more entries than there are left, each that is left is looked for in it. */
    private static final int LOOKED_FOR = 16;

    private final int[] sets;
    private final int[] blocks;
    private final ColumnFile.IntColumn entries;
    private final Octets octets;
    private final int blockCount;

    private OctetPostings(int[] sets, int[] blocks, ColumnFile.IntColumn entries, Octets octets) {
        this.sets = sets;
        this.blocks = blocks;
        this.entries = entries;
        this.octets = octets;
        this.blockCount = blockCount(octets.count());
    }

    /** Those of an edition; {@code null} when it was compiled before they were written. */
    static @Nullable OctetPostings open(ColumnFile columns) {
        if (!columns.has("text.octet.entries")) {
            return null;
        }
        Octets octets = new Octets(columns.ints("text.octet.concept"), columns.ints("text.octet.place"));
        return new OctetPostings(
                columns.ints("text.octet.set"), columns.ints("text.octet.block"), columns.mappedInts("text.octet.entries"), octets);
    }

    static int blockCount(int octets) {
        return (octets + BLOCK - 1) >>> BLOCK_BITS;
    }

    static int entry(int octet, int having, int first) {
        return (octet & BLOCK - 1) << OCTET_SHIFT | having << Octets.SIZE | first;
    }

    /** Told of every octet with a designation that has all the words, in ascending order. */
    @FunctionalInterface
    interface Found {
        /**
         * @param octet for {@link #place}
         * @param having a bit for each designation that has all the words
         * @param first a bit for each designation whose first word is the first asked for
         */
        void octet(int concept, int octet, int having, int first);
    }

    /** The place of an octet's first designation in the designations by concept. */
    int place(int octet) {
        return octets.place()[octet];
    }

    /** The number of the list of a set of designations, or -1 when it is kept for larger sets only. */
    int list(int set) {
        return Math.max(-1, Arrays.binarySearch(sets, set));
    }

    private int length(int list) {
        return blocks[list * (blockCount + 1) + blockCount] - blocks[list * (blockCount + 1)];
    }

    /**
     * Finds the designations that are in all lists.
     *
     * @param lists the first of them is that of the first word
     * @param within blocks without any of these concepts are passed over; {@code null} for all
     */
    void intersect(int[] lists, @Nullable ConceptSet within, Found found) {
        int[] shortestFirst = IntStream.of(lists)
                .boxed()
                .sorted(Comparator.comparingInt(this::length))
                .mapToInt(Integer::intValue)
                .toArray();
        Passage passage = new Passage(lists[0]);
        for (int block = 0; block < blockCount; block++) {
            if (within == null || hasAny(within, block)) {
                int left = passage.begin(shortestFirst[0], block);
                for (int i = 1; i < shortestFirst.length && left > 0; i++) {
                    left = passage.keep(shortestFirst[i], block, left);
                }
                passage.tell(block, left, found);
            }
        }
    }

    private boolean hasAny(ConceptSet within, int block) {
        int last = Math.min((block + 1) << BLOCK_BITS, octets.count()) - 1;
        int next = within.next(octets.concept()[block << BLOCK_BITS]);
        return next >= 0 && next <= octets.concept()[last];
    }

    /** The way of one question through the blocks, with the tables it needs. */
    private final class Passage {
        private final int leading;
        private final char[] table = new char[BLOCK];
        private int[] current = new int[BATCH];
        private int[] next = new int[BATCH];

        private static final int BATCH = 512;

        Passage(int leading) {
            this.leading = leading;
        }

        private int from(int list, int block) {
            return blocks[list * (blockCount + 1) + block];
        }

        /** What is added to an entry so that it leaves the beginnings alone, unless its list is that of the first word. */
        private int mask(int list) {
            return list == leading ? 0 : FIRST;
        }

        int begin(int list, int block) {
            int from = from(list, block);
            int count = from(list, block + 1) - from;
            if (current.length < count) {
                current = new int[count];
                next = new int[count];
            }
            int mask = mask(list);
            for (int i = 0; i < count; i++) {
                current[i] = entries.get(from + i) | mask;
            }
            return count;
        }

        /** Leaves what is in a list too. */
        int keep(int list, int block, int left) {
            int from = from(list, block);
            int to = from(list, block + 1);
            int kept = to - from > LOOKED_FOR * left ? lookFor(from, to, mask(list), left) : holdAgainst(from, to, mask(list), left);
            int[] swapped = current;
            current = next;
            next = swapped;
            return kept;
        }

        private int holdAgainst(int from, int to, int mask, int left) {
            for (int i = 0; i < left; i++) {
                table[current[i] >>> OCTET_SHIFT] = (char) current[i];
            }
            int kept = 0;
            for (int i = from; i < to; i++) {
                int entry = entries.get(i);
                int common = table[entry >>> OCTET_SHIFT] & (entry | mask);
                if (common > FIRST) {
                    next[kept++] = entry & ~BYTES | common;
                }
            }
            for (int i = 0; i < left; i++) {
                table[current[i] >>> OCTET_SHIFT] = 0;
            }
            return kept;
        }

        private int lookFor(int from, int to, int mask, int left) {
            int kept = 0;
            int low = from;
            for (int i = 0; i < left; i++) {
                int octet = current[i] >>> OCTET_SHIFT;
                int high = to;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (entries.get(middle) >>> OCTET_SHIFT < octet) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                if (low == to) {
                    return kept;
                }
                int entry = entries.get(low);
                int common = entry >>> OCTET_SHIFT == octet ? current[i] & (entry | mask) & BYTES : 0;
                if (common > FIRST) {
                    next[kept++] = entry & ~BYTES | common;
                }
            }
            return kept;
        }

        void tell(int block, int left, Found found) {
            int base = block << BLOCK_BITS;
            for (int i = 0; i < left; i++) {
                int octet = base + (current[i] >>> OCTET_SHIFT);
                found.octet(octets.concept()[octet], octet, (current[i] & BYTES) >>> Octets.SIZE, current[i] & FIRST);
            }
        }
    }
}
