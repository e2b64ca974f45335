package no.normverk.snomed;

import java.util.List;
import no.normverk.snomed.expression.Attribute;
import no.normverk.snomed.expression.AttributeGroup;
import no.normverk.snomed.expression.AttributeValue;
import no.normverk.snomed.expression.ConceptReference;
import no.normverk.snomed.expression.Expression;
import no.normverk.snomed.expression.SubExpression;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;

/** Writes expressions for people: every concept with its term in the reader's language, no space that need not be. */
final class ExpressionRendering {

    private final SnomedEdition edition;
    private final Languages languages;

    ExpressionRendering(SnomedEdition edition, Languages languages) {
        this.edition = edition;
        this.languages = languages;
    }

    String render(Expression expression) {
        StringBuilder out = new StringBuilder(256);
        if (expression.definitionStatus() == Expression.DefinitionStatus.SUBTYPE_OF) {
            out.append("<<<");
        }
        render(expression.body(), out);
        return out.toString();
    }

    private void render(SubExpression expression, StringBuilder out) {
        char before = 0;
        for (ConceptReference focus : expression.focusConcepts()) {
            before = separate(out, before, '+');
            render(focus, out);
        }
        if (expression.attributes().isEmpty() && expression.groups().isEmpty()) {
            return;
        }
        out.append(':');
        attributes(expression.attributes(), out);
        before = expression.attributes().isEmpty() ? 0 : ',';
        for (AttributeGroup group : expression.groups()) {
            before = separate(out, before, ',');
            out.append('{');
            attributes(group.attributes(), out);
            out.append('}');
        }
    }

    private void attributes(List<Attribute> attributes, StringBuilder out) {
        char before = 0;
        for (Attribute attribute : attributes) {
            before = separate(out, before, ',');
            render(attribute, out);
        }
    }

    /** Writes what stands before an item, nothing for the first; returns what stands before the next. */
    private static char separate(StringBuilder out, char before, char separator) {
        if (before != 0) {
            out.append(before);
        }
        return separator;
    }

    private void render(Attribute attribute, StringBuilder out) {
        render(attribute.name(), out);
        out.append('=');
        switch (attribute.value()) {
            case ConceptReference concept -> render(concept, out);
            case SubExpression nested -> {
                out.append('(');
                render(nested, out);
                out.append(')');
            }
            case AttributeValue.Number(var number) -> out.append('#').append(number.toPlainString());
            case AttributeValue.Text(var text) -> out.append('"').append(text).append('"');
            case AttributeValue.Bool(var bool) -> out.append(bool);
        }
    }

    private void render(ConceptReference concept, StringBuilder out) {
        out.append(concept.identifier());
        int ordinal = edition.locate(concept.identifier());
        Term term = ordinal < 0 ? null : edition.term(ordinal, languages);
        if (term != null) {
            out.append('|').append(term.value()).append('|');
        }
    }
}
