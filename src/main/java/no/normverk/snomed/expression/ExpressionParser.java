package no.normverk.snomed.expression;

import java.util.ArrayList;
import java.util.List;
import no.normverk.snomed.expression.Expression.DefinitionStatus;
import no.normverk.snomed.syntax.Lexical;
import no.normverk.snomed.syntax.TextCursor;

/**
 * Reads SNOMED CT compositional grammar 2 by recursive descent, in time linear in the length of the text. Beyond the ABNF it
 * reads booleans, and signs before any number ({@code #-0.5}), as the Expression Constraint Language does.
 */
public final class ExpressionParser {
    /** Longest text read, in UTF-16 units. */
    public static final int MAXIMUM_LENGTH = 100_000;
    /** Deepest nesting of brackets. */
    public static final int MAXIMUM_NESTING = 200;

    private static final TextCursor.Dialect DIALECT =
            new TextCursor.Dialect(false, MAXIMUM_LENGTH, MAXIMUM_NESTING, ExpressionSyntaxException::new);

    private final TextCursor cursor;

    private ExpressionParser(String text) {
        cursor = new TextCursor(text, DIALECT);
    }

    /**
     * The tree of a text.
     *
     * @throws ExpressionSyntaxException when the text is not an expression, is longer than {@link #MAXIMUM_LENGTH} or nests
     *     deeper than {@link #MAXIMUM_NESTING}
     */
    public static Expression parse(String text) {
        return new ExpressionParser(text).expression();
    }

    private Expression expression() {
        cursor.skipSpace();
        DefinitionStatus status = definitionStatus();
        cursor.skipSpace();
        SubExpression body = subExpression();
        if (!cursor.atEnd()) {
            throw cursor.unexpected(continuation(body) + " or the end of the text");
        }
        return new Expression(status, body);
    }

    private DefinitionStatus definitionStatus() {
        for (DefinitionStatus status : DefinitionStatus.values()) {
            if (cursor.accept(status.symbol())) {
                return status;
            }
        }
        return DefinitionStatus.EQUIVALENT_TO;
    }

    /** {@code subExpression} and the white space around it. */
    private SubExpression subExpression() {
        List<ConceptReference> focusConcepts = new ArrayList<>();
        do {
            cursor.skipSpace();
            focusConcepts.add(concept("a focus concept"));
            cursor.skipSpace();
        } while (cursor.accept("+"));
        List<Attribute> attributes = new ArrayList<>();
        List<AttributeGroup> groups = new ArrayList<>();
        if (cursor.accept(":")) {
            refinement(attributes, groups);
        }
        return new SubExpression(focusConcepts, attributes, groups);
    }

    /** {@code refinement}: after the first group only groups follow, with or without commas. */
    private void refinement(List<Attribute> attributes, List<AttributeGroup> groups) {
        cursor.skipSpace();
        boolean comma = true;
        while (comma || cursor.looksAt("{")) {
            if (cursor.accept("{")) {
                groups.add(group());
            } else if (groups.isEmpty()) {
                attributes.add(attribute("an attribute or a group"));
            } else {
                throw cursor.unexpected("a group, as ungrouped attributes come first");
            }
            cursor.skipSpace();
            comma = cursor.accept(",");
            cursor.skipSpace();
        }
    }

    /** {@code attributeGroup} after its brace. */
    private AttributeGroup group() {
        List<Attribute> attributes = new ArrayList<>();
        do {
            cursor.skipSpace();
            attributes.add(attribute("an attribute"));
            cursor.skipSpace();
        } while (cursor.accept(","));
        cursor.expect("}", "\",\" or \"}\"");
        return new AttributeGroup(attributes);
    }

    private Attribute attribute(String what) {
        ConceptReference name = concept(what);
        cursor.skipSpace();
        cursor.expect("=", "\"=\"");
        cursor.skipSpace();
        return new Attribute(name, value());
    }

    private AttributeValue value() {
        if (cursor.accept("#")) {
            return new AttributeValue.Number(cursor.number());
        }
        if (cursor.looksAt("\"")) {
            return text();
        }
        if (cursor.looksAt("(")) {
            return nested();
        }
        if (cursor.acceptWord("true")) {
            return new AttributeValue.Bool(true);
        }
        if (cursor.acceptWord("false")) {
            return new AttributeValue.Bool(false);
        }
        return concept("a concept, an expression in brackets or a concrete value");
    }

    private SubExpression nested() {
        cursor.enter();
        cursor.next();
        SubExpression nested = subExpression();
        cursor.expect(")", continuation(nested) + " or \")\"");
        cursor.leave();
        return nested;
    }

    private AttributeValue.Text text() {
        int opening = cursor.position();
        cursor.next();
        StringBuilder text = new StringBuilder();
        while (!cursor.looksAt("\"")) {
            if (cursor.accept("\\") && !cursor.looksAt("\"") && !cursor.looksAt("\\")) {
                throw cursor.unexpected("after a backslash one of \" \\");
            }
            if (cursor.atEnd()) {
                throw cursor.unexpected("a quotation mark to close the string opened at offset " + opening);
            }
            text.append(cursor.next());
        }
        if (text.isEmpty()) {
            throw cursor.unexpected("text between the quotation marks");
        }
        cursor.next();
        return new AttributeValue.Text(text.toString());
    }

    private ConceptReference concept(String what) {
        if (!Lexical.isDigit(cursor.peek())) {
            throw cursor.unexpected(what);
        }
        return new ConceptReference(cursor.identifier(), cursor.optionalTerm());
    }

    private static String continuation(SubExpression read) {
        boolean refined = !read.attributes().isEmpty() || !read.groups().isEmpty();
        return refined ? "\",\", \"{\"" : "\"+\", \":\"";
    }
}
