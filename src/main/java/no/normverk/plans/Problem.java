package no.normverk.plans;

import java.util.List;
import no.normverk.authoring.LocalText;

/**
 * A nursing diagnosis or problem with what can be aimed at and done.
 *
 * @param type whether it is there, threatens, or is a resource
 * @param goals the goals to choose from
 * @param interventions the interventions to choose from
 */
public record Problem(
        String id, PlanCode code, LocalText text, ProblemType type, List<Goal> goals, List<Intervention> interventions)
        implements PlanElement {

    public Problem {
        goals = List.copyOf(goals);
        interventions = List.copyOf(interventions);
    }

    @Override
    public ElementKind kind() {
        return ElementKind.PROBLEM;
    }
}
