package no.normverk.terminology.edition;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import no.normverk.terminology.Text;

/** A list of texts in the mapping, UTF-8, read one at a time. */
public final class TextColumn {

    private final ColumnFile.IntColumn start;
    private final MemorySegment bytes;

    TextColumn(ColumnFile.IntColumn start, MemorySegment bytes) {
        this.start = start;
        this.bytes = bytes;
    }

    public int size() {
        return start.size() - 1;
    }

    public String get(int index) {
        return new String(utf8(index), StandardCharsets.UTF_8);
    }

    /** The text where it lies. */
    public Text.Stored text(int index) {
        int from = start.get(index);
        return new Text.Stored(bytes, from, start.get(index + 1) - from);
    }

    /** The text as it is stored. */
    public byte[] utf8(int index) {
        int from = start.get(index);
        byte[] copy = new byte[start.get(index + 1) - from];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, copy, 0, copy.length);
        return copy;
    }

    /**
     * Compares a stored text from one byte on with a part of a key, byte by byte, unsigned, and only as far as that part reaches.
     *
     * @return negative, zero or positive as the text is before, begins with, or is after the key
     */
    public int compare(int index, int depth, byte[] key, int keyFrom, int keyTo) {
        int from = start.get(index) + depth;
        int end = start.get(index + 1);
        for (int i = keyFrom; i < keyTo; i++, from++) {
            if (from >= end) {
                return -1;
            }
            int difference = (bytes.get(ValueLayout.JAVA_BYTE, from) & 0xff) - (key[i] & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** One byte of a text, unsigned. */
    public int byteAt(int index, int at) {
        return bytes.get(ValueLayout.JAVA_BYTE, (long) start.get(index) + at) & 0xff;
    }

    public int length(int index) {
        return length(index, index + 1);
    }

    /** How many bytes the texts from one to before another have together. */
    int length(int from, int to) {
        return start.get(to) - start.get(from);
    }

    /** Copies bytes from where a text begins; those of the texts that follow come after its own. */
    void copy(int index, int count, byte[] target, int at) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start.get(index), target, at, count);
    }

    /** All texts, copied. */
    public List<String> toList() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }
}
