package no.normverk.fhir.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for answers, used again and again: most of what an answer would otherwise allocate is the array that it is written in, which is cold memory to be zeroed first. There are a few places to
 * keep a buffer in, each taken and filled by one atomic step; where they are empty a new buffer is made, where they are full one is left to the garbage collector. Nobody waits.
 */
final class Buffers {

    /** More answers than this are hardly written at the same time by the few cores there are. */
    private static final int PLACES = 16;

    /** How many places are looked at before giving up. */
    private static final int TRIES = 4;

    /** A larger buffer is too rarely needed to be kept. */
    private static final int LARGEST = 1 << 20;

    /** Smaller ones would soon be grown out of. */
    private static final int SMALLEST = 1 << 14;

    private static final AtomicReferenceArray<byte @Nullable []> FREE = new AtomicReferenceArray<>(PLACES);

    private Buffers() {}

    /** A buffer with at least so many bytes, whatever they are. */
    static byte[] take(int size) {
        int first = place();
        for (int i = 0; i < TRIES; i++) {
            int place = first + i & PLACES - 1;
            byte[] free = FREE.getPlain(place) == null ? null : FREE.getAndSet(place, null);
            if (free != null && free.length >= size) {
                return free;
            }
        }
        return new byte[Math.max(size, SMALLEST)];
    }

    /** Keeps a buffer for others; who gives it back must not look at it again. */
    static void giveBack(byte[] buffer) {
        if (buffer.length < SMALLEST || buffer.length > LARGEST) {
            return;
        }
        int first = place();
        for (int i = 0; i < TRIES; i++) {
            int place = first + i & PLACES - 1;
            if (FREE.getPlain(place) == null && FREE.compareAndSet(place, null, buffer)) {
                return;
            }
        }
    }

    /** Where a thread begins to look: at the same place each time. */
    private static int place() {
        return (int) Thread.currentThread().threadId();
    }
}
