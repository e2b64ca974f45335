package no.normverk.fhir.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What JSON strings may not hold as it is (RFC 8259, 7), found fast and escaped where it is found. */
final class Escaping {

    /** How many bytes one char takes at the most: an escape by its number. */
    static final int MOST_BYTES = 6;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Escaping() {}

    /** Whether a byte of UTF-8 must be escaped. */
    static boolean isNeeded(byte b) {
        return (b >= 0 && b < 0x20) || b == '"' || b == '\\';
    }

    /**
     * Whether text can stand in a JSON string as it is. Eight bytes are looked at at a time: a byte is found by the borrow it makes when something is subtracted from all. A question
     * mark is looked at twice, for encoding puts one where half a surrogate pair was.
     */
    static boolean isPlain(byte[] utf8, int from, int count) {
        int end = from + count;
        if (count < Long.BYTES) {
            for (int i = from; i < end; i++) {
                if (isNeeded(utf8[i]) || utf8[i] == '?') {
                    return false;
                }
            }
            return true;
        }
        for (int i = from; i < end - Long.BYTES; i += Long.BYTES) {
            if (!isPlain((long) LONGS.get(utf8, i))) {
                return false;
            }
        }
        // The last eight may have been looked at in part already.
        return isPlain((long) LONGS.get(utf8, end - Long.BYTES));
    }

    private static boolean isPlain(long bytes) {
        long control = bytes - 0x2020202020202020L & ~bytes;
        long quotes = bytes ^ 0x2222222222222222L;
        quotes = quotes - 0x0101010101010101L & ~quotes;
        long backslashes = bytes ^ 0x5C5C5C5C5C5C5C5CL;
        backslashes = backslashes - 0x0101010101010101L & ~backslashes;
        long questions = bytes ^ 0x3F3F3F3F3F3F3F3FL;
        questions = questions - 0x0101010101010101L & ~questions;
        return ((control | quotes | backslashes | questions) & 0x8080808080808080L) == 0;
    }

    /**
     * Writes a text in UTF-8, escaped where it must be; half a surrogate pair becomes the replacement character.
     *
     * @param out has room for {@link #MOST_BYTES} for each char
     * @return where the text ends
     */
    static int write(String text, byte[] out, int start) {
        int at = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                int codePoint = c;
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    codePoint = Character.toCodePoint(c, text.charAt(++i));
                } else if (Character.isSurrogate(c)) {
                    codePoint = 0xFFFD;
                }
                at = utf8(out, at, codePoint);
            } else if (isNeeded((byte) c)) {
                at = escape(out, at, c);
            } else {
                out[at++] = (byte) c;
            }
        }
        return at;
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

    private static int escape(byte[] out, int start, char c) {
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
