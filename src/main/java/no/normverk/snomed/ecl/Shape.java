package no.normverk.snomed.ecl;

import java.util.List;
import no.normverk.snomed.syntax.Lexical;

/** What the constructors of the tree insist on, so that every tree has a text. */
final class Shape {
    private Shape() {}

    static <T> List<T> atLeast(int least, List<T> items, String what) {
        if (items.size() < least) {
            throw new IllegalArgumentException("Needs at least " + least + " of " + what + ", got " + items.size());
        }
        return List.copyOf(items);
    }

    /** {@code altIdentifierSchemeAlias}, {@code dialectAlias}: a letter, then letters, digits and dashes. */
    static String alias(String alias) {
        boolean legal = !alias.isEmpty()
                && Lexical.isLetter(alias.charAt(0))
                && alias.chars().allMatch(c -> isAliasCharacter((char) c));
        return legal(legal, alias, "an alias");
    }

    static boolean isAliasCharacter(char c) {
        return Lexical.isLetter(c) || Lexical.isDigit(c) || c == '-';
    }

    /** {@code refsetFieldName}: letters only. */
    static String fieldName(String name) {
        return legal(!name.isEmpty() && name.chars().allMatch(c -> Lexical.isLetter((char) c)), name, "a reference set field");
    }

    /** Text that a string of the language can hold. */
    static String string(String text) {
        return legal(Lexical.firstIllegal(text) < 0, text, "text without control characters");
    }

    static String legal(boolean legal, String text, String what) {
        if (!legal) {
            throw new IllegalArgumentException("Not " + what + ": " + text);
        }
        return text;
    }
}
