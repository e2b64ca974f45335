package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;
import no.normverk.plans.Adaptation;
import no.normverk.plans.CareLevel;
import no.normverk.plans.Evidence;
import no.normverk.plans.Goal;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Intervention;
import no.normverk.plans.Link;
import no.normverk.plans.PlanCode;
import no.normverk.plans.PlanElement;
import no.normverk.plans.Problem;
import no.normverk.plans.Zone;
import no.normverk.terminology.Canonical;

/**
 * Writes a plan as a {@code PlanDefinition} with the profile {@code no-veiledende-plan}. A problem is a group of actions of which
 * any may be chosen; its goals are the {@code goal}s that the group names, its interventions the actions in it. A zone is such a
 * group too, told by its extension.
 */
public final class PlanDefinitionWriter {

    private PlanDefinitionWriter() {}

    /** The plan as a new, complete PlanDefinition. */
    public static ObjectNode write(GuidingPlan plan) {
        ObjectNode json = Json.object();
        json.put("resourceType", "PlanDefinition").put("id", plan.key());
        json.putObject("meta").putArray("profile").add(PlanTerms.PLAN_PROFILE);
        json.put("language", "nb");
        plan.dates().nextReview().ifPresent(review -> json.withArray("extension")
                .addObject()
                .put("url", PlanTerms.extension("neste-gjennomgang"))
                .put("valueDate", review.text()));
        plan.adaptations().forEach(adaptation -> json.withArray("extension").add(adaptation(adaptation)));
        json.put("url", plan.canonical().url());
        json.put("version", plan.canonical().version());
        json.put("name", ResourceName.of(plan.key()));
        Json.text(json, "title", plan.title());
        json.putObject("type").putArray("coding").addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/plan-definition-type")
                .put("code", "clinical-protocol")
                .put("display", "Clinical Protocol");
        json.put("status", plan.status().code()).put("experimental", plan.synthetic());
        date(json, "date", plan.dates().changed());
        plan.scope().publisher().ifPresent(publisher -> json.put("publisher", publisher));
        plan.description().ifPresent(description -> Json.text(json, "description", description));
        json.set("useContext", contexts(plan.scope()));
        json.putArray("jurisdiction").add(norway());
        date(json, "approvalDate", plan.dates().approved());
        date(json, "lastReviewDate", plan.dates().reviewed());
        effectivePeriod(json, plan.dates());
        plan.scope().endorsers().forEach(endorser -> json.withArray("endorser").addObject().put("name", endorser));
        relatedArtifacts(json, plan);
        plan.problems().forEach(problem -> problem.goals().forEach(goal -> json.withArray("goal").add(goal(goal, problem))));
        plan.problems().forEach(problem -> json.withArray("action").add(problem(problem)));
        plan.zones().forEach(zone -> json.withArray("action").add(zone(zone)));
        return json;
    }

    static ObjectNode norway() {
        ObjectNode norway = Json.object();
        norway.putArray("coding").addObject().put("system", "urn:iso:std:iso:3166").put("code", "NO").put("display", "Norway");
        return norway;
    }

    private static void date(ObjectNode json, String element, Optional<PartialDate> date) {
        date.ifPresent(known -> json.put(element, known.text()));
    }

    private static ObjectNode adaptation(Adaptation adaptation) {
        ObjectNode extension = Json.object();
        ArrayNode parts = extension.putArray("extension");
        parts.addObject().put("url", "art").set("valueCoding", Vocabulary.ADAPTATION.coding(adaptation.kind()));
        parts.addObject().put("url", "element").put("valueString", adaptation.element());
        ObjectNode reason = parts.addObject().put("url", "begrunnelse");
        Json.text(reason, "valueString", adaptation.reason());
        return extension.put("url", PlanTerms.extension("plantilpasning"));
    }

    static ArrayNode contexts(GuidingPlan.Scope scope) {
        ArrayNode contexts = Json.array();
        ObjectNode tier = contexts.addObject();
        tier.putObject("code").put("system", PlanTerms.CONTEXT).put("code", PlanTerms.TIER).put("display", "Nivå");
        tier.set("valueCodeableConcept", Vocabulary.TIER.concept(scope.tier()));
        for (CareLevel level : scope.careLevels()) {
            ObjectNode venue = contexts.addObject();
            venue.putObject("code").put("system", PlanTerms.USAGE_CONTEXT).put("code", "venue").put("display", "Clinical Venue");
            venue.set("valueCodeableConcept", Vocabulary.CARE_LEVEL.concept(level));
        }
        return contexts;
    }

