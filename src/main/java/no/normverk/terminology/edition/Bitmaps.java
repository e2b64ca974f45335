package no.normverk.terminology.edition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** A list of bitmaps in the mapping. A bitmap is used where it lies; making the object that reads it costs little. */
public final class Bitmaps {

    private final int[] start;
    private final ByteBuffer bytes;

    private Bitmaps(int[] start, ByteBuffer bytes) {
        this.start = start;
        this.bytes = bytes;
    }

    /** The bitmaps in the columns {@code name.start} and {@code name.bytes}. */
    public static Bitmaps open(ColumnFile columns, String name) {
        return new Bitmaps(columns.ints(name + ".start"), columns.buffer(name + ".bytes"));
    }

    public int size() {
        return start.length - 1;
    }

    public boolean has(int index) {
        return start[index] < start[index + 1];
    }

    /** The bitmap, or {@code null} when the place is empty. */
    public @Nullable ImmutableRoaringBitmap get(int index) {
        if (!has(index)) {
            return null;
        }
        return new ImmutableRoaringBitmap(
                bytes.slice(start[index], start[index + 1] - start[index]).order(ByteOrder.LITTLE_ENDIAN));
    }
}
