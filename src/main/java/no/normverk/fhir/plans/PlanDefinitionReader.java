package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.plans.Adaptation;
import no.normverk.plans.AdaptationKind;
import no.normverk.plans.CareLevel;
import no.normverk.plans.Evidence;
import no.normverk.plans.EvidenceKind;
import no.normverk.plans.Goal;
import no.normverk.plans.GoalType;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Intervention;
import no.normverk.plans.InterventionType;
import no.normverk.plans.Link;
import no.normverk.plans.LinkKind;
import no.normverk.plans.PlanCode;
import no.normverk.plans.PlanStatus;
import no.normverk.plans.Problem;
import no.normverk.plans.ProblemType;
import no.normverk.plans.Tier;
import no.normverk.plans.Zone;
import no.normverk.plans.ZoneColour;
import no.normverk.terminology.Canonical;

/**
 * Reads a {@code PlanDefinition} with the profile {@code no-veiledende-plan} into the plan it stands for: the other direction of
 * {@link PlanDefinitionWriter}. Questions are answered from what is stored, whoever wrote it.
 */
public final class PlanDefinitionReader {

    private final JsonNode json;
    private final Function<String, Optional<Intervention.Activity>> activities;
    private final Map<String, Goal> goals = new HashMap<>();

    private PlanDefinitionReader(JsonNode json, Function<String, Optional<Intervention.Activity>> activities) {
        this.json = json;
        this.activities = activities;
    }

