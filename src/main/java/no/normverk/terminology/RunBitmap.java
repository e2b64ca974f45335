package no.normverk.terminology;

import java.util.Arrays;
import org.roaringbitmap.Container;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RunContainer;

/** Makes a bitmap of ascending runs that do not touch: container by container, which costs a few nanoseconds a run where adding ranges costs a search and a copy each. */
final class RunBitmap {

    private static final int BITS = 16;
    private static final int LAST = 0xFFFF;

    private final RoaringBitmap bitmap = new RoaringBitmap();
    /** Of the container under construction: first number and length less one, in turn. */
    private char[] pairs = new char[16];

    private int filled;
    private int key = -1;

    private RunBitmap() {}

    /** @param runs first number and the number after the last, in turn, from {@code from} up to but not including {@code to} */
    static RoaringBitmap of(int[] runs, int from, int to) {
        RunBitmap made = new RunBitmap();
        for (int i = from; i < to; i += 2) {
            made.add(runs[i], runs[i + 1] - 1);
        }
        made.close();
        return made.bitmap;
    }

    private void add(int first, int last) {
        int start = first;
        while (start >>> BITS != last >>> BITS) {
            put(start, start | LAST);
            start = (start | LAST) + 1;
        }
        put(start, last);
    }

    private void put(int first, int last) {
        if (first >>> BITS != key) {
            close();
            key = first >>> BITS;
        }
        if (filled == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * filled);
        }
        pairs[filled++] = (char) first;
        pairs[filled++] = (char) (last - first);
    }

    private void close() {
        if (filled > 0) {
            Container container = new RunContainer(Arrays.copyOf(pairs, filled), filled / 2);
            bitmap.append((char) key, container.runOptimize());
            filled = 0;
        }
    }
}
