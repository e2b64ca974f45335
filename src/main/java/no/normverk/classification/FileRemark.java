package no.normverk.classification;

/**
 * Something in a file that looks wrong and was repaired or passed over.
 *
 * @param line from 1; 0 when it concerns the file as a whole
 * @param column in a table the number of the cell, elsewhere the character; from 1, 0 when it concerns the line as a whole
 * @param text what was found and what was done about it, for people
 */
public record FileRemark(int line, int column, String text) {}
