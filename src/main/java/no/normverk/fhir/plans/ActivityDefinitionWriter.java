package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.normverk.authoring.LocalText;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Intervention;
import no.normverk.plans.PlanElement;
import no.normverk.terminology.Canonical;

/**
 * Writes the interventions of a plan as {@code ActivityDefinition}s with the profile {@code no-plan-intervensjon}: what each
 * becomes in a patient's plan. Those that a derived plan has from its parent are the parent's.
 */
public final class ActivityDefinitionWriter {

    private ActivityDefinitionWriter() {}

    /** The interventions that this plan itself defines. */
    public static List<ObjectNode> write(GuidingPlan plan) {
        return plan.elements().stream()
                .filter(Intervention.class::isInstance)
                .map(Intervention.class::cast)
                .filter(intervention -> isOwn(plan, intervention))
                .map(intervention -> write(plan, intervention))
                .toList();
    }

    private static boolean isOwn(GuidingPlan plan, Intervention intervention) {
        String own = plan.canonical().url().replace("/PlanDefinition/", "/ActivityDefinition/") + "-" + intervention.id();
        return Canonical.parse(intervention.definition()).equals(new Canonical(own, plan.canonical().version()));
    }

    private static ObjectNode write(GuidingPlan plan, Intervention intervention) {
        ObjectNode json = Json.object();
        String id = plan.key() + "-" + intervention.id();
        json.put("resourceType", "ActivityDefinition").put("id", id);
        json.putObject("meta").putArray("profile").add(PlanTerms.ACTIVITY_PROFILE);
        json.put("language", "nb");
        Json.extension(json, "intervensjonstype", "valueCoding", Vocabulary.INTERVENTION_TYPE.coding(intervention.type()));
        json.put("url", Canonical.parse(intervention.definition()).url());
        json.put("version", plan.canonical().version());
        json.put("name", ResourceName.of(id));
        Json.text(json, "title", title(intervention, plan));
        json.put("status", plan.status().code()).put("experimental", plan.synthetic());
        plan.dates().changed().ifPresent(date -> json.put("date", date.text()));
        plan.scope().publisher().ifPresent(publisher -> json.put("publisher", publisher));
        json.set("useContext", PlanDefinitionWriter.contexts(plan.scope()));
        json.putArray("jurisdiction").add(PlanDefinitionWriter.norway());
        PlanDefinitionWriter.links(json, "relatedArtifact", intervention.links());
        json.put("kind", kind(intervention.activity()));
        json.set("code", PlanDefinitionWriter.concept(intervention));
        return json;
    }

    static String kind(Intervention.Activity activity) {
        return switch (activity) {
            case SERVICE -> "ServiceRequest";
            case TASK -> "Task";
        };
    }

    private static LocalText title(PlanElement element, GuidingPlan plan) {
        LocalText of = plan.title();
        LocalText what = element.text();
        return new LocalText(
                what.nb() + " (" + of.nb() + ")",
                what.nn().flatMap(text -> of.nn().map(title -> text + " (" + title + ")")),
                what.en().flatMap(text -> of.en().map(title -> text + " (" + title + ")")));
    }
}
