package no.normverk.snomed.ecl;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import no.normverk.snomed.ecl.Connective.Chain;
import no.normverk.snomed.syntax.TextCursor;

/**
 * Reads the Expression Constraint Language 2.2, brief and long form mixed at will, by recursive descent: one method per rule,
 * one look ahead where the grammar needs it, never a second attempt, so that the time is linear in the length of the text.
 *
 * <p>Where the ABNF leaves a choice: AND and OR mix only with brackets, in refinements too, and MINUS has two operands; quoted
 * text that looks like an alternate identifier ({@code "LOINC#1-2"}) is one wherever a concept may stand, as the ABNF lists that
 * reading first ({@code match:"LOINC#1-2"} is the text); keywords are matched without regard to case and end where their letters
 * end; a comment ends at the first {@code *}{@code /}. Beyond the ABNF: dates must exist and a cardinality's least must not
 * exceed its most.
 */
public final class EclParser {
    /** Longest text read, in UTF-16 units. */
    public static final int MAXIMUM_LENGTH = 100_000;
    /** Deepest nesting of brackets, and of dots and double braces, which are about what stands before them. */
    public static final int MAXIMUM_NESTING = 200;

    private static final TextCursor.Dialect DIALECT =
            new TextCursor.Dialect(true, MAXIMUM_LENGTH, MAXIMUM_NESTING, EclSyntaxException::new);

    private final TextCursor cursor;
    private final FocusParser foci;
    private final RefinementParser refinements;
    private final FilterParser filters;

    private EclParser(String text) {
        cursor = new TextCursor(text, DIALECT);
        foci = new FocusParser(cursor, this);
        ComparisonParser comparisons = new ComparisonParser(cursor, this, foci);
        refinements = new RefinementParser(cursor, this, foci, comparisons);
        filters = new FilterParser(cursor, this, foci, comparisons);
    }

    /**
     * The tree of a text.
     *
     * @throws EclSyntaxException when the text is not an expression constraint, is longer than {@link #MAXIMUM_LENGTH} or nests
     *     deeper than {@link #MAXIMUM_NESTING}
     */
    public static EclExpression parse(String text) {
        EclParser parser = new EclParser(text);
        EclExpression expression = parser.expression();
        if (!parser.cursor.atEnd()) {
            throw parser.cursor.unexpected(continuation(expression) + " or the end of the text");
        }
        return expression;
    }

    /** {@code "(" ws expressionConstraint ws ")"} */
    EclExpression bracketed() {
        cursor.expect("(", "\"(\"");
        cursor.enter();
        EclExpression expression = expression();
        cursor.leave();
        cursor.expect(")", continuation(expression) + " or \")\"");
        return expression;
    }

    /** {@code expressionConstraint} */
    private EclExpression expression() {
        cursor.skipSpace();
        SubExpression first = subExpression("a constraint");
        cursor.skipSpace();
        if (cursor.accept(":")) {
            return new EclExpression.Refined(first, refinements.refinement());
        }
        if (cursor.looksAt(".")) {
            return dotted(first);
        }
        return compound(first);
    }

    private EclExpression dotted(SubExpression source) {
        List<SubExpression> attributes = new ArrayList<>();
        while (cursor.accept(".")) {
            // A dot is about the values of all that stands before it, so a chain of them is as deep as it is long.
            cursor.enter();
            cursor.skipSpace();
            attributes.add(subExpression("an attribute"));
            cursor.skipSpace();
        }
        attributes.forEach(_ -> cursor.leave());
        return new EclExpression.Dotted(source, attributes);
    }

    private EclExpression compound(SubExpression first) {
        Chain<SubExpression> chain = Connective.chain(
                cursor, first, () -> subExpression("a constraint"), EnumSet.allOf(Connective.class));
        return switch (chain.connective()) {
            case NONE -> first;
            case AND -> new EclExpression.Conjunction(chain.operands());
            case OR -> new EclExpression.Disjunction(chain.operands());
            case MINUS -> new EclExpression.Exclusion(chain.operands().get(0), chain.operands().get(1));
        };
    }

    /**
     * {@code subExpressionConstraint}
     *
     * @param what what is to be read, for the message when nothing of the kind stands here
     */
    SubExpression subExpression(String what) {
        HierarchyOperator operator = foci.operator();
        MemberOf memberOf = foci.memberOf();
        boolean bare = operator == HierarchyOperator.SELF && memberOf instanceof MemberOf.None;
        Focus focus = foci.focus(bare ? what : "a concept");
        return filters.around(operator, memberOf, focus);
    }

    private static String continuation(EclExpression expression) {
        return switch (expression) {
            case SubExpression _ -> "\":\", \".\", \"AND\", \"OR\", \"MINUS\", \"{{\"";
            case EclExpression.Conjunction _ -> "\"AND\"";
            case EclExpression.Disjunction _ -> "\"OR\"";
            case EclExpression.Dotted _ -> "\".\"";
            case EclExpression.Refined _ -> "\"AND\", \"OR\"";
            case EclExpression.Exclusion _ -> "\"{{\"";
        };
    }
}
