package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The extension that says when a resource is meant to be used (FHIR R4, resource-effectivePeriod): R4's CodeSystem has no element for it. */
public final class EffectivePeriod {
    public static final String URL = "http://hl7.org/fhir/StructureDefinition/resource-effectivePeriod";

    private EffectivePeriod() {}

    /** The first day, in FHIR's lexical form; {@code null} when the resource does not say. */
    static @Nullable String start(JsonNode resource) {
        for (JsonNode extension : resource.path("extension")) {
            if (URL.equals(extension.path("url").asText())) {
                return Json.text(extension.path("valuePeriod"), "start");
            }
        }
        return null;
    }
}
