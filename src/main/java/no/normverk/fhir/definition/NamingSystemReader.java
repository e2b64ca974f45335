package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.naming.NamingSystem;
import no.normverk.terminology.naming.UniqueId;

/** Reads NamingSystem resources (FHIR R4, 4.11). */
public final class NamingSystemReader {

    private NamingSystemReader() {}

    /**
     * Reads a resource.
     *
     * @throws DefinitionException when something it needs is missing or of the wrong type
     */
    public static NamingSystem read(JsonNode resource) {
        List<UniqueId> ids = new ArrayList<>();
        for (JsonNode id : Json.items(resource, "uniqueId", "NamingSystem")) {
            ids.add(new UniqueId(
                    Json.required(id, "type", "NamingSystem.uniqueId"),
                    Json.required(id, "value", "NamingSystem.uniqueId"),
                    Boolean.TRUE.equals(Json.bool(id, "preferred"))));
        }
        return new NamingSystem(Json.required(resource, "name", "NamingSystem"), ids);
    }
}
