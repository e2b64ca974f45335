package no.normverk.snomed.syntax;

import static no.normverk.snomed.syntax.Lexical.isDigit;
import static no.normverk.snomed.syntax.Lexical.isLetter;
import static no.normverk.snomed.syntax.Lexical.isSpace;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A position in a text, with the steps that the parsers of SNOMED's languages share. Every method that reads moves the position
 * past what it read, or throws the language's exception. Keywords are matched without regard to case and end where their letters
 * end.
 */
public final class TextCursor {
    private static final String SPACE = "white space";

    private final String text;
    private final Dialect dialect;
    private int position;
    private int nesting;
    private int[] closings = {};

    /**
     * What differs between the languages.
     *
     * @param comments whether {@code /* ... *}{@code /} counts as white space
     * @param maximumLength longest text read, in UTF-16 units
     * @param maximumNesting deepest nesting read, so that no text can exhaust the stack
     * @param fault makes the language's exception
     */
    public record Dialect(
            boolean comments, int maximumLength, int maximumNesting, Function<SyntaxProblem, SyntaxException> fault) {}

    /** Starts at the first character; refuses texts that are too long or hold characters no grammar admits. */
    public TextCursor(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        if (text.length() > dialect.maximumLength()) {
            String allowed = "at most " + dialect.maximumLength() + " characters";
            throw fault(dialect.maximumLength(), allowed, text.length() + " characters");
        }
        int illegal = Lexical.firstIllegal(text);
        if (illegal >= 0) {
            throw fault(illegal, "a printable character", "U+%04X".formatted((int) text.charAt(illegal)));
        }
    }

    public int position() {
        return position;
    }

    /** Goes back, or on, to a position obtained from {@link #position()}. */
    public void moveTo(int newPosition) {
        position = newPosition;
    }

    public boolean atEnd() {
        return position == text.length();
    }

    /** The character here, or U+0000 (which no text holds) at the end. */
    public char peek() {
        return at(position);
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\0';
    }

    /** Reads one character, whatever it is; only where {@link #peek()} has shown one. */
    public char next() {
        return text.charAt(position++);
    }

    public boolean looksAt(String symbol) {
        return text.startsWith(symbol, position);
    }

    /** Reads the symbol when it stands here. */
    public boolean accept(String symbol) {
        if (!looksAt(symbol)) {
            return false;
        }
        position += symbol.length();
        return true;
    }

    /** Reads the symbol that must stand here. */
    public void expect(String symbol, String expected) {
        if (!accept(symbol)) {
            throw unexpected(expected);
        }
    }

    /** The letters from here on, in lower case; empty where no letter stands. Does not move. */
    public String word() {
        return lettersFrom(position).toLowerCase(Locale.ROOT);
    }

    /** Reads the letters from here on as they are written; empty where no letter stands. */
    public String readLetters() {
        String letters = lettersFrom(position);
        position += letters.length();
        return letters;
    }

