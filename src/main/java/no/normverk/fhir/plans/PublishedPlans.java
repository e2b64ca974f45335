package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.GuidingPlans;
import no.normverk.plans.Intervention;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Canonical;

/**
 * The guiding plans among stored resources.
 *
 * @param plans all of them
 * @param byId the plans by the id of their resource
 * @param unusable why a PlanDefinition that says it is a guiding plan is none, by its id
 * @param activities what ActivityDefinitions become, by canonical URL with and without version
 */
public record PublishedPlans(
        GuidingPlans plans,
        Map<String, GuidingPlan> byId,
        Map<String, String> unusable,
        Map<String, Intervention.Activity> activities) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the plans among the resources. */
    public static PublishedPlans of(List<StoredResource> resources) {
        Map<String, Intervention.Activity> activities = new HashMap<>();
        for (StoredResource resource : resources) {
            if (resource.type().equals("ActivityDefinition") && resource.url() != null) {
                Intervention.Activity activity = json(resource).path("kind").asText().equals("Task")
                        ? Intervention.Activity.TASK
                        : Intervention.Activity.SERVICE;
                activities.put(resource.url(), activity);
                activities.put(new Canonical(resource.url(), resource.version()).toString(), activity);
            }
        }
        Map<String, GuidingPlan> byId = new HashMap<>();
        Map<String, String> unusable = new HashMap<>();
        for (StoredResource resource : resources) {
            if (resource.type().equals("PlanDefinition")) {
                JsonNode json = json(resource);
                if (PlanDefinitionReader.isPlan(json)) {
                    try {
                        byId.put(resource.id(), PlanDefinitionReader.read(json, kinds(activities)));
                    } catch (UnusablePlanException e) {
                        unusable.put(resource.id(), String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return new PublishedPlans(new GuidingPlans(new ArrayList<>(byId.values())), byId, unusable, activities);
    }

    /** What the ActivityDefinition of a canonical URL becomes in a patient's plan. */
    public Function<String, Optional<Intervention.Activity>> kinds() {
        return kinds(activities);
    }

    private static Function<String, Optional<Intervention.Activity>> kinds(Map<String, Intervention.Activity> activities) {
        return canonical -> Optional.ofNullable(activities.get(canonical));
    }

    private static JsonNode json(StoredResource resource) {
        try {
            return JSON.readTree(resource.json());
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
        }
    }
}
