package no.normverk.snomed.ecl;

import java.util.List;
import no.normverk.snomed.syntax.Lexical;

/** {@code typedSearchTerm}: how text is to be searched for. */
public sealed interface SearchTerm {
    /**
     * {@code matchSearchTermSet}: every word is the beginning of some word of the text, in any order. On a string value that is
     * no prose the words joined by a space are the value.
     *
     * @param words the words without escapes; one at least, none empty, none with white space
     */
    record Match(List<String> words) implements SearchTerm {
        public Match {
            words = Shape.atLeast(1, words, "words");
            words.forEach(word -> Shape.legal(
                    !word.isEmpty() && word.chars().noneMatch(c -> Lexical.isSpace((char) c)), Shape.string(word), "a word"));
        }

        /** The words joined by a space. */
        public String text() {
            return String.join(" ", words);
        }
    }

    /**
     * {@code exact:"..."}: the whole text is this one, letter for letter. Not in the ABNF of version 2.2.
     *
     * @param text without escapes; not empty
     */
    record Exact(String text) implements SearchTerm {
        public Exact {
            Shape.legal(!text.isEmpty(), Shape.string(text), "a text");
        }
    }

    /**
     * {@code regex:"..."}: the whole text matches the regular expression (RE2). Not in the ABNF of version 2.2.
     *
     * @param pattern with the escapes of regular expressions; a quotation mark in it is escaped in the constraint
     */
    record Regex(String pattern) implements SearchTerm {
        public Regex {
            Shape.legal(!pattern.isEmpty(), Shape.string(pattern), "a regular expression");
        }
    }

    /**
     * {@code wildSearchTermSet}: the whole text is these segments in their order, with any characters, or none, between them.
     *
     * @param segments what stands between the asterisks, without escapes: {@code "card*pathy"} is card and pathy, {@code
     *     "*itis"} an empty segment and itis
     */
    record Wild(List<String> segments) implements SearchTerm {
        public Wild {
            segments = Shape.atLeast(1, segments, "segments");
            segments.forEach(Shape::string);
            if (segments.size() == 1 && segments.getFirst().isEmpty()) {
                throw new IllegalArgumentException("A wild search term is not empty");
            }
        }
    }
}
