package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import org.jspecify.annotations.Nullable;

/** Reads CodeSystem resources (FHIR R4, 4.8). */
public final class CodeSystemReader {

    private CodeSystemReader() {}

    /**
     * Reads a resource.
     *
     * @throws DefinitionException when something it needs is missing or of the wrong type
     */
    public static CodeSystemDefinition read(JsonNode resource) {
        CodeSystemHeader header = header(resource);
        List<ConceptDefinition> concepts = new ArrayList<>();
        collect(Json.objects(resource, "concept", "CodeSystem"), null, "CodeSystem.concept", concepts);
        return new CodeSystemDefinition(header, concepts);
    }

    private static CodeSystemHeader header(JsonNode resource) {
        Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
        for (JsonNode property : Json.objects(resource, "property", "CodeSystem")) {
            String code = Json.required(property, "code", "CodeSystem.property");
            String type = Json.text(property, "type");
            properties.put(
                    code,
                    new PropertyDefinition(
                            code, Json.text(property, "uri"), Json.text(property, "description"), type == null ? "string" : type));
        }
        String content = Json.text(resource, "content");
        String supplements = Json.text(resource, "supplements");
        return new CodeSystemHeader(
                Json.required(resource, "url", "CodeSystem"),
                Json.text(resource, "version"),
                Json.text(resource, "name"),
                Json.text(resource, "title"),
                Json.text(resource, "language"),
                Json.standing(resource),
                content == null ? "complete" : content,
                !Boolean.FALSE.equals(Json.bool(resource, "caseSensitive")),
                supplements == null ? null : Canonical.parse(supplements),
                Json.text(resource, "hierarchyMeaning"),
                properties);
    }

    private static void collect(
            JsonNode concepts, @Nullable String parent, String path, List<ConceptDefinition> collected) {
        for (JsonNode concept : concepts) {
            String code = Json.required(concept, "code", path);
            collected.add(new ConceptDefinition(
                    code,
                    Json.text(concept, "display"),
                    Json.text(concept, "definition"),
                    parent == null ? List.of() : List.of(parent),
                    Json.designations(concept, path),
                    properties(concept, path),
                    Json.extensions(concept)));
            JsonNode nested = Json.objects(concept, "concept", path);
            if (!nested.isEmpty()) {
                collect(nested, code, path + ".concept", collected);
            }
        }
    }

    private static List<ConceptProperty> properties(JsonNode concept, String path) {
        JsonNode array = Json.objects(concept, "property", path);
        if (array.isEmpty()) {
            return List.of();
        }
        List<ConceptProperty> properties = new ArrayList<>();
        for (JsonNode property : array) {
            Value value = Json.value(property, "value");
            if (value != null) {
                properties.add(new ConceptProperty(Json.required(property, "code", path + ".property"), value));
            }
        }
        return List.copyOf(properties);
    }
}
