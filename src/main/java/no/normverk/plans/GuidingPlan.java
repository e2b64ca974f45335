package no.normverk.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.terminology.Canonical;

/**
 * One version of a guiding plan: a menu of problems with goals and interventions, of which a nurse chooses for one patient.
 *
 * @param key unique; file name and id, such as {@code smerte-akutt-2.0}
 * @param canonical URL, the same for all versions of a plan, and version
 * @param title the name
 * @param description for whom and what
 * @param synthetic whether it is an example and no plan that anybody approved
 * @param scope who decided it, for where
 * @param dates its dates
 * @param evidence what it is built on
 * @param derivedFrom the version of the plan that it adapts
 * @param predecessor the version that it takes the place of
 * @param problems what the patient may have
 * @param zones of a plan in zones, otherwise empty
 * @param adaptations how it differs from the plan that it is derived from, each with its reason
 */
public record GuidingPlan(
        String key,
        Canonical canonical,
        LocalText title,
        Optional<LocalText> description,
        PlanStatus status,
        boolean synthetic,
        Scope scope,
        Dates dates,
        List<Evidence> evidence,
        Optional<Canonical> derivedFrom,
        Optional<Canonical> predecessor,
        List<Problem> problems,
        List<Zone> zones,
        List<Adaptation> adaptations) {

    /**
     * For whom a plan was decided, and by whom.
     *
     * @param careLevels where in the services it is used
     * @param publisher who owns it
     * @param endorsers who approved it
     */
    public record Scope(Tier tier, List<CareLevel> careLevels, Optional<String> publisher, List<String> endorsers) {
        public Scope {
            careLevels = List.copyOf(careLevels);
            endorsers = List.copyOf(endorsers);
        }
    }

    /**
     * The dates of a plan's life, each absent where it is not known.
     *
     * @param changed when the content last changed
     * @param approved when it was approved
     * @param reviewed when it was last looked through
     * @param effectiveFrom first day in force
     * @param effectiveTo last day in force
     * @param nextReview when it is to be looked through again
     */
    public record Dates(
            Optional<PartialDate> changed,
            Optional<PartialDate> approved,
            Optional<PartialDate> reviewed,
            Optional<PartialDate> effectiveFrom,
            Optional<PartialDate> effectiveTo,
            Optional<PartialDate> nextReview) {}

    public GuidingPlan {
        evidence = List.copyOf(evidence);
        problems = List.copyOf(problems);
        zones = List.copyOf(zones);
        adaptations = List.copyOf(adaptations);
    }

    /** Whether it is approved and in force on a day. */
    public boolean isInForce(LocalDate day) {
        boolean begun = dates.effectiveFrom().map(from -> !from.earliest().isAfter(day)).orElse(true);
        boolean ended = dates.effectiveTo().map(to -> to.latest().isBefore(day)).orElse(false);
        return status == PlanStatus.ACTIVE && begun && !ended;
    }

    /** All problems, goals and interventions, in the plan's order, those of zones last. */
    public List<PlanElement> elements() {
        Stream<PlanElement> ofProblems = problems.stream().flatMap(problem -> Stream.of(
                        Stream.<PlanElement>of(problem), problem.goals().stream(), problem.interventions().stream())
                .flatMap(any -> any));
        return Stream.concat(ofProblems, zones.stream().flatMap(zone -> zone.interventions().stream())).toList();
    }
}
