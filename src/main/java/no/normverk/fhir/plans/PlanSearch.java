package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameter.Kind;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.fhir.resource.SearchParameters;

/**
 * What guiding plans can be searched for: the codes of their problems, goals and interventions, with what is below and above them
 * in the loaded edition; words in all languages; who decided them, where they are used, when they are in force. The definitions
 * of our own are the SearchParameter resources under {@code profiles/}.
 */
public final class PlanSearch {

    private static final String PLAN = "PlanDefinition";
    private static final String ACTIVITY = "ActivityDefinition";
    private static final String BASE = "http://normverk.no/fhir/SearchParameter/";
    private static final String R4 = "http://hl7.org/fhir/SearchParameter/";

    private PlanSearch() {}

    /** The parameters with those of plans added. */
    public static SearchParameters addTo(SearchParameters parameters) {
        SearchParameters extended = parameters;
        for (SearchParameter parameter : ofPlans()) {
            extended = extended.with(PLAN, parameter);
        }
        for (SearchParameter parameter : ofBoth(ACTIVITY)) {
            extended = extended.with(ACTIVITY, parameter);
        }
        return extended.with(
                ACTIVITY,
                SearchParameter.ofContent(
                        "code", Kind.TOKEN, BASE + "ActivityDefinition-code", "what is done; :below and :above in the loaded edition",
                        activity -> codings(activity.path("code"))));
    }

    private static List<SearchParameter> ofPlans() {
        List<SearchParameter> parameters = new ArrayList<>(ofBoth(PLAN));
        parameters.add(own("problem", Kind.TOKEN, "code of a problem; :below and :above in the loaded edition", PlanSearch::problems));
        parameters.add(own("goal", Kind.TOKEN, "code of a goal; :below and :above in the loaded edition", PlanSearch::goals));
        parameters.add(own(
                "intervention", Kind.TOKEN, "code of an intervention; :below and :above in the loaded edition", PlanSearch::interventions));
        parameters.add(own(
                "concerns",
                Kind.RELATED,
                "code of any problem, goal or intervention, or one below or above it in the loaded edition",
                PlanSearch::all));
        parameters.add(own("tier", Kind.TOKEN, "who decided the plan: nasjonal, regional, lokal", plan -> contexts(plan, PlanTerms.TIER)));
        parameters.add(own("care-level", Kind.TOKEN, "where in the services it is used", plan -> contexts(plan, "venue")));
        parameters.add(own("in-force", Kind.PERIOD, "a day on which the plan, not retired, is in force", PlanSearch::inForce));
        for (String lineage : List.of("derived-from", "predecessor", "successor", "depends-on")) {
            parameters.add(SearchParameter.ofContent(
                    lineage, Kind.REFERENCE, R4 + "PlanDefinition-" + lineage, "a plan that it is " + lineage,
                    plan -> lineage(plan, lineage)));
        }
        parameters.add(SearchParameter.ofContent(
                "definition", Kind.REFERENCE, R4 + "PlanDefinition-definition", "an ActivityDefinition that it uses", PlanSearch::definitions));
        return parameters;
    }

    private static List<SearchParameter> ofBoth(String type) {
        return List.of(
                words("_content"),
                words("text"),
                SearchParameter.ofContent(
                        "_tag", Kind.TOKEN, R4 + "Resource-tag", "a flag, such as " + PlanTerms.DUE_FOR_REVIEW,
                        resource -> tokens(resource.path("meta").path("tag"))),
                SearchParameter.ofContent(
                        "context", Kind.TOKEN, R4 + type + "-context", "a use context, such as the tier", PlanSearch::contexts),
                SearchParameter.ofContent(
                        "effective", Kind.DATE, R4 + type + "-effective", "when it is in force", PlanSearch::effective),
                SearchParameter.ofContent(
                        "jurisdiction", Kind.TOKEN, R4 + type + "-jurisdiction", "where it applies",
                        resource -> concepts(resource.path("jurisdiction"))));
    }

    private static SearchParameter own(String name, Kind kind, String documentation, Function<JsonNode, List<Value>> values) {
        return SearchParameter.ofContent(name, kind, BASE + "PlanDefinition-" + name, documentation, values);
    }

