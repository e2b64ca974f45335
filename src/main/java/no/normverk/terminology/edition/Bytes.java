package no.normverk.terminology.edition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes, for texts on their way into a column. */
public final class Bytes {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] array = new byte[1 << 16];
    private int size;

    public int size() {
        return size;
    }

    /** The bytes from 0 to {@link #size()}; the rest of the array is spare. */
    public byte[] array() {
        return array;
    }

    public byte get(int index) {
        return array[index];
    }

    public void add(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, array, size, length);
        size += length;
    }

    public void add(byte value) {
        reserve(1);
        array[size++] = value;
    }

    /** Adds a text in UTF-8. */
    public void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length);
    }

    public String text(int from, int to) {
        return new String(array, from, to - from, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when a column of bytes would be longer than an array can be */
    private void reserve(int more) {
        if (more <= array.length - size) {
            return;
        }
        long needed = (long) size + more;
        if (needed > MOST) {
            throw new IllegalStateException("more than " + MOST + " bytes of text in one column");
        }
        array = Arrays.copyOf(array, (int) Math.min(MOST, Math.max(needed, size + (size >> 1) + 1024L)));
    }
}