    private String lettersFrom(int start) {
        int end = start;
        while (isLetter(at(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Reads the keyword (given in lower case) when it stands here as a whole word. */
    public boolean acceptWord(String keyword) {
        if (!word().equals(keyword)) {
            return false;
        }
        position += keyword.length();
        return true;
    }

    /** Reads {@code ws}; true when there was any. */
    public boolean skipSpace() {
        int start = position;
        while (isSpace(peek()) || skipComment()) {
            if (isSpace(peek())) {
                position++;
            }
        }
        return position > start;
    }

    private boolean skipComment() {
        if (!dialect.comments() || !looksAt("/*")) {
            return false;
        }
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw faultAtEnd("\"*/\" to close the comment opened at offset " + position);
        }
        position = end + 2;
        return true;
    }

    /** Reads {@code mws}, which a keyword needs after it. */
    public void requireSpaceAfter(String keyword) {
        if (!skipSpace()) {
            throw unexpected(SPACE + " after \"" + keyword + "\"");
        }
    }

    /** Reads an {@code sctId}. */
    public long identifier() {
        int start = position;
        while (isDigit(peek())) {
            position++;
        }
        int digits = position - start;
        if (digits < 6 || digits > 18 || at(start) == '0') {
            position = start;
            throw unexpected("a SNOMED CT identifier of 6 to 18 digits that does not start with 0");
        }
        return Long.parseLong(text, start, position, 10);
    }

    /** Reads {@code [ws "|" ws term ws "|"]}; moves nowhere when no pipe follows. */
    public Optional<String> optionalTerm() {
        int start = position;
        skipSpace();
        if (!looksAt("|")) {
            position = start;
            return Optional.empty();
        }
        int end = text.indexOf('|', position + 1);
        if (end < 0) {
            throw faultAtEnd("\"|\" to close the term opened at offset " + position);
        }
        int first = position + 1;
        int last = end;
        while (first < end && isSpace(at(first))) {
            first++;
        }
        while (last > first && isSpace(at(last - 1))) {
            last--;
        }
        position = first;
        if (first == last) {
            throw unexpected("a term between the pipes");
        }
        while (position < last) {
            if (isSpace(peek()) && peek() != ' ') {
                throw unexpected("a term on one line, without tabs");
            }
            position++;
        }
        position = end + 1;
        return Optional.of(text.substring(first, last));
    }

    /** Reads a whole number of {@code digitNonZero *digit / zero}, at most {@code maximum}. */
    public int count(int maximum) {
        int start = position;
        String digits = wholeDigits("a whole number");
        if (digits.length() > 10 || Long.parseLong(digits) > maximum) {
            position = start;
            throw unexpected("a whole number of at most " + maximum);
        }
        return Integer.parseInt(digits);
    }

    /** Reads {@code ["-"/"+"] (decimalValue / integerValue)}; the scale is that of the text, so that 1.50 stays 1.50. */
    public BigDecimal number() {
        int start = position;
        if (peek() == '-' || peek() == '+') {
            position++;
        }
        wholeDigits("a number");
        if (peek() == '.') {
            position++;
            if (!isDigit(peek())) {
                throw unexpected("a digit after the decimal point");
            }
            while (isDigit(peek())) {
                position++;
            }
        }
        return new BigDecimal(text.substring(start, position));
    }

    private String wholeDigits(String expected) {
        int start = position;
        if (!isDigit(peek())) {
            throw unexpected(expected);
        }
        while (isDigit(peek())) {
            position++;
        }
        if (at(start) == '0' && position > start + 1) {
            position = start;
            throw unexpected(expected + " without leading zeros");
        }
        return text.substring(start, position);
    }

    /** One level deeper: to be called where a construct may hold itself. Paired with {@link #leave()}. */
    public void enter() {
        nesting++;
        if (nesting > dialect.maximumNesting()) {
            throw fault(position, "at most " + dialect.maximumNesting() + " levels of nesting", "one more");
        }
    }

    public void leave() {
        nesting--;
    }

    /** The text from {@code start} up to here. */
    public String since(int start) {
        return text.substring(start, position);
    }

    /**
     * Offset of the {@code )} that closes the {@code (} at {@code opening}, or -1 when nothing does. Brackets in terms, strings
     * and comments do not count. The first call pairs all brackets of the text in one pass, so that a parser may look ahead at
     * every bracket.
     */
    public int closing(int opening) {
        if (closings.length == 0) {
            closings = pairBrackets();
        }
        return closings[opening];
    }

    private int[] pairBrackets() {
        int[] pairs = new int[text.length()];
        Arrays.fill(pairs, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> open.push(i);
                case ')' -> {
                    if (!open.isEmpty()) {
                        pairs[open.pop()] = i;
                    }
                }
                case '|' -> i = endOr(text.indexOf('|', i + 1));
                case '"' -> i = endOfString(i);
                case '/' -> i = dialect.comments() && text.startsWith("/*", i) ? endOr(text.indexOf("*/", i + 2)) + 1 : i;
                default -> { }
            }
        }
        return pairs;
    }

    private int endOfString(int opening) {
        int i = opening + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private int endOr(int found) {
        return found < 0 ? text.length() : found;
    }

    /** The exception for what stands here, which is not what was expected. */
    public SyntaxException unexpected(String expected) {
        return fault(position, expected, found());
    }

    /** The exception for what stands at an earlier position. */
    public SyntaxException unexpectedAt(int offset, String expected) {
        position = offset;
        return unexpected(expected);
    }

    private SyntaxException faultAtEnd(String expected) {
        return fault(text.length(), expected, "the end of the text");
    }

    private SyntaxException fault(int offset, String expected, String found) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && at(i + 1) != '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return dialect.fault().apply(new SyntaxProblem(offset, line, offset - lineStart + 1, found, expected));
    }

    private String found() {
        if (atEnd()) {
            return "the end of the text";
        }
        if (isSpace(peek())) {
            return SPACE;
        }
        int end = position;
        while (end < position + 30 && (isLetter(at(end)) || isDigit(at(end)))) {
            end++;
        }
        if (end == position) {
            end += Character.charCount(text.codePointAt(position));
        }
        String token = text.substring(position, end);
        return token.equals("\"") ? "a quotation mark" : '"' + token + '"';
    }
}
