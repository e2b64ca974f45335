package no.normverk.fhir.json;

import java.util.Arrays;

/**
 * A JSON writer that appends UTF-8 to one growing buffer. Commas are its own affair; that objects and arrays are closed in order is the caller's.
 *
 * <p>Not thread-safe; a writer is made for one answer.
 */
public final class JsonOut {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] buffer;
    private int length;
    private boolean needsComma;

    public JsonOut() {
        this(1024);
    }

    public JsonOut(int expectedSize) {
        this.buffer = new byte[expectedSize];
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

    public JsonOut bool(boolean value) {
        return raw(value ? "true" : "false");
    }

    public JsonOut number(long value) {
        return raw(Long.toString(value));
    }

    /** A number in its own lexical form. */
    public JsonOut number(String value) {
        return raw(value);
    }

    /** A string member. */
    public JsonOut member(String name, String value) {
        return name(name).string(value);
    }

    /** A value that is JSON already. */
    public JsonOut json(byte[] encoded, int offset, int count) {
        separate();
        ensure(count);
        System.arraycopy(encoded, offset, buffer, length, count);
        length += count;
        needsComma = true;
        return this;
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
        int size = text.length();
        ensure(size * 6 + 2);
        byte[] out = buffer;
        int at = length;
        out[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                out[at++] = (byte) c;
            } else if (c >= 0x80) {
                int codePoint = c;
                if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                    codePoint = Character.toCodePoint(c, text.charAt(++i));
                } else if (Character.isSurrogate(c)) {
                    codePoint = 0xFFFD;
                }
                at = utf8(out, at, codePoint);
            } else {
                at = escaped(out, at, c);
            }
        }
        out[at++] = '"';
        length = at;
    }

    private static int utf8(byte[] out, int start, int codePoint) {
        int at = start;
        if (codePoint < 0x800) {
            out[at++] = (byte) (0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                out[at++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                out[at++] = (byte) (0xF0 | codePoint >> 18);
                out[at++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            }
            out[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        out[at++] = (byte) (0x80 | codePoint & 0x3F);
        return at;
    }

    private static int escaped(byte[] out, int start, char c) {
        int at = start;
        out[at++] = '\\';
        switch (c) {
            case '"', '\\' -> out[at++] = (byte) c;
            case '\n' -> out[at++] = 'n';
            case '\r' -> out[at++] = 'r';
            case '\t' -> out[at++] = 't';
            default -> {
                out[at++] = 'u';
                out[at++] = '0';
                out[at++] = '0';
                out[at++] = HEX[c >> 4];
                out[at++] = HEX[c & 0xF];
            }
        }
        return at;
    }
}
