package no.normverk.snomed.constraint;

import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.Hierarchy;

/**
 * Whether one concept satisfies a plan. Refinements and filters are tried on that concept alone, and what is below something is looked up: no set is made that holds
 * thousands of others.
 */
final class ConceptMembership {

    private final Hierarchy hierarchy;
    private final Evaluation evaluation;
    private final Plan.One concept;

    ConceptMembership(SnomedEdition edition, Evaluation evaluation, int concept) {
        this.hierarchy = edition.hierarchy();
        this.evaluation = evaluation;
        this.concept = new Plan.One(concept, edition.sctid(concept));
    }

    boolean satisfies(Plan plan) {
        return switch (plan) {
            case Plan.One one -> one.ordinal() == concept.ordinal();
            case Plan.Walk walk when walk.from() instanceof Plan.One from -> satisfies(walk, from.ordinal());
            case Plan.Both both -> both.plans().stream().allMatch(this::satisfies);
            case Plan.Either either -> either.plans().stream().anyMatch(this::satisfies);
            case Plan.Without without -> satisfies(without.included()) && !satisfies(without.excluded());
            case Plan.Refined refined -> satisfies(refined.focus()) && isIn(new Plan.Refined(concept, refined.condition()));
            case Plan.Passing passing -> satisfies(passing.of()) && isIn(new Plan.Passing(concept, passing.tests()));
            case Plan.Described described -> satisfies(described.of()) && isIn(new Plan.Described(concept, described.tests()));
            default -> isIn(plan);
        };
    }

    private boolean satisfies(Plan.Walk walk, int from) {
        return switch (walk.operator()) {
            case DESCENDANT_OR_SELF_OF -> hierarchy.isSelfOrAncestor(from, concept.ordinal());
            case DESCENDANT_OF -> from != concept.ordinal() && hierarchy.isSelfOrAncestor(from, concept.ordinal());
            case ANCESTOR_OR_SELF_OF -> hierarchy.isSelfOrAncestor(concept.ordinal(), from);
            case ANCESTOR_OF -> from != concept.ordinal() && hierarchy.isSelfOrAncestor(concept.ordinal(), from);
            default -> isIn(walk);
        };
    }

    private boolean isIn(Plan plan) {
        return evaluation.evaluate(plan).contains(concept.ordinal());
    }
}
