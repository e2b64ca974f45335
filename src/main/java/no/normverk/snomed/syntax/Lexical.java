package no.normverk.snomed.syntax;

/**
 * The lexical rules common to SNOMED's languages: {@code sctId}, {@code term}, white space and the characters that may occur at
 * all.
 */
public final class Lexical {
    /** The smallest {@code sctId}: six digits, the first not zero. */
    public static final long LEAST_IDENTIFIER = 100_000L;
    /** The largest {@code sctId}: eighteen digits. */
    public static final long GREATEST_IDENTIFIER = 999_999_999_999_999_999L;

    private Lexical() {}

    /**
     * The identifier itself when it has the 6 to 18 digits of an {@code sctId}; its check digit and partition are not looked at.
     */
    public static long identifier(long identifier) {
        if (identifier < LEAST_IDENTIFIER || identifier > GREATEST_IDENTIFIER) {
            throw new IllegalArgumentException("A SNOMED CT identifier has 6 to 18 digits: " + identifier);
        }
        return identifier;
    }

    /**
     * The term itself when it can stand between pipes: not empty, no pipe, no white space but single or repeated spaces inside.
     */
    public static String term(String term) {
        boolean legal = !term.isEmpty() && term.indexOf('|') < 0 && firstIllegal(term) < 0
                && !isSpace(term.charAt(0)) && !isSpace(term.charAt(term.length() - 1))
                && term.chars().noneMatch(c -> isSpace((char) c) && c != ' ');
        if (!legal) {
            throw new IllegalArgumentException("A term cannot be written between pipes: " + term);
        }
        return term;
    }

    /** True for SP, HTAB, CR and LF, the white space of the grammars; other Unicode spaces are ordinary characters of terms. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** True for the letters A to Z in either case, {@code alpha} of the grammars. */
    public static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** True for 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Index of the first character that no rule of the grammars admits (a control character or half a surrogate pair), or -1. */
    public static int firstIllegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !isSpace(c) || c == 0x7F || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
