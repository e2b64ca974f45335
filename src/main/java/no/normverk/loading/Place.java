package no.normverk.loading;

import org.jspecify.annotations.Nullable;

/**
 * Where in the input something is.
 *
 * @param file the file as the user named it
 * @param entry path inside an archive, or which entry of a Bundle; {@code null} for the file itself
 * @param line from 1; 0 when not known
 * @param column from 1; 0 when not known
 */
public record Place(String file, @Nullable String entry, int line, int column) {
    public static Place of(String file) {
        return new Place(file, null, 0, 0);
    }

    /** An entry of this file, or of this entry. */
    public Place in(String part) {
        return new Place(file, entry == null ? part : entry + ", " + part, 0, 0);
    }

    public Place at(int atLine, int atColumn) {
        return new Place(file, entry, atLine, atColumn);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (entry != null) {
            text.append(": ").append(entry);
        }
        if (line > 0) {
            text.append(", line ").append(line);
            if (column > 0) {
                text.append(", column ").append(column);
            }
        }
        return text.toString();
    }
}
