package no.normverk.snomed.constraint;

/**
 * Where a word stands in the text of a constraint.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
record WordPlace(int line, int column) {

    /** The first place of the word outside terms, comments and quotes; the beginning when it is nowhere. */
    static WordPlace of(String text, String word) {
        int at = 0;
        while (at < text.length()) {
            int after = afterOpaque(text, at);
            if (after > at) {
                at = after;
            } else if (isWordAt(text, word, at)) {
                return place(text, at);
            } else {
                at++;
            }
        }
        return new WordPlace(1, 1);
    }

    private static boolean isWordAt(String text, String word, int at) {
        boolean here = text.regionMatches(at, word, 0, word.length());
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        int end = at + word.length();
        return here && begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** The position after the term, comment or quotation that begins here; {@code at} when none does. */
    private static int afterOpaque(String text, int at) {
        char c = text.charAt(at);
        if (c == '|') {
            return after(text, "|", at + 1);
        }
        if (text.startsWith("/*", at)) {
            return after(text, "*/", at + 2);
        }
        if (c != '"') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    private static int after(String text, String closing, int from) {
        int found = text.indexOf(closing, from);
        return found < 0 ? text.length() : found + closing.length();
    }

    private static WordPlace place(String text, int at) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n');
            if (endsLine) {
                line++;
                start = i + 1;
            }
        }
        return new WordPlace(line, at - start + 1);
    }
}