    private static SearchParameter words(String name) {
        return SearchParameter.ofContent(
                name,
                Kind.WORDS,
                name.equals("_content") ? R4 + "Resource-content" : BASE + "text",
                "words that begin words of the title, the description or the terms, in any order, in bokmål, nynorsk or English",
                resource -> List.of(Value.of(String.join(" ", texts(resource)))));
    }

    private static List<String> texts(JsonNode resource) {
        List<String> texts = new ArrayList<>();
        collect(texts, resource, "title", "description", "publisher");
        resource.path("goal").forEach(goal -> collect(texts, goal.path("description"), "text"));
        resource.path("action").forEach(group -> {
            collect(texts, group, "title");
            group.path("action").forEach(action -> collect(texts, action, "title"));
        });
        collect(texts, resource.path("code"), "text");
        return texts;
    }

    private static void collect(List<String> texts, JsonNode parent, String... elements) {
        for (String element : elements) {
            Json.text(parent, element).ifPresent(text -> {
                texts.add(text.nb());
                text.nn().ifPresent(texts::add);
                text.en().ifPresent(texts::add);
            });
        }
    }

    private static List<Value> problems(JsonNode plan) {
        List<Value> values = new ArrayList<>();
        plan.path("action").forEach(group -> values.addAll(concepts(group.path("code"))));
        return values;
    }

    private static List<Value> goals(JsonNode plan) {
        List<Value> values = new ArrayList<>();
        plan.path("goal").forEach(goal -> values.addAll(codings(goal.path("description"))));
        return values;
    }

    private static List<Value> interventions(JsonNode plan) {
        List<Value> values = new ArrayList<>();
        plan.path("action").forEach(group -> group.path("action").forEach(action -> values.addAll(concepts(action.path("code")))));
        return values;
    }

    private static List<Value> all(JsonNode plan) {
        List<Value> values = new ArrayList<>(problems(plan));
        values.addAll(goals(plan));
        values.addAll(interventions(plan));
        return values;
    }

    private static List<Value> contexts(JsonNode resource) {
        List<Value> values = new ArrayList<>();
        resource.path("useContext").forEach(context -> values.addAll(codings(context.path("valueCodeableConcept"))));
        return values;
    }

    private static List<Value> contexts(JsonNode plan, String code) {
        List<Value> values = new ArrayList<>();
        for (JsonNode context : plan.path("useContext")) {
            if (context.path("code").path("code").asText().equals(code)) {
                values.addAll(codings(context.path("valueCodeableConcept")));
            }
        }
        return values;
    }

    private static List<Value> effective(JsonNode resource) {
        JsonNode period = resource.path("effectivePeriod");
        return period.isObject()
                ? List.of(Value.of(period.path("start").asText() + "/" + period.path("end").asText()))
                : List.of();
    }

    /** A plan that is retired or a draft is in force on no day, whatever its period says. */
    private static List<Value> inForce(JsonNode plan) {
        if (!plan.path("status").asText().equals("active")) {
            return List.of();
        }
        List<Value> period = effective(plan);
        return period.isEmpty() ? List.of(Value.of("/")) : period;
    }

    private static List<Value> lineage(JsonNode plan, String type) {
        List<Value> values = new ArrayList<>();
        for (JsonNode artifact : plan.path("relatedArtifact")) {
            if (artifact.path("type").asText().equals(type) && artifact.path("resource").isTextual()) {
                values.add(Value.of(artifact.path("resource").asText()));
            }
        }
        return values;
    }

    private static List<Value> definitions(JsonNode plan) {
        List<Value> values = new ArrayList<>();
        plan.path("action").forEach(group -> group.path("action").forEach(action -> {
            if (action.path("definitionCanonical").isTextual()) {
                values.add(Value.of(action.path("definitionCanonical").asText()));
            }
        }));
        return values;
    }

    private static List<Value> concepts(JsonNode concepts) {
        List<Value> values = new ArrayList<>();
        concepts.forEach(concept -> values.addAll(codings(concept)));
        return values;
    }

    private static List<Value> codings(JsonNode concept) {
        return tokens(concept.path("coding"));
    }

    private static List<Value> tokens(JsonNode codings) {
        List<Value> values = new ArrayList<>();
        for (JsonNode coding : codings) {
            if (coding.path("code").isTextual()) {
                values.add(new Value(coding.path("system").isTextual() ? coding.path("system").asText() : null, coding.path("code").asText()));
            }
        }
        return values;
    }
}
