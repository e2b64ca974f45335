package no.normverk.plans;

import java.util.List;
import java.util.Optional;

/**
 * One element that two plans have differently.
 *
 * @param kind what happened on the way from the first to the second
 * @param before the element in the first plan; absent when it was added
 * @param after the element in the second plan; absent when it was removed
 * @param aspects for a replaced one, what is different about it: {@code code}, {@code text}, {@code type}, {@code goals},
 *     {@code due}, {@code activity}, {@code links}, {@code place}
 */
public record ElementChange(
        AdaptationKind kind, Optional<PlanElement> before, Optional<PlanElement> after, List<String> aspects) {

    public ElementChange {
        aspects = List.copyOf(aspects);
    }

    /** The element, as it is after the change where it is still there. */
    public PlanElement element() {
        return after.or(() -> before).orElseThrow();
    }

    /** The id that both plans know the element by. */
    public String id() {
        return element().id();
    }
}
