package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.roaringbitmap.RoaringBitmap;

/**
 * Gathers bitmaps and writes them as the columns {@code name.start} and {@code name.bytes}, each in Roaring's portable format.
 */
public final class BitmapsWriter {

    private final Bytes bytes = new Bytes();
    private final IntArrayList starts = new IntArrayList();

    /** Adds a bitmap; the caller has run-optimised it. */
    public void add(RoaringBitmap bitmap) {
        starts.add(bytes.size());
        ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes()).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.serialize(buffer);
        bytes.add(buffer.array(), 0, buffer.position());
    }

    /** Adds a place without a bitmap. */
    public void addNone() {
        starts.add(bytes.size());
    }

    public int size() {
        return starts.size();
    }

    public void write(ColumnWriter columns, String name) throws IOException {
        starts.add(bytes.size());
        columns.ints(name + ".start", starts.elements(), starts.size());
        columns.bytes(name + ".bytes", bytes.array(), bytes.size());
    }
}
