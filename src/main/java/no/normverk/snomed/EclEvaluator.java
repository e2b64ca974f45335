package no.normverk.snomed;

import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.TerminologyException;

/** Evaluates expression constraints of SNOMED CT's Expression Constraint Language. */
@FunctionalInterface
public interface EclEvaluator {

    /**
     * The concepts that satisfy a constraint.
     *
     * @throws TerminologyException when the constraint is not well-formed, or refers to what the edition does not have
     */
    ConceptSet evaluate(SnomedEdition edition, String ecl);

    /**
     * Whether a concept of the edition is among those that satisfy a constraint.
     *
     * @throws TerminologyException when the constraint is not well-formed, or refers to what the edition does not have
     */
    default boolean selects(SnomedEdition edition, int concept, String ecl) {
        return evaluate(edition, ecl).contains(concept);
    }

    /**
     * Whether a concept made by the compositional grammar satisfies a constraint. What evaluates only the edition's own concepts says no.
     *
     * @throws TerminologyException when the constraint is not well-formed, or refers to what the edition does not have
     */
    default boolean isSatisfied(SnomedEdition edition, PostcoordinatedConcept concept, String ecl) {
        return false;
    }
}
