package no.normverk.plans;

import java.util.OptionalInt;
import no.normverk.authoring.LocalText;

/**
 * An outcome that is aimed at.
 *
 * @param type what it wants of the problem
 * @param dueDays within how many days of the plan's start it is to be reached, where the plan says
 */
public record Goal(String id, PlanCode code, LocalText text, GoalType type, OptionalInt dueDays) implements PlanElement {

    @Override
    public ElementKind kind() {
        return ElementKind.GOAL;
    }
}
