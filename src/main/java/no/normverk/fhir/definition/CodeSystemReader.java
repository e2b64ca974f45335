package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
        new Concepts().collectAll(Json.objects(resource, "concept", "CodeSystem"), null, "CodeSystem.concept", concepts);
        return new CodeSystemDefinition(header, concepts);
    }

    /**
     * Reads the text of a resource, without making a tree of it.
     *
     * @throws IOException when it is no JSON
     * @throws DefinitionException when something it needs is missing or of the wrong type
     */
    public static CodeSystemDefinition read(byte[] resource) throws IOException {
        return CodeSystemStream.read(RegistryAssembler.JSON, resource);
    }

    static CodeSystemHeader header(JsonNode resource) {
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

    /** Makes concepts; codes of properties, of which there are few and each is in every concept, are kept once. */
    static final class Concepts {
        private final Map<String, String> propertyCodes = new HashMap<>();

        void collect(JsonNode concept, @Nullable String parent, String path, List<ConceptDefinition> collected) {
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
                collectAll(nested, code, path + ".concept", collected);
            }
        }

        void collectAll(JsonNode concepts, @Nullable String parent, String path, List<ConceptDefinition> collected) {
            for (JsonNode concept : concepts) {
                collect(concept, parent, path, collected);
            }
        }

        private List<ConceptProperty> properties(JsonNode concept, String path) {
            JsonNode array = Json.objects(concept, "property", path);
            if (array.isEmpty()) {
                return List.of();
            }
            List<ConceptProperty> properties = new ArrayList<>();
            for (JsonNode property : array) {
                Value value = Json.value(property, "value");
                if (value != null) {
                    String code = Json.required(property, "code", path + ".property");
                    properties.add(new ConceptProperty(propertyCodes.computeIfAbsent(code, same -> same), value));
                }
            }
            return List.copyOf(properties);
        }
    }
}
