package no.normverk.snomed.syntax;

/**
 * Where a text left its grammar, and what would have been right there.
 *
 * @param offset index of the offending character in the text, in UTF-16 units from 0; the length of the text when it ended too
 *     early
 * @param line line of that character, from 1; CR, LF and CR LF end a line
 * @param column place of that character in its line, in UTF-16 units from 1
 * @param found what stands there, readable in a sentence
 * @param expected what the grammar allows there, readable in a sentence
 */
public record SyntaxProblem(int offset, int line, int column, String found, String expected) {
    /** The problem in one English sentence. */
    public String message() {
        return "Found " + found + " at line " + line + ", column " + column + ", but expected " + expected + ".";
    }
}
