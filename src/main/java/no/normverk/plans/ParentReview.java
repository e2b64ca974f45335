package no.normverk.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.normverk.authoring.LocalText;

/**
 * A plan beside its parent: what it has otherwise, and what the parent has changed since.
 *
 * @param plan the derived plan
 * @param parent the version of the parent that it was derived from
 * @param own what the plan has otherwise than that version
 * @param revision the version of the parent that has taken that version's place; absent while none has
 * @param since what changed from the parent's version to its revision
 * @param collisions ids of elements that both changed: somebody has to decide on them
 */
public record ParentReview(
        GuidingPlan plan,
        GuidingPlan parent,
        List<ElementChange> own,
        Optional<GuidingPlan> revision,
        List<ElementChange> since,
        Set<String> collisions) {

    /** Reviews a plan as of a day; empty when it is derived from nothing, or from a plan that is not there. */
    public static Optional<ParentReview> of(GuidingPlan plan, GuidingPlans plans, LocalDate day) {
        return plan.derivedFrom().flatMap(plans::find).map(parent -> {
            List<ElementChange> own = PlanComparison.changes(parent, plan);
            Optional<GuidingPlan> revision = plans.revisionOf(parent.canonical(), day);
            List<ElementChange> since = revision.map(next -> PlanComparison.changes(parent, next)).orElse(List.of());
            return new ParentReview(plan, parent, own, revision, since, collisions(own, since));
        });
    }

    private static Set<String> collisions(List<ElementChange> own, List<ElementChange> since) {
        Set<String> ids = own.stream().map(ElementChange::id).collect(Collectors.toCollection(TreeSet::new));
        ids.retainAll(since.stream().map(ElementChange::id).collect(Collectors.toSet()));
        return ids;
    }

    /** Why the plan has an element otherwise, where its author said so. */
    public Optional<LocalText> reason(ElementChange change) {
        return plan.adaptations().stream()
                .filter(adaptation -> adaptation.element().equals(change.id()))
                .map(Adaptation::reason)
                .findFirst();
    }
}
