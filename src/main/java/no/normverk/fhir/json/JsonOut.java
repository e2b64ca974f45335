package no.normverk.fhir.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.normverk.terminology.ListedConcepts;
import no.normverk.terminology.Text;

/**
 * A JSON writer that appends UTF-8 to one growing buffer. Commas are its own affair; that objects and arrays are closed in order is the caller's.
 *
 * <p>Not thread-safe; a writer is made for one answer.
 */
public final class JsonOut {

    /** Shorter text is looked at char by char; longer is worth a copy in UTF-8 to look at. */
    private static final int SHORT = 24;

    /** Digits of the greatest long. */
    private static final int MOST_DIGITS = 19;

    private static final VarHandle PAIRS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The digits of 0 to 99, two of each, the first in the lower byte. */
    private static final short[] DIGITS = digits();

    private byte[] buffer;
    private int length;
    private boolean needsComma;

    public JsonOut() {
        this(1024);
    }

    public JsonOut(int expectedSize) {
        this(new byte[expectedSize]);
    }

    private JsonOut(byte[] buffer) {
        this.buffer = buffer;
    }

    /** A writer for an answer of a usual size. */
    public static JsonOut forAnswer() {
        return forAnswer(0);
    }

    /** A writer for an answer, in a buffer that others used before; {@link #giveBack} when the answer is sent. */
    public static JsonOut forAnswer(int expectedSize) {
        return new JsonOut(Buffers.take(expectedSize));
    }

    /** Gives the buffer of a writer to others: nobody may look at it any more. */
    public static void giveBack(byte[] buffer) {
        Buffers.giveBack(buffer);
    }

    /** The buffer; only the first {@link #length()} bytes count. */
    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    public JsonOut startObject() {
        separate();
        append('{');
        needsComma = false;
        return this;
    }

    public JsonOut endObject() {
        append('}');
        needsComma = true;
        return this;
    }

    public JsonOut startArray() {
        separate();
        append('[');
        needsComma = false;
        return this;
    }

    public JsonOut endArray() {
        append(']');
        needsComma = true;
        return this;
    }

