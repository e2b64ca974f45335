package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.normverk.snomed.expression.Attribute;
import no.normverk.snomed.expression.AttributeGroup;
import no.normverk.snomed.expression.AttributeValue;
import no.normverk.snomed.expression.ConceptReference;
import no.normverk.snomed.expression.Expression;
import no.normverk.snomed.expression.ExpressionPrinter;
import no.normverk.snomed.expression.SubExpression;

/**
 * The normal form of concepts and expressions: proximal primitive supertypes as focus, and all attribute groups, own and inherited, that no other group makes redundant; in a fixed order. Two
 * expressions with the same normal form mean the same. A single attribute is written without braces, for a group of one says no more (compositional grammar, "self-grouped").
 */
final class NormalForm {

    private final SnomedEdition edition;
    private final ExpressionSubsumption subsumption;

    NormalForm(SnomedEdition edition) {
        this.edition = edition;
        this.subsumption = new ExpressionSubsumption(edition);
    }

    /** The normal form of a concept: primitive ones are below what it says, defined ones the same. */
    Expression of(int concept) {
        Expression.DefinitionStatus status =
                edition.isDefined(concept) ? Expression.DefinitionStatus.EQUIVALENT_TO : Expression.DefinitionStatus.SUBTYPE_OF;
        List<Integer> above = ProximalPrimitives.of(edition, concept);
        List<Integer> focus = above.isEmpty() ? List.of(concept) : above;
        return new Expression(status, body(focus, PostcoordinatedConcept.groupsOf(edition, concept)));
    }

    Expression of(PostcoordinatedConcept concept) {
        return new Expression(
                concept.expression().definitionStatus(),
                body(ProximalPrimitives.of(edition, concept.focus()), concept.allGroups(edition)));
    }

    private SubExpression body(List<Integer> focus, List<List<PostcoordinatedConcept.Attribute>> groups) {
        List<ConceptReference> concepts = focus.stream()
                .map(this::reference)
                .sorted(Comparator.comparingLong(ConceptReference::identifier))
                .toList();
        List<Attribute> single = new ArrayList<>();
        List<AttributeGroup> several = new ArrayList<>();
        for (List<PostcoordinatedConcept.Attribute> group : withoutRedundant(groups)) {
            List<Attribute> attributes =
                    group.stream().map(this::attribute).distinct().sorted(Comparator.comparing(NormalForm::text)).toList();
            if (attributes.size() == 1) {
                single.add(attributes.getFirst());
            } else {
                several.add(new AttributeGroup(attributes));
            }
        }
        single.sort(Comparator.comparing(NormalForm::text));
        several.sort(Comparator.comparing(group -> text(group.attributes())));
        return new SubExpression(concepts, single, several);
    }

    /** Of groups that say the same the first is kept. */
    List<List<PostcoordinatedConcept.Attribute>> withoutRedundant(List<List<PostcoordinatedConcept.Attribute>> groups) {
        List<List<PostcoordinatedConcept.Attribute>> kept = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            boolean redundant = false;
            for (int j = 0; j < groups.size() && !redundant; j++) {
                boolean said = i != j && subsumption.covers(groups.get(i), groups.get(j));
                redundant = said && (j < i || !subsumption.covers(groups.get(j), groups.get(i)));
            }
            if (!redundant) {
                kept.add(groups.get(i));
            }
        }
        return kept;
    }

    private Attribute attribute(PostcoordinatedConcept.Attribute attribute) {
        return new Attribute(reference(attribute.name()), value(attribute));
    }

    private AttributeValue value(PostcoordinatedConcept.Attribute attribute) {
        ConcreteValue concrete = attribute.concrete();
        if (concrete != null) {
            if (concrete.isNumber()) {
                return new AttributeValue.Number(concrete.number().stripTrailingZeros());
            }
            return concrete.isText()
                    ? new AttributeValue.Text(concrete.plain())
                    : new AttributeValue.Bool(Boolean.parseBoolean(concrete.plain()));
        }
        PostcoordinatedConcept nested = attribute.nested();
        return nested == null
                ? reference(attribute.value())
                : body(ProximalPrimitives.of(edition, nested.focus()), nested.allGroups(edition));
    }

    private ConceptReference reference(int concept) {
        return new ConceptReference(edition.sctid(concept), Optional.empty());
    }

    private static String text(Attribute attribute) {
        return text(List.of(attribute));
    }

    /** For sorting: as it stands in print, behind a focus that is always the same. */
    private static String text(List<Attribute> attributes) {
        SubExpression body = new SubExpression(List.of(ConceptReference.of(Sctid.ROOT)), attributes, List.of());
        return ExpressionPrinter.withoutTerms(new Expression(Expression.DefinitionStatus.EQUIVALENT_TO, body));
    }
}
