package no.normverk.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one HTTP answer as they come in. It understands answers with a Content-Length only. */
final class AnswerBytes {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int bodyStart;
    private int end;

    /** Forgets the answer, to take the next. */
    void clear() {
        filled = 0;
        bodyStart = 0;
        end = 0;
    }

    /** Where to put what comes in, from {@link #filled()} on. */
    byte[] buffer() {
        return buffer;
    }

    int filled() {
        return filled;
    }

    /** Takes so many bytes that were put at {@link #filled()}. Returns whether the answer is whole. */
    boolean took(int count) throws IOException {
        filled += count;
        if (bodyStart == 0) {
            bodyStart = endOfHead();
            if (bodyStart == 0) {
                return false;
            }
            end = bodyStart + length();
            if (end > buffer.length) {
                buffer = Arrays.copyOf(buffer, end);
            }
        }
        return filled >= end;
    }

    int status() {
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    String text() {
        return new String(buffer, bodyStart, end - bodyStart, StandardCharsets.UTF_8);
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int length() throws IOException {
        for (int i = 1; i < bodyStart; i++) {
            if (buffer[i - 1] == '\n' && isLength(i)) {
                int length = 0;
                for (int at = i + LENGTH.length; buffer[at] != '\r'; at++) {
                    length = buffer[at] == ' ' ? length : 10 * length + buffer[at] - '0';
                }
                return length;
            }
        }
        throw new IOException("an answer without Content-Length: " + new String(buffer, 0, bodyStart, StandardCharsets.US_ASCII));
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((buffer[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
