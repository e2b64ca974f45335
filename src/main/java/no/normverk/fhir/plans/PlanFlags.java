package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.PlanCheck;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks plans with what the server knows of them beside what they say themselves, as {@code meta.tag}, so that it is seen by
 * whoever reads or searches: a code that the loaded edition does not resolve, a parent that was revised. It is worked out for
 * each snapshot anew and never stored, for it changes with what is loaded and not with the plan.
 */
public final class PlanFlags {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFlags.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanFlags() {}

    /** The resources, with plans marked. */
    public static List<StoredResource> on(List<StoredResource> resources, Registry registry, LocalDate day) {
        PublishedPlans published = PublishedPlans.of(resources);
        if (published.byId().isEmpty()) {
            return resources;
        }
        PlanCheck check = new PlanCheck(registry, published.plans(), day, Languages.ANY, null);
        long unresolved = published.plans().all().stream().filter(plan -> !check.resolves(plan)).count();
        if (unresolved > 0) {
            LOG.warn("{} of {} guiding plans have codes that are not in what is loaded; PlanDefinition/$plan-check lists them", unresolved, published.byId().size());
        }
        List<StoredResource> marked = new ArrayList<>(resources.size());
        for (StoredResource resource : resources) {
            GuidingPlan plan = resource.type().equals("PlanDefinition") ? published.byId().get(resource.id()) : null;
            marked.add(plan == null ? resource : marked(resource, plan, published, check, day));
        }
        return List.copyOf(marked);
    }

    private static StoredResource marked(
            StoredResource resource, GuidingPlan plan, PublishedPlans published, PlanCheck check, LocalDate day) {
        ArrayNode tags = Json.array();
        if (!check.resolves(plan)) {
            tags.add(tag(PlanTerms.UNRESOLVED, "Uavklart kode"));
        }
        if (published.plans().isDueForReview(plan, day)) {
            tags.add(tag(PlanTerms.DUE_FOR_REVIEW, "Bør revideres"));
        }
        return tags.isEmpty() ? resource : with(resource, tags);
    }

    private static ObjectNode tag(String code, String display) {
        return Json.object().put("system", PlanTerms.FLAGS).put("code", code).put("display", display);
    }

    private static StoredResource with(StoredResource resource, ArrayNode tags) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(resource.json());
            json.withObject("/meta").withArray("tag").addAll(tags);
            return resource.withJson(JSON.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
        }
    }
}
