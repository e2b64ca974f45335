package no.normverk.classification;

/** A file is not what its format promises. */
public final class ClassificationException extends Exception {
    private final int line;
    private final int column;

    /**
     * @param reason what is wrong, for people, with the value that is wrong
     * @param line where, from 1; 0 when it concerns the file as a whole
     * @param column where in the line, from 1
     */
    public ClassificationException(String reason, int line, int column) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
