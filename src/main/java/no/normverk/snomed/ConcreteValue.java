package no.normverk.snomed;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A concrete value of a relationship, as RF2 writes it: {@code #2.5}, {@code "text"}, {@code true}.
 *
 * @param text the RF2 form
 */
public record ConcreteValue(String text) {

    private static final Pattern NUMBER = Pattern.compile("#[+-]?\\d+(\\.\\d+)?");

    static boolean isWellFormed(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '#' -> NUMBER.matcher(text).matches();
            case '"' -> text.length() >= 2 && text.endsWith("\"");
            default -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        };
    }

    public boolean isNumber() {
        return text.charAt(0) == '#';
    }

    public boolean isText() {
        return text.charAt(0) == '"';
    }

    public boolean isBoolean() {
        return !isNumber() && !isText();
    }

    /** The number; only when {@link #isNumber()}. */
    public BigDecimal number() {
        return new BigDecimal(text.substring(1));
    }

    /** The value without marks: the digits of a number, the text between the quotes, {@code true} or {@code false}. */
    public String plain() {
        if (isNumber()) {
            return text.substring(1);
        }
        return isText() ? text.substring(1, text.length() - 1) : text.toLowerCase(java.util.Locale.ROOT);
    }
}
