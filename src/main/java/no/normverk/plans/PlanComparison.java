package no.normverk.plans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How two plans differ, element by element. Elements are the same when they have the same id. */
public final class PlanComparison {

    /** An element and the id of the problem or zone that it stands under, empty for a problem. */
    private record Placed(PlanElement element, String under) {}

    private PlanComparison() {}

    /** The changes that lead from one plan to another: first what left or changed, in the first's order, then what came. */
    public static List<ElementChange> changes(GuidingPlan from, GuidingPlan to) {
        Map<String, Placed> before = elements(from);
        Map<String, Placed> after = elements(to);
        List<ElementChange> changes = new ArrayList<>();
        before.forEach((id, old) -> {
            Placed now = after.get(id);
            if (now == null) {
                changes.add(new ElementChange(
                        AdaptationKind.FJERNET, Optional.of(old.element()), Optional.empty(), List.of()));
                return;
            }
            List<String> aspects = aspects(old, now);
            if (!aspects.isEmpty()) {
                changes.add(new ElementChange(
                        AdaptationKind.ERSTATTET, Optional.of(old.element()), Optional.of(now.element()), aspects));
            }
        });
        after.forEach((id, now) -> {
            if (!before.containsKey(id)) {
                changes.add(new ElementChange(
                        AdaptationKind.TILFOYD, Optional.empty(), Optional.of(now.element()), List.of()));
            }
        });
        return List.copyOf(changes);
    }

    private static Map<String, Placed> elements(GuidingPlan plan) {
        Map<String, Placed> elements = new LinkedHashMap<>();
        for (Problem problem : plan.problems()) {
            elements.put(problem.id(), new Placed(problem, ""));
            problem.goals().forEach(goal -> elements.put(goal.id(), new Placed(goal, problem.id())));
            problem.interventions().forEach(one -> elements.put(one.id(), new Placed(one, problem.id())));
        }
        for (Zone zone : plan.zones()) {
            zone.interventions().forEach(one -> elements.put(one.id(), new Placed(one, zone.id())));
        }
        return elements;
    }

    private static List<String> aspects(Placed before, Placed after) {
        List<String> aspects = new ArrayList<>();
        PlanElement old = before.element();
        PlanElement now = after.element();
        differ(aspects, "code", old.code(), now.code());
        differ(aspects, "text", old.text(), now.text());
        differ(aspects, "place", before.under(), after.under());
        if (old instanceof Problem one && now instanceof Problem other) {
            differ(aspects, "type", one.type(), other.type());
        } else if (old instanceof Goal one && now instanceof Goal other) {
            differ(aspects, "type", one.type(), other.type());
            differ(aspects, "due", one.dueDays(), other.dueDays());
        } else if (old instanceof Intervention one && now instanceof Intervention other) {
            differ(aspects, "type", one.type(), other.type());
            differ(aspects, "activity", one.activity(), other.activity());
            differ(aspects, "goals", one.goals(), other.goals());
            differ(aspects, "links", one.links(), other.links());
        } else {
            aspects.add("kind");
        }
        return aspects;
    }

    private static void differ(List<String> aspects, String aspect, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            aspects.add(aspect);
        }
    }
}