    /** Whether the resource says that it is a guiding plan. */
    public static boolean isPlan(JsonNode resource) {
        for (JsonNode profile : resource.path("meta").path("profile")) {
            if (profile.asText().equals(PlanTerms.PLAN_PROFILE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The plan that a PlanDefinition stands for.
     *
     * @param activities what the ActivityDefinition of a canonical URL becomes; empty when it is not there, and then it is a service
     * @throws UnusablePlanException when it is none
     */
    public static GuidingPlan read(JsonNode planDefinition, Function<String, Optional<Intervention.Activity>> activities) {
        return new PlanDefinitionReader(planDefinition, activities).read();
    }

    private GuidingPlan read() {
        json.path("goal").forEach(goal -> goals.put(required(goal, "id", "goal.id"), goal(goal)));
        List<Problem> problems = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (JsonNode action : json.path("action")) {
            Optional<ZoneColour> colour = coded(Json.extension(action, "plansone").path("valueCoding"), ZoneColour.class);
            if (colour.isPresent()) {
                zones.add(new Zone(id(action), colour.get(), title(action), interventions(action)));
            } else {
                problems.add(problem(action));
            }
        }
        return new GuidingPlan(
                Json.string(json, "id").orElse(""),
                new Canonical(required(json, "url", "url"), Json.string(json, "version").orElse(null)),
                Json.text(json, "title").orElseThrow(() -> new UnusablePlanException("title", "nothing", "the plan's name")),
                Json.text(json, "description"),
                Vocabulary.find(PlanStatus.class, json.path("status").asText()).orElse(PlanStatus.DRAFT),
                json.path("experimental").asBoolean(),
                scope(),
                dates(),
                evidence(),
                lineage("derived-from"),
                lineage("predecessor"),
                problems,
                zones,
                adaptations());
    }

    private static String required(JsonNode parent, String element, String place) {
        return Json.string(parent, element).orElseThrow(() -> new UnusablePlanException(place, "nothing", "a text"));
    }

    private static <E extends Enum<E> & Coded> Optional<E> coded(JsonNode coding, Class<E> vocabulary) {
        return Json.string(coding, "code").flatMap(code -> Vocabulary.find(vocabulary, code));
    }

    private GuidingPlan.Scope scope() {
        Optional<Tier> tier = Optional.empty();
        List<CareLevel> levels = new ArrayList<>();
        for (JsonNode context : json.path("useContext")) {
            JsonNode coding = context.path("valueCodeableConcept").path("coding").path(0);
            switch (context.path("code").path("code").asText()) {
                case PlanTerms.TIER -> tier = coded(coding, Tier.class);
                case "venue" -> coded(coding, CareLevel.class).ifPresent(levels::add);
                default -> {}
            }
        }
        List<String> endorsers = new ArrayList<>();
        json.path("endorser").forEach(endorser -> Json.string(endorser, "name").ifPresent(endorsers::add));
        return new GuidingPlan.Scope(
                tier.orElseThrow(() -> new UnusablePlanException(
                        "useContext", "no " + PlanTerms.TIER, "one with a code of " + Vocabulary.TIER.system())),
                levels,
                Json.string(json, "publisher"),
                endorsers);
    }

    private GuidingPlan.Dates dates() {
        return new GuidingPlan.Dates(
                date(json, "date"),
                date(json, "approvalDate"),
                date(json, "lastReviewDate"),
                date(json.path("effectivePeriod"), "start"),
                date(json.path("effectivePeriod"), "end"),
                date(Json.extension(json, "neste-gjennomgang"), "valueDate"));
    }

    /** The day of a date or time. */
    private static Optional<PartialDate> date(JsonNode parent, String element) {
        return Json.string(parent, element).flatMap(text -> PartialDate.parse(text.substring(0, Math.min(10, text.length()))));
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode artifact : json.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals("citation")) {
                evidence.add(new Evidence(
                        Vocabulary.find(EvidenceKind.class, artifact.path("label").asText()).orElse(EvidenceKind.FORSKNING),
                        artifact.path("display").asText(),
                        Json.string(artifact, "url")));
            }
        }
        return evidence;
    }

    private Optional<Canonical> lineage(String type) {
        for (JsonNode artifact : json.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals(type)) {
                return Json.string(artifact, "resource").map(Canonical::parse);
            }
        }
        return Optional.empty();
    }

    private List<Adaptation> adaptations() {
        List<Adaptation> adaptations = new ArrayList<>();
        for (JsonNode extension : json.path("extension")) {
            if (extension.path("url").asText().equals(PlanTerms.extension("plantilpasning"))) {
                JsonNode parts = extension.path("extension");
                adaptations.add(new Adaptation(
                        coded(Json.part(parts, "art").path("valueCoding"), AdaptationKind.class).orElse(AdaptationKind.ERSTATTET),
                        Json.part(parts, "element").path("valueString").asText(),
                        Json.text(Json.part(parts, "begrunnelse"), "valueString").orElse(LocalText.nb(""))));
            }
        }
        return adaptations;
    }

    private static Goal goal(JsonNode goal) {
        JsonNode due = goal.path("target").path(0).path("due").path("value");
        return new Goal(
                goal.path("id").asText(),
                code(goal.path("description"), "goal.description"),
                text(goal.path("description"), "goal.description"),
                coded(goal.path("category").path("coding").path(0), GoalType.class).orElse(GoalType.BEDRING),
                due.isNumber() ? OptionalInt.of(due.asInt()) : OptionalInt.empty());
    }

    private Problem problem(JsonNode action) {
        List<Goal> ofProblem = new ArrayList<>();
        for (JsonNode id : action.path("goalId")) {
            Goal goal = goals.get(id.asText());
            if (goal == null) {
                throw new UnusablePlanException("action.goalId", "'" + id.asText() + "'", "the id of a goal of the plan");
            }
            ofProblem.add(goal);
        }
        return new Problem(
                id(action),
                code(action.path("code").path(0), "action.code"),
                title(action),
                coded(Json.extension(action, "problemtype").path("valueCoding"), ProblemType.class).orElse(ProblemType.AKTUELL),
                ofProblem,
                interventions(action));
    }

    private List<Intervention> interventions(JsonNode group) {
        List<Intervention> interventions = new ArrayList<>();
        group.path("action").forEach(action -> interventions.add(intervention(action)));
        return interventions;
    }

    private Intervention intervention(JsonNode action) {
        List<String> serves = new ArrayList<>();
        action.path("goalId").forEach(goal -> serves.add(goal.asText()));
        List<Link> links = new ArrayList<>();
        for (JsonNode artifact : action.path("documentation")) {
            links.add(new Link(
                    Vocabulary.find(LinkKind.class, artifact.path("label").asText()).orElse(LinkKind.NETTSIDE),
                    artifact.path("display").asText(),
                    Json.string(artifact, "url")));
        }
        String definition = action.path("definitionCanonical").asText();
        return new Intervention(
                id(action),
                code(action.path("code").path(0), "action.action.code"),
                title(action),
                coded(Json.extension(action, "intervensjonstype").path("valueCoding"), InterventionType.class)
                        .orElse(InterventionType.UTFORE),
                activities.apply(definition).orElse(Intervention.Activity.SERVICE),
                serves,
                links,
                definition);
    }

    private static String id(JsonNode action) {
        return required(action, "id", "action.id");
    }

    private static LocalText title(JsonNode action) {
        return Json.text(action, "title").orElseThrow(() -> new UnusablePlanException("action.title", "nothing", "the term for people"));
    }

    private static LocalText text(JsonNode concept, String place) {
        return Json.text(concept, "text").orElseThrow(() -> new UnusablePlanException(place + ".text", "nothing", "the term for people"));
    }

    private static PlanCode code(JsonNode concept, String place) {
        JsonNode coding = concept.path("coding").path(0);
        if (!coding.path("system").isTextual() || !coding.path("code").isTextual()) {
            throw new UnusablePlanException(place, concept.isMissingNode() ? "nothing" : "no coding", "a coding with system and code");
        }
        return new PlanCode(coding.path("system").asText(), coding.path("code").asText());
    }
}
