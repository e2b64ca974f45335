package no.normverk.snomed.ecl;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import no.normverk.snomed.syntax.TextCursor;

/**
 * {@code conjunction}, {@code disjunction} and {@code exclusion}: what joins operands. One chain of operands has one connective.
 */
enum Connective {
    NONE,
    AND,
    OR,
    MINUS;

    /** Operands in their order and what joins them; {@link #NONE} for one operand alone. */
    record Chain<T>(Connective connective, List<T> operands) {}

    /** Reads operands as long as the same connective, AND or OR, joins them, and the white space after the last. */
    static <T> Chain<T> chain(TextCursor cursor, Supplier<T> operand) {
        return chain(cursor, operand.get(), operand, EnumSet.of(AND, OR));
    }

    /**
     * Reads the operands that follow the first, as long as the same connective joins them, and the white space after the last.
     */
    static <T> Chain<T> chain(TextCursor cursor, T first, Supplier<T> operand, Set<Connective> allowed) {
        List<T> operands = new ArrayList<>();
        operands.add(first);
        cursor.skipSpace();
        Connective connective = allowed.contains(peek(cursor)) ? peek(cursor) : NONE;
        if (connective == NONE) {
            return new Chain<>(connective, operands);
        }
        do {
            read(cursor);
            cursor.skipSpace();
            operands.add(operand.get());
            cursor.skipSpace();
        } while (connective != MINUS && peek(cursor) == connective);
        if (peek(cursor) != NONE) {
            throw cursor.unexpected(
                    connective == MINUS
                            ? "brackets around the two operands of MINUS"
                            : "\"" + connective + "\" again, or brackets where AND, OR and MINUS are mixed");
        }
        return new Chain<>(connective, operands);
    }

    private static Connective peek(TextCursor cursor) {
        if (cursor.looksAt(",")) {
            return AND;
        }
        return switch (cursor.word()) {
            case "and" -> AND;
            case "or" -> OR;
            case "minus" -> MINUS;
            default -> NONE;
        };
    }

    private static void read(TextCursor cursor) {
        if (!cursor.accept(",")) {
            cursor.requireSpaceAfter(cursor.readLetters());
        }
    }
}
