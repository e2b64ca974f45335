package no.normverk.snomed.expression;

import java.util.List;
import java.util.function.Consumer;

/**
 * Writes an expression in its canonical form: single spaces, {@code ===} left out, commas between groups. With terms, {@code
 * ExpressionParser.parse(withTerms(e))} equals {@code e}; without terms it equals {@code e} but for the terms.
 */
public final class ExpressionPrinter {
    private final StringBuilder out = new StringBuilder();
    private final boolean terms;

    private ExpressionPrinter(boolean terms) {
        this.terms = terms;
    }

    /** The text with the terms that the expression holds. */
    public static String withTerms(Expression expression) {
        return print(expression, true);
    }

    /** The text of identifiers alone. */
    public static String withoutTerms(Expression expression) {
        return print(expression, false);
    }

    private static String print(Expression expression, boolean terms) {
        ExpressionPrinter printer = new ExpressionPrinter(terms);
        if (expression.definitionStatus() != Expression.DefinitionStatus.EQUIVALENT_TO) {
            printer.out.append(expression.definitionStatus().symbol()).append(' ');
        }
        printer.subExpression(expression.body());
        return printer.out.toString();
    }

    private void subExpression(SubExpression expression) {
        each(expression.focusConcepts(), " + ", this::concept);
        if (expression.attributes().isEmpty() && expression.groups().isEmpty()) {
            return;
        }
        out.append(": ");
        each(expression.attributes(), ", ", this::attribute);
        out.append(expression.attributes().isEmpty() || expression.groups().isEmpty() ? "" : ", ");
        each(expression.groups(), ", ", this::group);
    }

    private void group(AttributeGroup group) {
        out.append("{ ");
        each(group.attributes(), ", ", this::attribute);
        out.append(" }");
    }

    private void attribute(Attribute attribute) {
        concept(attribute.name());
        out.append(" = ");
        switch (attribute.value()) {
            case ConceptReference concept -> concept(concept);
            case SubExpression nested -> {
                out.append('(');
                subExpression(nested);
                out.append(')');
            }
            case AttributeValue.Number(var number) -> out.append('#').append(number.toPlainString());
            case AttributeValue.Text(var text) ->
                out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            case AttributeValue.Bool(var bool) -> out.append(bool);
        }
    }

    private void concept(ConceptReference concept) {
        out.append(concept.identifier());
        if (terms) {
            concept.term().ifPresent(term -> out.append(" |").append(term).append('|'));
        }
    }

    private <T> void each(List<T> items, String separator, Consumer<T> print) {
        String before = "";
        for (T item : items) {
            out.append(before);
            print.accept(item);
            before = separator;
        }
    }
}
