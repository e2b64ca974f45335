package no.normverk.snomed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.edition.Bytes;

/**
 * The rows of one release file, one after the other: UTF-8 lines of fields parted by TAB, ended by CR LF or LF. Fields are read
 * from the bytes where they lie; nothing is made per field. The checks are those RF2 states for the type of the field; a row that
 * fails one ends the reading with {@link Rf2FormatException}.
 */
final class Rf2Rows implements Closeable {

    private static final int LONGEST_LINE = 1 << 26;
    private static final int SHOWN = 80;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final InputStream in;
    private final List<String> header;
    private byte[] buffer = new byte[1 << 18];
    private int filled;
    private int next;
    private boolean ended;
    private int lineStart;
    private int lineEnd;
    private long line;
    private final int[] starts;
    private int fields;

    /**
     * Reads the header line.
     *
     * @throws Rf2FormatException when the file is empty
     */
    Rf2Rows(Rf2File file) throws IOException {
        this.file = file.path();
        this.in = file.open();
        if (!nextLine()) {
            throw new Rf2FormatException(this.file, 1, null, "", "a header line");
        }
        String first = new String(buffer, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
        header = List.of((first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first).split("\t", -1));
        starts = new int[header.size() + 2];
    }

    String file() {
        return file;
    }

    List<String> header() {
        return header;
    }

    /** The number of the current line; the header is line 1. */
    long line() {
        return line;
    }

    /**
     * Demands certain columns at the beginning of the header.
     *
     * @param count how many columns there must be in all
     */
    void requireHeader(List<String> columns, int count) throws Rf2FormatException {
        for (int i = 0; i < columns.size(); i++) {
            String found = i < header.size() ? header.get(i) : "";
            if (!found.equalsIgnoreCase(columns.get(i))) {
                throw new Rf2FormatException(file, 1, columns.get(i), found, "the column name " + columns.get(i));
            }
        }
        if (header.size() != count) {
            throw new Rf2FormatException(file, 1, null, String.join(" ", header), count + " columns");
        }
    }

    /** Goes to the next row; {@code false} at the end of the file. */
    boolean next() throws IOException {
        if (!nextLine()) {
            return false;
        }
        fields = 0;
        starts[fields++] = lineStart;
        for (int i = lineStart; i < lineEnd; i++) {
            if (buffer[i] == '\t') {
                if (fields == starts.length - 1) {
                    throw wrongLine((header.size() + 1) + " or more fields");
                }
                starts[fields++] = i + 1;
            }
        }
        starts[fields] = lineEnd + 1;
        if (fields != header.size()) {
            throw wrongLine(lineStart == lineEnd ? "an empty line" : fields + " fields");
        }
        return true;
    }

    private Rf2FormatException wrongLine(String found) {
        return new Rf2FormatException(file, line, null, found, header.size() + " fields parted by TAB");
    }

    private boolean nextLine() throws IOException {
        int scan = next;
        while (true) {
            for (; scan < filled; scan++) {
                if (buffer[scan] == '\n') {
                    return line(next, scan, scan + 1);
                }
            }
            if (ended) {
                return next < filled && line(next, filled, filled);
            }
            scan -= next;
            refill();
        }
    }

    private boolean line(int from, int to, int following) {
        lineStart = from;
        lineEnd = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        next = following;
        line++;
        return true;
    }

    /** Moves the unfinished line to the front and reads more behind it. */
    private void refill() throws IOException {
        int rest = filled - next;
        if (rest == buffer.length) {
            if (buffer.length >= LONGEST_LINE) {
                throw new Rf2FormatException(file, line + 1, null, "a line of over " + LONGEST_LINE + " bytes", "lines of text");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, rest);
            next = 0;
        }
        filled = next + rest;
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }

    private int start(int column) {
        return starts[column];
    }

    private int end(int column) {
        return starts[column + 1] - 1;
    }

    boolean isEmpty(int column) {
        return start(column) == end(column);
    }

    /** An SCTID: 1 to 18 digits, not zero. */
    long sctid(int column) throws Rf2FormatException {
        int from = start(column);
        int to = end(column);
        if (from == to || to - from > 18 || buffer[from] == '0') {
            throw wrong(column, "an SCTID");
        }
        long id = 0;
        for (int i = from; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw wrong(column, "an SCTID");
            }
            id = 10 * id + digit;
        }
        return id;
    }

    /** A day as the number yyyymmdd. */
    int time(int column) throws Rf2FormatException {
        int from = start(column);
        if (end(column) - from != 8) {
            throw wrong(column, "a day as yyyymmdd");
        }
        int day = 0;
        for (int i = from; i < from + 8; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw wrong(column, "a day as yyyymmdd");
            }
            day = 10 * day + digit;
        }
        int month = day / 100 % 100;
        if (month < 1 || month > 12 || day % 100 < 1 || day % 100 > 31) {
            throw wrong(column, "a day as yyyymmdd");
        }
        return day;
    }

    boolean flag(int column) throws Rf2FormatException {
        int from = start(column);
        if (end(column) - from == 1 && (buffer[from] == '0' || buffer[from] == '1')) {
            return buffer[from] == '1';
        }
        throw wrong(column, "0 or 1");
    }

    /** A whole number that fits an int; it may be negative. */
    int number(int column) throws Rf2FormatException {
        int from = start(column);
        int to = end(column);
        boolean negative = from < to && buffer[from] == '-';
        long number = 0;
        int first = negative ? from + 1 : from;
        if (first == to || to - first > 10) {
            throw wrong(column, "a whole number");
        }
        for (int i = first; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw wrong(column, "a whole number");
            }
            number = 10 * number + digit;
        }
        number = negative ? -number : number;
        if (number != (int) number) {
            throw wrong(column, "a whole number of at most 32 bits");
        }
        return (int) number;
    }

    /** The first or last 64 bits of a UUID. */
    long uuidHalf(int column, boolean last) throws Rf2FormatException {
        int from = start(column);
        if (end(column) - from != 36) {
            throw wrong(column, "a UUID");
        }
        long half = 0;
        for (int i = last ? 19 : 0; i < (last ? 36 : 19); i++) {
            byte b = buffer[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (b != '-') {
                    throw wrong(column, "a UUID");
                }
                continue;
            }
            int digit = Character.digit(b, 16);
            if (digit < 0) {
                throw wrong(column, "a UUID");
            }
            half = half << 4 | digit;
        }
        return half;
    }

    /** Adds the field's bytes to a column; they must be UTF-8. */
    void copyText(int column, Bytes target) throws Rf2FormatException {
        int from = start(column);
        int length = end(column) - from;
        requireUtf8(column, from, length);
        target.add(buffer, from, length);
    }

    String text(int column) throws Rf2FormatException {
        int from = start(column);
        int length = end(column) - from;
        requireUtf8(column, from, length);
        return new String(buffer, from, length, StandardCharsets.UTF_8);
    }

    /** Whether the field is the given text; for short codes that repeat on every row. */
    boolean is(int column, byte[] text) {
        return Arrays.equals(buffer, start(column), end(column), text, 0, text.length);
    }

    private void requireUtf8(int column, int from, int length) throws Rf2FormatException {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] < 0) {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
                } catch (CharacterCodingException failure) {
                    throw wrong(column, "UTF-8");
                }
                return;
            }
        }
    }

    /** The failure to throw when the field is not as expected. */
    Rf2FormatException wrong(int column, String expected) {
        int from = start(column);
        int length = Math.min(end(column) - from, SHOWN);
        return new Rf2FormatException(
                file, line, header.get(column), new String(buffer, from, length, StandardCharsets.UTF_8), expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