    private static void effectivePeriod(ObjectNode json, GuidingPlan.Dates dates) {
        if (dates.effectiveFrom().isPresent() || dates.effectiveTo().isPresent()) {
            ObjectNode period = json.putObject("effectivePeriod");
            date(period, "start", dates.effectiveFrom());
            date(period, "end", dates.effectiveTo());
        }
    }

    private static void relatedArtifacts(ObjectNode json, GuidingPlan plan) {
        plan.derivedFrom().ifPresent(parent -> json.withArray("relatedArtifact").add(lineage("derived-from", parent)));
        plan.predecessor().ifPresent(before -> json.withArray("relatedArtifact").add(lineage("predecessor", before)));
        for (Evidence evidence : plan.evidence()) {
            ObjectNode citation = json.withArray("relatedArtifact").addObject().put("type", "citation");
            citation.put("label", evidence.kind().code()).put("display", evidence.title());
            evidence.url().ifPresent(url -> citation.put("url", url));
        }
    }

    private static ObjectNode lineage(String type, Canonical canonical) {
        return Json.object().put("type", type).put("resource", canonical.toString());
    }

    private static ObjectNode goal(Goal goal, Problem problem) {
        ObjectNode json = Json.object().put("id", goal.id());
        json.set("category", Vocabulary.GOAL_TYPE.concept(goal.type()));
        json.set("description", concept(goal));
        json.putArray("addresses").add(concept(problem));
        goal.dueDays().ifPresent(days -> {
            ObjectNode due = json.putArray("target").addObject().putObject("due");
            due.put("value", days).put("unit", "d").put("system", "http://unitsofmeasure.org").put("code", "d");
        });
        return json;
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode action = group(problem.id(), "any");
        Json.extension(action, "problemtype", "valueCoding", Vocabulary.PROBLEM_TYPE.coding(problem.type()));
        Json.text(action, "title", problem.text());
        action.putArray("code").add(concept(problem));
        problem.goals().forEach(goal -> action.withArray("goalId").add(goal.id()));
        problem.interventions().forEach(intervention -> action.withArray("action").add(intervention(intervention)));
        return action;
    }

    private static ObjectNode zone(Zone zone) {
        ObjectNode action = group(zone.id(), "any");
        Json.extension(action, "plansone", "valueCoding", Vocabulary.ZONE.coding(zone.colour()));
        Json.text(action, "title", zone.when());
        zone.interventions().forEach(intervention -> action.withArray("action").add(intervention(intervention)));
        return action;
    }

    private static ObjectNode group(String id, String selection) {
        return Json.object().put("id", id).put("groupingBehavior", "logical-group").put("selectionBehavior", selection);
    }

    private static ObjectNode intervention(Intervention intervention) {
        ObjectNode action = Json.object().put("id", intervention.id());
        Json.extension(action, "intervensjonstype", "valueCoding", Vocabulary.INTERVENTION_TYPE.coding(intervention.type()));
        Json.text(action, "title", intervention.text());
        action.putArray("code").add(concept(intervention));
        links(action, "documentation", intervention.links());
        intervention.goals().forEach(goal -> action.withArray("goalId").add(goal));
        action.put("definitionCanonical", intervention.definition());
        return action;
    }

    static void links(ObjectNode json, String element, List<Link> links) {
        for (Link link : links) {
            ObjectNode artifact = json.withArray(element).addObject().put("type", "documentation");
            artifact.put("label", link.kind().code()).put("display", link.title());
            link.url().ifPresent(url -> artifact.put("url", url));
        }
    }

    /** The code for machines, without a display, for that is the loaded edition's to say, and the term for people. */
    static ObjectNode concept(PlanElement element) {
        PlanCode code = element.code();
        ObjectNode concept = Json.object();
        concept.putArray("coding").addObject().put("system", code.system()).put("code", code.code());
        Json.text(concept, "text", element.text());
        return concept;
    }
}
