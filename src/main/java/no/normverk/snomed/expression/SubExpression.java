package no.normverk.snomed.expression;

import java.util.List;

/**
 * {@code subExpression}: focus concepts and their refinement. As the value of an attribute it stands in brackets.
 *
 * @param focusConcepts {@code focusConcept}: the meaning is all of them at once; one at least
 * @param attributes the ungrouped attributes, which come first
 * @param groups the attribute groups
 */
public record SubExpression(List<ConceptReference> focusConcepts, List<Attribute> attributes, List<AttributeGroup> groups)
        implements AttributeValue {
    public SubExpression {
        if (focusConcepts.isEmpty()) {
            throw new IllegalArgumentException("An expression has a focus concept");
        }
        focusConcepts = List.copyOf(focusConcepts);
        attributes = List.copyOf(attributes);
        groups = List.copyOf(groups);
    }
}
