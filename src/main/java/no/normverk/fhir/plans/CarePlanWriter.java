package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.plans.Goal;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Intervention;
import no.normverk.plans.Problem;
import no.normverk.plans.Selection;
import no.normverk.plans.Zone;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Registry;

/**
 * Writes what was chosen of a plan as a {@code CarePlan} for one patient: goals as Goal, interventions as ServiceRequest or Task,
 * problems that the patient is said to have as Condition, and each zone as a CarePlan that is part of the main one. A function of
 * its arguments: nothing is kept, stored or told anybody else.
 */
public final class CarePlanWriter {

    private static final String MAIN = "careplan";

    private final GuidingPlan plan;
    private final Selection selection;
    private final PlanRequest request;
    private final PlanTexts texts;
    private final PlanResources resources;
    private final Map<String, ObjectNode> goals = new HashMap<>();

    private CarePlanWriter(GuidingPlan plan, Selection selection, PlanRequest request, Registry registry) {
        this.plan = plan;
        this.selection = selection;
        this.request = request;
        this.texts = new PlanTexts(registry, request.languages());
        this.resources = request.form() == PlanRequest.Form.BUNDLE ? new PlanResources.Bundled(plan.key()) : new PlanResources.Contained();
    }

    /**
     * The CarePlan, or the Bundle with it.
     *
     * @param registry where displays of codes are looked up
     */
    public static ObjectNode write(GuidingPlan plan, Selection selection, PlanRequest request, Registry registry) {
        return new CarePlanWriter(plan, selection, request, registry).write();
    }

    private ObjectNode write() {
        ObjectNode carePlan = carePlan("veiledende-plan", "Veiledende plan");
        carePlan.put("title", texts.of(plan.title()));
        plan.description().ifPresent(description -> carePlan.put("description", texts.of(description)));
        subject(carePlan, "subject");
        encounter(carePlan);
        carePlan.putObject("period").put("start", request.date().toString());
        if (request.practitioner() != null) {
            carePlan.set("author", Json.reference(request.practitioner()));
        }
        if (request.organization() != null) {
            carePlan.putArray("contributor").add(Json.reference(request.organization()));
        }
        Map<String, ObjectNode> conditions = conditions();
        conditions.values().forEach(condition -> carePlan.withArray("addresses").add(condition));
        for (Goal goal : selection.goals()) {
            ObjectNode reference = resources.add("goal-" + goal.id(), goal(goal, conditions));
            goals.put(goal.id(), reference);
            carePlan.withArray("goal").add(reference);
        }
        for (Intervention intervention : selection.interventions()) {
            ObjectNode reference = resources.add("activity-" + intervention.id(), activity(intervention));
            carePlan.withArray("activity").addObject().set("reference", reference);
        }
        for (Zone zone : selection.zones()) {
            resources.add(zone.id(), zone(zone));
        }
        return resources.whole(MAIN, carePlan);
    }

    private ObjectNode carePlan(String category, String display) {
        ObjectNode carePlan = Json.object().put("resourceType", "CarePlan");
        carePlan.putObject("meta").putArray("profile").add(PlanTerms.CARE_PLAN_PROFILE);
        carePlan.put("language", texts.language());
        carePlan.putArray("instantiatesCanonical").add(plan.canonical().toString());
        carePlan.put("status", "draft").put("intent", intent());
        carePlan.putArray("category").add(Vocabulary.CATEGORY.concept(category, display));
        return carePlan;
    }

    private String intent() {
        return selection.isProposal() ? "proposal" : "plan";
    }

    private void subject(ObjectNode resource, String element) {
        resource.set(element, Json.reference(request.subject()));
    }

    private void encounter(ObjectNode resource) {
        if (request.encounter() != null) {
            resource.set("encounter", Json.reference(request.encounter()));
        }
    }

    /** References to the problems that the patient is said to have, by id. Of a mere proposal nobody has said so of any. */
    private Map<String, ObjectNode> conditions() {
        Map<String, ObjectNode> conditions = new LinkedHashMap<>();
        if (!selection.isProposal()) {
            for (Problem problem : selection.problems()) {
                conditions.put(problem.id(), resources.add("condition-" + problem.id(), condition(problem)));
            }
        }
        return conditions;
    }

