package no.normverk.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/**
 * What was chosen of a plan for one patient, and nothing else: choosing a goal brings no intervention with it, choosing an
 * intervention no goal, and neither says that the patient has the problem. Where nothing was chosen the whole menu is proposed.
 *
 * @param isProposal whether it is the whole menu, which nobody has chosen from yet
 * @param problems the problems that the patient is said to have, all elements of the plan still in them
 * @param goals the goals chosen
 * @param interventions the interventions chosen, those of zones not among them
 * @param zones the zones that interventions were chosen of, with those
 */
public record Selection(
        boolean isProposal, List<Problem> problems, List<Goal> goals, List<Intervention> interventions, List<Zone> zones) {

    /**
     * Finds what a choice names.
     *
     * @throws TerminologyException when something is named that the plan does not have
     */
    public static Selection of(GuidingPlan plan, Choice choice) {
        List<Goal> goals = plan.problems().stream().flatMap(problem -> problem.goals().stream()).toList();
        List<Intervention> interventions =
                plan.problems().stream().flatMap(problem -> problem.interventions().stream()).toList();
        if (choice.isEmpty()) {
            return new Selection(true, plan.problems(), goals, interventions, plan.zones());
        }
        List<Intervention> inZones = plan.zones().stream().flatMap(zone -> zone.interventions().stream()).toList();
        List<Intervention> actions =
                chosen("action", choice.actions(), Stream.concat(interventions.stream(), inZones.stream()).toList());
        List<Zone> zones = plan.zones().stream()
                .map(zone -> new Zone(zone.id(), zone.colour(), zone.when(), both(zone.interventions(), actions)))
                .filter(zone -> !zone.interventions().isEmpty())
                .toList();
        return new Selection(
                false,
                chosen("problem", choice.problems(), plan.problems()),
                chosen("goal", choice.goals(), goals),
                both(interventions, actions),
                zones);
    }

    private static List<Intervention> both(List<Intervention> all, List<Intervention> chosen) {
        return all.stream().filter(chosen::contains).toList();
    }

    private static <E extends PlanElement> List<E> chosen(String parameter, List<String> named, List<E> menu) {
        List<E> chosen = new ArrayList<>();
        for (String name : named) {
            List<E> meant = menu.stream().filter(element -> isNamed(element, name)).toList();
            if (meant.isEmpty()) {
                throw new TerminologyException(Issue.error(
                        "value", null, Message.of("parameter-invalid", parameter, name, expected(menu)), null));
            }
            chosen.addAll(meant);
        }
        return menu.stream().filter(chosen::contains).toList();
    }

    private static boolean isNamed(PlanElement element, String name) {
        return element.id().equals(name) || element.code().code().equals(name) || element.code().toString().equals(name);
    }

    private static String expected(List<? extends PlanElement> menu) {
        return menu.stream()
                .map(element -> element.id() + " (" + element.code().code() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
