package no.normverk.snomed;

import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Explanation;
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

    /**
     * How a constraint is answered, and whether a concept satisfies it.
     *
     * @param ordinal the concept asked about, or -1
     * @throws TerminologyException when the constraint is not well-formed, or refers to what the edition does not have
     */
    default Explanation explain(SnomedEdition edition, String ecl, int ordinal) {
        return Explanation.measured(ecl, ordinal, () -> evaluate(edition, ecl));
    }

    /**
     * How a constraint is answered, and whether a concept made by the compositional grammar satisfies it.
     *
     * @throws TerminologyException when the constraint is not well-formed, or refers to what the edition does not have
     */
    default Explanation explain(SnomedEdition edition, String ecl, PostcoordinatedConcept concept) {
        Explanation plain = explain(edition, ecl, -1);
        boolean holds = isSatisfied(edition, concept, ecl);
        return new Explanation(Explanation.Join.ITSELF, ecl, plain.count(), plain.nanos(), holds, plain.steps());
    }
}