    /** The name of the next member. */
    public JsonOut name(String name) {
        separate();
        int size = name.length();
        ensure(size + 3);
        int at = length;
        buffer[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || Escaping.isNeeded((byte) c)) {
                return unusualName(name);
            }
            buffer[at++] = (byte) c;
        }
        buffer[at++] = '"';
        buffer[at++] = ':';
        length = at;
        needsComma = false;
        return this;
    }

    private JsonOut unusualName(String name) {
        quoted(name);
        append(':');
        needsComma = false;
        return this;
    }

    public JsonOut string(String value) {
        separate();
        quoted(value);
        needsComma = true;
        return this;
    }

    /** A text in whatever form it is held; UTF-8 is copied as it is where nothing in it must be escaped. */
    public JsonOut string(Text value) {
        separate();
        switch (value) {
            case Text.Made made -> quoted(made.value());
            case Text.Digits digits -> quoted(digits.number());
            case Text.Stored stored -> quoted(stored);
        }
        needsComma = true;
        return this;
    }

    public JsonOut bool(boolean value) {
        return raw(value ? "true" : "false");
    }

    public JsonOut number(long value) {
        separate();
        digits(value);
        needsComma = true;
        return this;
    }

    /** A number in its own lexical form. */
    public JsonOut number(String value) {
        return raw(value);
    }

    /** A string member. */
    public JsonOut member(String name, String value) {
        return name(name).string(value);
    }

    /** A string member. */
    public JsonOut member(String name, Text value) {
        return name(name).string(value);
    }

    /** JSON up to where a value is to stand, such as {@code {"name":"code","valueCode":}. */
    public JsonOut opening(byte[] encoded) {
        separate();
        put(encoded, 0, encoded.length);
        needsComma = false;
        return this;
    }

    /** Puts members that are JSON already at an earlier place, which is the beginning of an object; what is there moves on. */
    public JsonOut insertMembers(int place, JsonOut members) {
        int more = members.length + 1;
        ensure(more);
        System.arraycopy(buffer, place, buffer, place + more, length - place);
        System.arraycopy(members.buffer, 0, buffer, place, members.length);
        buffer[place + members.length] = ',';
        length += more;
        return this;
    }

    /** Makes room, so that so many more bytes can be written without copying what is there. */
    public JsonOut reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, length + more);
        }
        return this;
    }

    /** The entries of a run of concepts, as elements of an array. */
    public JsonOut listed(ListedConcepts entries, int from, int to) {
        separate();
        int count = entries.length(from, to);
        ensure(count);
        entries.copy(from, to, buffer, length);
        length += count;
        needsComma = true;
        return this;
    }

    /** A value that is JSON already. */
    public JsonOut json(byte[] encoded, int offset, int count) {
        separate();
        put(encoded, offset, count);
        needsComma = true;
        return this;
    }

    /** A value that is JSON already. */
    public JsonOut json(byte[] encoded) {
        return json(encoded, 0, encoded.length);
    }

    private void put(byte[] encoded, int offset, int count) {
        ensure(count);
        System.arraycopy(encoded, offset, buffer, length, count);
        length += count;
    }

    /** Members of the current object that are JSON already, without braces. */
    public JsonOut members(byte[] encoded) {
        return encoded.length == 0 ? this : json(encoded, 0, encoded.length);
    }

    private JsonOut raw(String ascii) {
        separate();
        ensure(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        needsComma = true;
        return this;
    }

    private void separate() {
        if (needsComma) {
            append(',');
        }
    }

    private void append(char c) {
        ensure(1);
        buffer[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void quoted(String text) {
        if (text.length() <= SHORT && quotedShort(text)) {
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (Escaping.isPlain(utf8, 0, utf8.length)) {
            plain(utf8);
        } else {
            escaped(text);
        }
    }

    /** Writes a short text unless something in it needs more than copying. */
    private boolean quotedShort(String text) {
        int size = text.length();
        ensure(size + 2);
        int at = length;
        buffer[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || Escaping.isNeeded((byte) c)) {
                return false;
            }
            buffer[at++] = (byte) c;
        }
        buffer[at++] = '"';
        length = at;
        return true;
    }

    private void quoted(Text.Stored text) {
        ensure(text.length() + 2);
        int from = length + 1;
        text.copyTo(buffer, from);
        if (!Escaping.isPlain(buffer, from, text.length())) {
            escaped(text.toString());
            return;
        }
        buffer[length] = '"';
        length = from + text.length();
        buffer[length++] = '"';
    }

    private void quoted(long number) {
        append('"');
        digits(number);
        append('"');
    }

    private void digits(long number) {
        if (number < 0) {
            byte[] ascii = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
            put(ascii, 0, ascii.length);
            return;
        }
        int size = 1;
        for (long limit = 10; size < MOST_DIGITS && number >= limit; limit *= 10) {
            size++;
        }
        ensure(size);
        length += size;
        int at = length;
        long rest = number;
        // Two digits a step, and in the smaller type as soon as they fit: divisions are what this costs.
        while (rest > Integer.MAX_VALUE) {
            long next = rest / 100;
            at = pair(at, (int) (rest - 100 * next));
            rest = next;
        }
        int small = (int) rest;
        while (small >= 100) {
            int next = small / 100;
            at = pair(at, small - 100 * next);
            small = next;
        }
        if (small >= 10) {
            pair(at, small);
        } else {
            buffer[at - 1] = (byte) ('0' + small);
        }
    }

    private static short[] digits() {
        short[] digits = new short[100];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (short) ('0' + i / 10 | '0' + i % 10 << 8);
        }
        return digits;
    }

    private int pair(int end, int number) {
        PAIRS.set(buffer, end - 2, DIGITS[number]);
        return end - 2;
    }

    private void plain(byte[] utf8) {
        ensure(utf8.length + 2);
        buffer[length++] = '"';
        System.arraycopy(utf8, 0, buffer, length, utf8.length);
        length += utf8.length;
        buffer[length++] = '"';
    }

    private void escaped(String text) {
        ensure(text.length() * Escaping.MOST_BYTES + 2);
        buffer[length++] = '"';
        length = Escaping.write(text, buffer, length);
        buffer[length++] = '"';
    }
}
