package no.normverk.plans;

import java.util.List;
import no.normverk.authoring.LocalText;

/**
 * Something to do.
 *
 * @param type what it does
 * @param activity what it becomes in a patient's plan
 * @param goals ids of the goals it serves
 * @param links procedures, texts and pages
 * @param definition canonical URL, with version, of its ActivityDefinition
 */
public record Intervention(
        String id,
        PlanCode code,
        LocalText text,
        InterventionType type,
        Activity activity,
        List<String> goals,
        List<Link> links,
        String definition)
        implements PlanElement {

    /** What an intervention becomes in a patient's plan. */
    public enum Activity {
        /** Something that a professional does to or with the patient: a ServiceRequest. */
        SERVICE("tjeneste"),
        /** Something that is organised or done by the patient: a Task. */
        TASK("oppgave");

        private final String code;

        Activity(String code) {
            this.code = code;
        }

        /** The word for it in a plan's file. */
        public String code() {
            return code;
        }
    }

    public Intervention {
        goals = List.copyOf(goals);
        links = List.copyOf(links);
    }

    @Override
    public ElementKind kind() {
        return ElementKind.INTERVENTION;
    }

    Intervention withGoals(List<String> kept) {
        return new Intervention(id, code, text, type, activity, kept, links, definition);
    }
}
