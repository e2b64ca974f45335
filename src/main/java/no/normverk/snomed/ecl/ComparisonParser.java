package no.normverk.snomed.ecl;

import static no.normverk.snomed.syntax.Lexical.isDigit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.snomed.syntax.TextCursor;

/** Comparison operators and the values after them. */
final class ComparisonParser {
    private final TextCursor cursor;
    private final EclParser expressions;
    private final FocusParser foci;
    private final SearchTermParser terms;

    ComparisonParser(TextCursor cursor, EclParser expressions, FocusParser foci) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.foci = foci;
        this.terms = new SearchTermParser(cursor);
    }

    /** True where a comparison operator stands. */
    boolean atOperator() {
        boolean symbol = cursor.looksAt("=") || cursor.looksAt("!=") || cursor.looksAt("<") || cursor.looksAt(">");
        return symbol || cursor.word().equals("not");
    }

    /** {@code numericComparisonOperator}, {@code timeComparisonOperator} */
    Order order() {
        if (cursor.accept("=")) {
            return Order.EQUAL;
        }
        if (cursor.accept("!=") || cursor.accept("<>")) {
            return Order.NOT_EQUAL;
        }
        if (cursor.accept("<=")) {
            return Order.LESS_OR_EQUAL;
        }
        if (cursor.accept(">=")) {
            return Order.GREATER_OR_EQUAL;
        }
        if (cursor.accept("<")) {
            return Order.LESS;
        }
        if (cursor.accept(">")) {
            return Order.GREATER;
        }
        if (cursor.acceptWord("not")) {
            cursor.skipSpace();
            cursor.expect("=", "\"=\" after \"NOT\"");
            return Order.NOT_EQUAL;
        }
        throw cursor.unexpected("a comparison operator");
    }

    /**
     * {@code expressionComparisonOperator}, {@code stringComparisonOperator}, {@code booleanComparisonOperator}, {@code
     * idComparisonOperator}
     */
    Equality equality() {
        int start = cursor.position();
        Order order = order();
        if (!order.isEquality()) {
            throw cursor.unexpectedAt(start, "\"=\" or \"!=\"");
        }
        return equality(order);
    }

    private static Equality equality(Order order) {
        return order == Order.EQUAL ? Equality.EQUAL : Equality.NOT_EQUAL;
    }

    /** The operator and the value of an {@code eclAttribute}. */
    Comparison.OfAttribute ofAttribute() {
        Order order = order();
        cursor.skipSpace();
        return ofAttribute(order, "\"#\" and a number, as \"<\" and \">\" do not compare concepts or text");
    }

    /** The operator and the value of a {@code memberFieldFilter}. */
    Comparison ofField() {
        Order order = order();
        cursor.skipSpace();
        if (order.isEquality() ? hasEmptyTime() : atQuotation()) {
            return new Comparison.Times(order, times());
        }
        return ofAttribute(order, "\"#\" and a number, or a date in quotation marks");
    }

    private Comparison.OfAttribute ofAttribute(Order order, String ordered) {
        if (cursor.accept("#")) {
            return new Comparison.Number(order, cursor.number());
        }
        if (!order.isEquality()) {
            throw cursor.unexpected(ordered);
        }
        Equality equality = equality(order);
        if (atText()) {
            return new Comparison.Text(equality, terms.searchTerms());
        }
        if (!foci.atAlternateIdentifier()) {
            if (cursor.acceptWord("true")) {
                return new Comparison.Bool(equality, true);
            }
            if (cursor.acceptWord("false")) {
                return new Comparison.Bool(equality, false);
            }
        }
        return new Comparison.Concepts(equality, expressions.subExpression("a value"));
    }

    /** {@code typedSearchTerm / typedSearchTermSet} */
    List<SearchTerm> searchTerms() {
        return terms.searchTerms();
    }

    /**
     * Text stands here unless its quotation marks enclose an alternate identifier; a bracket holds text when the first thing in
     * it is text, or a second follows.
     */
    private boolean atText() {
        if (!cursor.looksAt("(")) {
            return terms.atKeyword() || cursor.looksAt("\"") && !foci.atAlternateIdentifier();
        }
        int start = cursor.position();
        cursor.next();
        cursor.skipSpace();
        boolean text = terms.atKeyword() || cursor.looksAt("\"");
        if (cursor.looksAt("\"") && foci.atAlternateIdentifier()) {
            foci.alternateIdentifier();
            cursor.skipSpace();
            text = terms.atKeyword() || cursor.looksAt("\"");
        }
        cursor.moveTo(start);
        return text;
    }

    private boolean atQuotation() {
        int start = cursor.position();
        if (cursor.accept("(")) {
            cursor.skipSpace();
        }
        boolean quotation = cursor.looksAt("\"");
        cursor.moveTo(start);
        return quotation;
    }

    /** True where {@code ""} stands, alone or after dates in a bracket: that can only be a time. */
    private boolean hasEmptyTime() {
        int start = cursor.position();
        boolean bracket = cursor.accept("(");
        boolean empty;
        do {
            if (bracket) {
                cursor.skipSpace();
            }
            empty = cursor.looksAt("\"\"");
        } while (!empty && bracket && skipDigitsInQuotation());
        cursor.moveTo(start);
        return empty;
    }

    private boolean skipDigitsInQuotation() {
        if (!cursor.accept("\"")) {
            return false;
        }
        while (isDigit(cursor.peek())) {
            cursor.next();
        }
        return cursor.accept("\"");
    }

    /** {@code timeValue / timeValueSet} */
    List<TimeValue> times() {
        return Listing.oneOrBracketed(cursor, this::time);
    }

    private TimeValue time() {
        int start = cursor.position();
        if (!skipDigitsInQuotation()) {
            throw cursor.unexpectedAt(start, "a date as \"YYYYMMDD\" in quotation marks, or \"\"");
        }
        String digits = cursor.since(start).replace("\"", "");
        if (digits.isEmpty()) {
            return new TimeValue(Optional.empty());
        }
        try {
            if (digits.length() != 8 || digits.startsWith("0")) {
                throw new DateTimeException(digits);
            }
            int date = Integer.parseInt(digits);
            return new TimeValue(Optional.of(LocalDate.of(date / 10_000, date / 100 % 100, date % 100)));
        } catch (DateTimeException e) {
            throw cursor.unexpectedAt(start + 1, "a date that exists, as \"YYYYMMDD\"");
        }
    }
}
