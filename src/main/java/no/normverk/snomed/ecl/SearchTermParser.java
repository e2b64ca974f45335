package no.normverk.snomed.ecl;

import java.util.ArrayList;
import java.util.List;
import no.normverk.snomed.syntax.Lexical;
import no.normverk.snomed.syntax.TextCursor;

/** {@code typedSearchTerm / typedSearchTermSet}. */
final class SearchTermParser {
    private final TextCursor cursor;

    SearchTermParser(TextCursor cursor) {
        this.cursor = cursor;
    }

    List<SearchTerm> searchTerms() {
        return Listing.oneOrBracketed(cursor, this::searchTerm);
    }

    private SearchTerm searchTerm() {
        String kind = cursor.word();
        if (atKeyword()) {
            cursor.readLetters();
            cursor.skipSpace();
            cursor.next();
            cursor.skipSpace();
        }
        int opening = cursor.position();
        cursor.expect("\"", "a search term in quotation marks");
        return switch (kind) {
            case "wild" -> wild(opening);
            case "exact" -> new SearchTerm.Exact(whole(opening, false));
            case "regex" -> new SearchTerm.Regex(whole(opening, true));
            default -> match(opening);
        };
    }

    /**
     * What stands between the quotation marks.
     *
     * @param pattern whether backslashes are part of it, but for one before a quotation mark
     */
    private String whole(int opening, boolean pattern) {
        StringBuilder whole = new StringBuilder();
        while (!cursor.looksAt("\"")) {
            if (pattern && cursor.looksAt("\\") && !cursor.looksAt("\\\"")) {
                whole.append(cursor.next());
                if (cursor.looksAt("\\")) {
                    whole.append(cursor.next());
                }
            } else {
                whole.append(character(opening, "\"\\"));
            }
        }
        if (whole.isEmpty()) {
            throw cursor.unexpected(pattern ? "a regular expression" : "a text to search for");
        }
        cursor.next();
        return whole.toString();
    }

    /** True where {@code match :}, {@code wild :}, {@code exact :} or {@code regex :} stands. */
    boolean atKeyword() {
        int start = cursor.position();
        boolean keyword = cursor.acceptWord("match")
                || cursor.acceptWord("wild")
                || cursor.acceptWord("exact")
                || cursor.acceptWord("regex");
        if (keyword) {
            cursor.skipSpace();
            keyword = cursor.looksAt(":");
        }
        cursor.moveTo(start);
        return keyword;
    }

    private SearchTerm match(int opening) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        while (!cursor.looksAt("\"")) {
            char c = character(opening, "\"\\");
            if (!Lexical.isSpace(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw cursor.unexpected("a word to search for");
        }
        cursor.next();
        return new SearchTerm.Match(words);
    }

    private SearchTerm wild(int opening) {
        if (cursor.looksAt("\"")) {
            throw cursor.unexpected("a pattern to search for");
        }
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        while (!cursor.looksAt("\"")) {
            if (cursor.accept("*")) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(character(opening, "\"\\*"));
            }
        }
        segments.add(segment.toString());
        cursor.next();
        return new SearchTerm.Wild(segments);
    }

    private char character(int opening, String escapable) {
        if (cursor.atEnd()) {
            throw cursor.unexpected("a quotation mark to close the string opened at offset " + opening);
        }
        char c = cursor.next();
        if (c != '\\') {
            return c;
        }
        if (cursor.atEnd() || escapable.indexOf(cursor.peek()) < 0) {
            throw cursor.unexpected("after a backslash one of " + String.join(" ", escapable.split("")));
        }
        return cursor.next();
    }
}
