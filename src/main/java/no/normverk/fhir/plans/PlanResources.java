package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The resources of one answer, on the way into a container that they can refer to one another in. */
sealed interface PlanResources {

    /** Takes a resource under a name and tells how it is referred to. */
    ObjectNode add(String name, ObjectNode resource);

    /** How the main resource is referred to from the others. */
    ObjectNode main(String name);

    /** The container with the main resource and all others. */
    ObjectNode whole(String name, ObjectNode main);

    /** Everything contained in the main resource. */
    final class Contained implements PlanResources {
        private final ArrayNode contained = Json.array();

        @Override
        public ObjectNode add(String name, ObjectNode resource) {
            ObjectNode json = Json.object();
            json.set("resourceType", resource.get("resourceType"));
            json.put("id", name);
            contained.add(json.setAll(resource));
            return Json.reference("#" + name);
        }

        @Override
        public ObjectNode main(String name) {
            return Json.reference("#");
        }

        @Override
        public ObjectNode whole(String name, ObjectNode main) {
            ObjectNode json = Json.object();
            List.of("resourceType", "meta", "language").forEach(member -> json.set(member, main.get(member)));
            if (!contained.isEmpty()) {
                json.set("contained", contained);
            }
            return json.setAll(main);
        }
    }

    /**
     * Each an entry of a transaction that creates it. What they are called until then says what they are in the plan, and nothing of
     * the patient.
     */
    final class Bundled implements PlanResources {
        private final ArrayNode entries = Json.array();
        private final String plan;

        Bundled(String plan) {
            this.plan = plan;
        }

        @Override
        public ObjectNode add(String name, ObjectNode resource) {
            entries.add(entry(name, resource));
            return Json.reference(urn(name));
        }

        @Override
        public ObjectNode main(String name) {
            return Json.reference(urn(name));
        }

        @Override
        public ObjectNode whole(String name, ObjectNode main) {
            entries.insert(0, entry(name, main));
            ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "transaction");
            bundle.set("entry", entries);
            return bundle;
        }

        private ObjectNode entry(String name, ObjectNode resource) {
            ObjectNode entry = Json.object().put("fullUrl", urn(name));
            entry.set("resource", resource);
            entry.putObject("request").put("method", "POST").set("url", resource.get("resourceType"));
            return entry;
        }

        private String urn(String name) {
            return "urn:uuid:" + UUID.nameUUIDFromBytes((plan + "/" + name).getBytes(StandardCharsets.UTF_8));
        }
    }
}
