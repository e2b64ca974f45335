package no.normverk.classification;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8 with or without byte order mark, or, where a publisher uses it, Windows' code page 1252. Bytes that mean nothing are refused, never replaced. */
final class FileText {
    private static final Charset CP_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACED = '\uFFFD';

    private FileText() {}

    /** @throws ClassificationException at the first byte that is not UTF-8 */
    static String utf8(byte[] bytes) throws ClassificationException {
        return decode(bytes, StandardCharsets.UTF_8, "UTF-8");
    }

    /** UTF-8 where it is UTF-8, and otherwise code page 1252. */
    static String utf8OrCp1252(byte[] bytes) throws ClassificationException {
        return isUtf8(bytes) ? utf8(bytes) : decode(bytes, CP_1252, "UTF-8 nor Windows-1252");
    }

    private static boolean isUtf8(byte[] bytes) {
        CharBuffer none = CharBuffer.allocate(Math.max(1, bytes.length));
        return !decoder(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(bytes), none, true).isError();
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static String decode(byte[] bytes, Charset charset, String names) throws ClassificationException {
        CharBuffer chars = CharBuffer.allocate(Math.max(1, bytes.length));
        CoderResult result = decoder(charset).decode(ByteBuffer.wrap(bytes), chars, true);
        chars.flip();
        String text = chars.toString();
        if (result.isError()) {
            int broken = bytes[Math.min(bytes.length - 1, encodedLength(text, charset))] & 0xff;
            throw at(text, text.length(), "Wrong encoding: the byte 0x" + Integer.toHexString(broken) + " is neither "
                    + (names.equals("UTF-8") ? "part of a character in UTF-8 nor may the file be in another encoding" : names));
        }
        int replaced = text.indexOf(REPLACED);
        if (replaced >= 0) {
            throw at(text, replaced, "Wrong encoding: a character was lost (U+FFFD) before the file came here");
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw at(text, zero, "Wrong encoding: a zero byte, as in UTF-16; expected is UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int encodedLength(String text, Charset charset) {
        return text.getBytes(charset).length;
    }

    /** A refusal at a character; here the column counts characters. */
    private static ClassificationException at(String text, int index, String reason) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new ClassificationException(reason, line, index - start + 1);
    }
}
