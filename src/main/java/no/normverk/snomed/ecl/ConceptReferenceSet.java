package no.normverk.snomed.ecl;

import java.util.List;

/** {@code eclConceptReferenceSet}: concepts listed one by one; two at least, since one in brackets is a sub-expression. */
public record ConceptReferenceSet(List<ConceptReference> concepts) implements ConceptOperand {
    public ConceptReferenceSet {
        concepts = Shape.atLeast(2, concepts, "listed concepts");
    }
}
