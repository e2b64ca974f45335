package no.normverk.snomed.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.normverk.snomed.syntax.TextCursor;

/** The two ways the grammar lists things: side by side in brackets, and with commas. */
final class Listing {
    private Listing() {}

    /** {@code item / "(" ws item *(mws item) ws ")"} */
    static <T> List<T> oneOrBracketed(TextCursor cursor, Supplier<T> item) {
        return cursor.looksAt("(") ? bracketed(cursor, item) : List.of(item.get());
    }

    /** {@code "(" ws item *(mws item) ws ")"} */
    static <T> List<T> bracketed(TextCursor cursor, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        cursor.expect("(", "\"(\"");
        cursor.skipSpace();
        while (true) {
            items.add(item.get());
            boolean spaced = cursor.skipSpace();
            if (cursor.accept(")")) {
                return items;
            }
            if (!spaced) {
                throw cursor.unexpected("white space or \")\"");
            }
        }
    }

    /** {@code item *(ws "," ws item)} */
    static <T> List<T> withCommas(TextCursor cursor, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            cursor.skipSpace();
            items.add(item.get());
            cursor.skipSpace();
        } while (cursor.accept(","));
        return items;
    }
}
