package no.normverk.snomed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A release file that is not as RF2 demands. Says where, what was found, and what should be there. */
public final class Rf2FormatException extends IOException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final @Nullable String column;
    private final String value;
    private final String expected;

    /**
     * @param file the file, with the package it is in
     * @param line from 1, the header being line 1
     * @param column the column's name, or {@code null} when it is about the whole line
     */
    public Rf2FormatException(String file, long line, @Nullable String column, String value, String expected) {
        super(file + ", line " + line + (column == null ? "" : ", column " + column)
                + ": found '" + value + "', expected " + expected);
        this.file = file;
        this.line = line;
        this.column = column;
        this.value = value;
        this.expected = expected;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }
}