    private ObjectNode condition(Problem problem) {
        ObjectNode condition = Json.object().put("resourceType", "Condition");
        condition.putObject("clinicalStatus").putArray("coding").addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/condition-clinical")
                .put("code", "active");
        Json.extension(condition, "problemtype", "valueCoding", Vocabulary.PROBLEM_TYPE.coding(problem.type()));
        condition.set("code", texts.concept(problem));
        subject(condition, "subject");
        encounter(condition);
        return condition;
    }

    private ObjectNode goal(Goal goal, Map<String, ObjectNode> conditions) {
        ObjectNode json = Json.object().put("resourceType", "Goal");
        json.putObject("meta").putArray("profile").add(PlanTerms.GOAL_PROFILE);
        json.put("lifecycleStatus", selection.isProposal() ? "proposed" : "planned");
        json.putArray("category").add(Vocabulary.GOAL_TYPE.concept(goal.type()));
        json.set("description", texts.concept(goal));
        subject(json, "subject");
        json.put("startDate", request.date().toString());
        goal.dueDays().ifPresent(days ->
                json.putArray("target").addObject().put("dueDate", request.date().plusDays(days).toString()));
        for (Problem problem : selection.problems()) {
            ObjectNode condition = conditions.get(problem.id());
            if (condition != null && problem.goals().contains(goal)) {
                json.withArray("addresses").add(condition);
            }
        }
        return json;
    }

    private ObjectNode activity(Intervention intervention) {
        ObjectNode json = switch (intervention.activity()) {
            case SERVICE -> service(intervention);
            case TASK -> task(intervention);
        };
        for (String goal : intervention.goals()) {
            ObjectNode chosen = goals.get(goal);
            if (chosen != null) {
                json.withArray("extension").addObject().put("url", PlanTerms.PERTAINS_TO_GOAL).set("valueReference", chosen);
            }
        }
        return json;
    }

    private ObjectNode service(Intervention intervention) {
        ObjectNode json = Json.object().put("resourceType", "ServiceRequest");
        definition(json.putArray("instantiatesCanonical"), intervention);
        json.put("status", "draft").put("intent", intent());
        json.set("code", texts.concept(intervention));
        subject(json, "subject");
        encounter(json);
        json.put("occurrenceDateTime", request.date().toString());
        if (request.practitioner() != null) {
            json.set("requester", Json.reference(request.practitioner()));
        }
        return json;
    }

    private ObjectNode task(Intervention intervention) {
        ObjectNode json = Json.object().put("resourceType", "Task");
        json.put("instantiatesCanonical", intervention.definition());
        json.put("status", "draft").put("intent", intent());
        json.set("code", texts.concept(intervention));
        json.put("description", texts.of(intervention.text()));
        subject(json, "for");
        encounter(json);
        json.putObject("executionPeriod").put("start", request.date().toString());
        if (request.practitioner() != null) {
            json.set("requester", Json.reference(request.practitioner()));
        }
        return json;
    }

    private static void definition(ArrayNode canonicals, Intervention intervention) {
        canonicals.add(Canonical.parse(intervention.definition()).toString());
    }

    /** HL7 Norway's way with zones: a CarePlan for each, part of the main one, with what to do as its activities' descriptions. */
    private ObjectNode zone(Zone zone) {
        ObjectNode carePlan = carePlan("sone", "Sone");
        Json.extension(carePlan, "plansone", "valueCoding", Vocabulary.ZONE.coding(zone.colour()));
        carePlan.put("title", texts.of(zone.colour().title()));
        carePlan.put("description", texts.of(zone.when()));
        subject(carePlan, "subject");
        encounter(carePlan);
        carePlan.putArray("partOf").add(resources.main(MAIN));
        if (!selection.isProposal()) {
            selection.problems().forEach(problem -> carePlan.withArray("addresses").add(severity(problem, zone)));
        }
        List<Intervention> interventions = zone.interventions();
        for (Intervention intervention : interventions) {
            ObjectNode detail = carePlan.withArray("activity").addObject().putObject("detail");
            detail.put("kind", ActivityDefinitionWriter.kind(intervention.activity()));
            detail.putArray("instantiatesCanonical").add(intervention.definition());
            detail.set("code", texts.concept(intervention));
            detail.put("status", "not-started");
            detail.put("description", texts.of(intervention.text()));
        }
        return carePlan;
    }

    /** The problem as bad as the zone says. */
    private ObjectNode severity(Problem problem, Zone zone) {
        ObjectNode condition = condition(problem);
        condition.set("severity", Vocabulary.ZONE.concept(zone.colour()));
        return resources.add("condition-" + problem.id() + "-" + zone.id(), condition);
    }
}
