package no.normverk.plans;

import java.util.List;

/**
 * What somebody names of a plan: ids of its elements, or codes as {@code system|code} or {@code code}.
 *
 * @param problems problems that the patient has
 * @param goals goals to aim at
 * @param actions interventions to do
 */
public record Choice(List<String> problems, List<String> goals, List<String> actions) {

    public Choice {
        problems = List.copyOf(problems);
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
    }

    /** Whether nothing is named at all. */
    public boolean isEmpty() {
        return problems.isEmpty() && goals.isEmpty() && actions.isEmpty();
    }
}
