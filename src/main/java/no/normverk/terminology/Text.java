package no.normverk.terminology;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A text in the form in which it is held, so that it need not become a String on its way to an answer. {@link #toString()} makes the String of it.
 */
public sealed interface Text {

    static Text of(String value) {
        return new Made(value);
    }

    /** A text that is there already. */
    record Made(String value) implements Text {
        @Override
        public String toString() {
            return value;
        }
    }

    /** A code that is a number: its decimal digits. */
    record Digits(long number) implements Text {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * UTF-8 in an edition's columns, to be read while the edition is open.
     *
     * @param segment where it lies
     * @param from the position of its first byte there
     * @param length how many bytes it has
     */
    record Stored(MemorySegment segment, long from, int length) implements Text {

        /** Copies the bytes to an array. */
        public void copyTo(byte[] target, int at) {
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, from, target, at, length);
        }

        @Override
        public String toString() {
            byte[] copy = new byte[length];
            copyTo(copy, 0);
            return new String(copy, StandardCharsets.UTF_8);
        }
    }
}
