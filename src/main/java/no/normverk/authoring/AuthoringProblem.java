package no.normverk.authoring;

/**
 * Something wrong in a file that people write.
 *
 * @param file the file's name as given to the reader
 * @param line line in the file, from 1
 * @param field the field's name; for a field inside a list its path, such as {@code obligations[2].actor}
 * @param found what stands there
 * @param expected what should have stood there
 */
public record AuthoringProblem(String file, int line, String field, String found, String expected) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + field + ": found " + found + ", expected " + expected;
    }
}
