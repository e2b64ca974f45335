package no.normverk.terminology.edition;

import java.util.Arrays;

/** The smallest of many numbers. Twice as many as are wanted are gathered before they are sorted and the worse half forgotten. */
final class BestHits {

    private static final int LEAST = 64;

    private final int wanted;
    private long[] gathered;
    private int size;
    private long worst;

    BestHits(int wanted) {
        this.wanted = wanted;
        this.gathered = new long[LEAST];
        this.worst = wanted == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Whether a number can be among the smallest, as far as is known. */
    boolean isOfUse(long hit) {
        return hit < worst;
    }

    void add(long hit) {
        if (!isOfUse(hit)) {
            return;
        }
        if (size == gathered.length) {
            makeRoom();
        }
        gathered[size++] = hit;
    }

    private void makeRoom() {
        if (size < 2L * wanted) {
            gathered = Arrays.copyOf(gathered, size * 2);
            return;
        }
        Arrays.sort(gathered, 0, size);
        size = wanted;
        worst = gathered[wanted - 1];
    }

    /** Those that are wanted, ascending. */
    long[] best() {
        Arrays.sort(gathered, 0, size);
        return Arrays.copyOf(gathered, Math.min(size, wanted));
    }
}
