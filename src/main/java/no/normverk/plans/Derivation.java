package no.normverk.plans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.YamlMapping;

/**
 * A plan on its way from its parent: one adaptation after the other is done to the parent's elements. Elements of the parent that
 * nothing is said of stay, with their ids, so that the two can be compared at any time.
 */
final class Derivation {

    private static final String[] WAYS = {"remove", "replace", "addTo", "problem"};

    private final ElementReader elements;
    private final Set<String> parents = new HashSet<>();
    private final List<Adaptation> adaptations = new ArrayList<>();
    private List<Problem> problems;
    private List<Zone> zones;

    Derivation(GuidingPlan parent, ElementReader elements) {
        this.elements = elements;
        this.problems = parent.problems();
        this.zones = parent.zones();
        parent.elements().forEach(element -> {
            parents.add(element.id());
            elements.taken(element.id());
        });
    }

    List<Problem> problems() {
        return problems;
    }

    List<Zone> zones() {
        return zones;
    }

    List<Adaptation> adaptations() {
        return adaptations;
    }

    /** Does one entry of {@code adaptations}. */
    void adapt(YamlMapping entry) {
        entry.allowOnly("reason", "remove", "replace", "addTo", "problem", "goal", "intervention");
        LocalText reason = entry.requiredLocalText("reason");
        List<String> ways = Stream.of(WAYS).filter(entry.names()::contains).toList();
        if (ways.size() != 1) {
            entry.problem("reason", ways.isEmpty() ? "nothing that is done" : String.join(" and ", ways), "one of remove, replace, addTo, problem beside it");
            return;
        }
        switch (ways.getFirst()) {
            case "remove" -> remove(entry, reason);
            case "replace" -> replace(entry, reason);
            case "addTo" -> addTo(entry, reason);
            default -> entry.mapping("problem").ifPresent(fields -> add(elements.problem(fields), reason));
        }
    }

    private void remove(YamlMapping entry, LocalText reason) {
        String id = existing(entry, "remove");
        if (id.isEmpty()) {
            return;
        }
        List<Problem> left = problems.stream().filter(problem -> !problem.id().equals(id)).toList();
        problems = left.stream().map(problem -> without(problem, id)).toList();
        zones = zones.stream()
                .map(zone -> new Zone(zone.id(), zone.colour(), zone.when(), otherThan(zone.interventions(), id)))
                .filter(zone -> !zone.interventions().isEmpty())
                .toList();
        adaptations.add(new Adaptation(AdaptationKind.FJERNET, id, reason));
    }

    private static Problem without(Problem problem, String id) {
        List<Goal> goals = otherThan(problem.goals(), id);
        List<Intervention> interventions = otherThan(problem.interventions(), id).stream()
                .map(one -> one.withGoals(one.goals().stream().filter(goal -> !goal.equals(id)).toList()))
                .toList();
        return new Problem(problem.id(), problem.code(), problem.text(), problem.type(), goals, interventions);
    }

    private static <E extends PlanElement> List<E> otherThan(List<E> elements, String id) {
        return elements.stream().filter(element -> !element.id().equals(id)).toList();
    }

    /** A goal or intervention in the place of another, under its id: it is the same place in the menu that is filled otherwise. */
    private void replace(YamlMapping entry, LocalText reason) {
        String id = existing(entry, "replace");
        if (id.isEmpty()) {
            return;
        }
        entry.mapping("goal").ifPresentOrElse(
                fields -> replaceGoal(entry, id, elements.replacing(id).goal(fields)),
                () -> entry.mapping("intervention").ifPresentOrElse(
                        fields -> replaceIntervention(entry, id, elements.replacing(id).intervention(fields)),
                        () -> entry.problem("replace", YamlMapping.quoted(id), "a goal or an intervention beside it to put there")));
        adaptations.add(new Adaptation(AdaptationKind.ERSTATTET, id, reason));
    }

    private void replaceGoal(YamlMapping entry, String id, Goal goal) {
        if (problems.stream().noneMatch(problem -> problem.goals().stream().anyMatch(one -> one.id().equals(id)))) {
            entry.problem("replace", YamlMapping.quoted(id), "the id of a goal, for a goal is put there");
        }
        problems = each(problem -> new Problem(
                problem.id(),
                problem.code(),
                problem.text(),
                problem.type(),
                problem.goals().stream().map(old -> old.id().equals(id) ? goal : old).toList(),
                problem.interventions()));
    }

    private void replaceIntervention(YamlMapping entry, String id, Intervention intervention) {
        boolean inProblem = problems.stream().flatMap(problem -> problem.interventions().stream()).anyMatch(one -> one.id().equals(id));
        boolean inZone = zones.stream().flatMap(zone -> zone.interventions().stream()).anyMatch(one -> one.id().equals(id));
        if (!inProblem && !inZone) {
            entry.problem("replace", YamlMapping.quoted(id), "the id of an intervention, for an intervention is put there");
        }
        problems = each(problem -> new Problem(
                problem.id(),
                problem.code(),
                problem.text(),
                problem.type(),
                problem.goals(),
                swapped(problem.interventions(), id, intervention)));
        zones = zones.stream()
                .map(zone -> new Zone(zone.id(), zone.colour(), zone.when(), swapped(zone.interventions(), id, intervention)))
                .toList();
    }

    private static List<Intervention> swapped(List<Intervention> all, String id, Intervention other) {
        return all.stream().map(old -> old.id().equals(id) ? other : old).toList();
    }

    private void addTo(YamlMapping entry, LocalText reason) {
        String under = entry.value("addTo", "the id of a problem or zone of the plan", id -> places().filter(id::equals).findFirst())
                .orElse("");
        entry.mapping("goal").map(elements::goal).ifPresent(goal -> {
            problems = each(problem -> problem.id().equals(under)
                    ? new Problem(problem.id(), problem.code(), problem.text(), problem.type(), and(problem.goals(), goal), problem.interventions())
                    : problem);
            adaptations.add(new Adaptation(AdaptationKind.TILFOYD, goal.id(), reason));
        });
        entry.mapping("intervention").map(elements::intervention).ifPresent(one -> {
            problems = each(problem -> problem.id().equals(under)
                    ? new Problem(problem.id(), problem.code(), problem.text(), problem.type(), problem.goals(), and(problem.interventions(), one))
                    : problem);
            zones = zones.stream()
                    .map(zone -> zone.id().equals(under) ? new Zone(zone.id(), zone.colour(), zone.when(), and(zone.interventions(), one)) : zone)
                    .toList();
            adaptations.add(new Adaptation(AdaptationKind.TILFOYD, one.id(), reason));
        });
        if (!entry.names().contains("goal") && !entry.names().contains("intervention")) {
            entry.problem("addTo", YamlMapping.quoted(under), "a goal or an intervention beside it to add");
        }
    }

    private void add(Problem problem, LocalText reason) {
        problems = and(problems, problem);
        Stream.of(Stream.of(problem.id()), problem.goals().stream().map(Goal::id), problem.interventions().stream().map(Intervention::id))
                .flatMap(any -> any)
                .forEach(id -> adaptations.add(new Adaptation(AdaptationKind.TILFOYD, id, reason)));
    }

    private String existing(YamlMapping entry, String name) {
        return entry.value(name, "the id of an element of the parent", id -> Optional.of(id).filter(parents::contains))
                .orElse("");
    }

    private Stream<String> places() {
        return Stream.concat(problems.stream().map(Problem::id), zones.stream().map(Zone::id));
    }

    private List<Problem> each(UnaryOperator<Problem> change) {
        return problems.stream().map(change).toList();
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
