package no.normverk.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Versions;

/** All versions of all plans. */
public record GuidingPlans(List<GuidingPlan> all) {

    private static final Comparator<GuidingPlan> BY_VERSION =
            Comparator.comparing(plan -> plan.canonical().version(), Versions.ASCENDING);

    /** @param all in any order; they are kept by URL and version */
    public GuidingPlans {
        all = all.stream()
                .sorted(Comparator.comparing((GuidingPlan plan) -> plan.canonical().url()).thenComparing(BY_VERSION))
                .toList();
    }

    /** The version that is named; without a version the newest approved one, and where none is approved the newest. */
    public Optional<GuidingPlan> find(Canonical canonical) {
        if (canonical.version() != null) {
            return all.stream().filter(plan -> plan.canonical().equals(canonical)).findFirst();
        }
        return versions(canonical.url()).stream()
                .max(Comparator.comparing((GuidingPlan plan) -> plan.status() == PlanStatus.ACTIVE).thenComparing(BY_VERSION));
    }

    /** The newest version that is in force on a day and newer than the one named. */
    public Optional<GuidingPlan> revisionOf(Canonical canonical, LocalDate day) {
        return versions(canonical.url()).stream()
                .filter(plan -> plan.isInForce(day))
                .filter(plan -> Versions.compare(canonical.version(), plan.canonical().version()) < 0)
                .max(BY_VERSION);
    }

    /** Whether a plan was derived from a version whose place another has taken by that day. */
    public boolean isDueForReview(GuidingPlan plan, LocalDate day) {
        return plan.status() != PlanStatus.RETIRED
                && plan.derivedFrom().flatMap(parent -> revisionOf(parent, day)).isPresent();
    }

    private List<GuidingPlan> versions(String url) {
        return all.stream().filter(plan -> plan.canonical().url().equals(url)).toList();
    }
}
