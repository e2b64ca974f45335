package no.normverk.snomed;

import java.util.List;
import java.util.stream.Collectors;
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
        String status = expression.definitionStatus() == Expression.DefinitionStatus.SUBTYPE_OF ? "<<<" : "";
        return status + render(expression.body());
    }

    private String render(SubExpression expression) {
        String focus = expression.focusConcepts().stream().map(this::render).collect(Collectors.joining("+"));
        List<AttributeGroup> groups = expression.groups();
        if (expression.attributes().isEmpty() && groups.isEmpty()) {
            return focus;
        }
        String ungrouped = attributes(expression.attributes());
        String grouped = groups.stream()
                .map(group -> "{" + attributes(group.attributes()) + "}")
                .collect(Collectors.joining(","));
        return focus + ":" + ungrouped + (ungrouped.isEmpty() || grouped.isEmpty() ? "" : ",") + grouped;
    }

    private String attributes(List<Attribute> attributes) {
        return attributes.stream().map(this::render).collect(Collectors.joining(","));
    }

    private String render(Attribute attribute) {
        return render(attribute.name()) + "=" + switch (attribute.value()) {
            case ConceptReference concept -> render(concept);
            case SubExpression nested -> "(" + render(nested) + ")";
            case AttributeValue.Number(var number) -> "#" + number.toPlainString();
            case AttributeValue.Text(var text) -> "\"" + text + "\"";
            case AttributeValue.Bool(var bool) -> Boolean.toString(bool);
        };
    }

    private String render(ConceptReference concept) {
        int ordinal = edition.locate(concept.identifier());
        Term term = ordinal < 0 ? null : edition.term(ordinal, languages);
        return term == null ? Long.toString(concept.identifier()) : concept.identifier() + "|" + term.value() + "|";
    }
}
