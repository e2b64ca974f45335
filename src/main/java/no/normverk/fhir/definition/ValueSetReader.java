package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;

/**
 * Reads ValueSet resources (FHIR R4, 4.9). A value set that has an expansion but no compose is read as the list of the expansion's codes.
 */
public final class ValueSetReader {

    private static final String EXPANSION_PARAMETER = "http://hl7.org/fhir/StructureDefinition/valueset-expansion-parameter";
    private static final String EXPANSION_PARAMETER_TOOLS =
            "http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter";
    private static final String SUPPLEMENT = "http://hl7.org/fhir/StructureDefinition/valueset-supplement";
    /** Where R5 operators are found in an R4 resource. */
    private static final String R5_OPERATOR =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.compose.include.filter.op";

    private static final Set<String> IDENTITY = Set.of(
            "resourceType",
            "id",
            "language",
            "url",
            "version",
            "name",
            "title",
            "status",
            "experimental",
            "date",
            "publisher");
    private static final Set<String> NOT_REPEATED = Set.of("text", "expansion", "meta");

    private ValueSetReader() {}

    /**
     * Reads a resource.
     *
     * @throws DefinitionException when something it needs is missing or of the wrong type
     */
    public static ValueSetDefinition read(JsonNode resource) {
        JsonNode compose = Json.object(resource, "compose", "ValueSet");
        List<Include> includes = includes(Json.objects(compose, "include", "ValueSet.compose"), "ValueSet.compose.include");
        if (compose.isMissingNode() && resource.has("expansion")) {
            includes = listed(Json.objects(resource.path("expansion"), "contains", "ValueSet.expansion"));
        }
        String url = Json.text(resource, "url");
        return new ValueSetDefinition(
                url == null ? "" : url,
                Json.text(resource, "version"),
                Json.text(resource, "name"),
                Json.text(resource, "language"),
                Json.standing(resource),
                Json.bool(compose, "inactive"),
                includes,
                includes(Json.objects(compose, "exclude", "ValueSet.compose"), "ValueSet.compose.exclude"),
                expansionParameters(resource, compose),
                supplements(resource),
                contained(resource),
                members(resource.<ObjectNode>deepCopy().retain(IDENTITY)),
                members(resource.<ObjectNode>deepCopy().remove(NOT_REPEATED)));
    }

    private static List<Include> includes(JsonNode array, String path) {
        List<Include> includes = new ArrayList<>();
        for (JsonNode include : array) {
            List<Canonical> valueSets = new ArrayList<>();
            for (JsonNode canonical : Json.items(include, "valueSet", path)) {
                if (!canonical.isTextual()) {
                    throw new DefinitionException(path + ".valueSet must be an array of canonical URLs");
                }
                valueSets.add(Canonical.parse(canonical.asText()));
            }
            includes.add(new Include(
                    Json.text(include, "system"),
                    Json.text(include, "version"),
                    concepts(include, path),
                    filters(include, path),
                    List.copyOf(valueSets)));
        }
        return List.copyOf(includes);
    }

    private static List<ConceptReference> concepts(JsonNode include, String path) {
        List<ConceptReference> concepts = new ArrayList<>();
        for (JsonNode concept : Json.objects(include, "concept", path)) {
            concepts.add(new ConceptReference(
                    Json.required(concept, "code", path + ".concept"),
                    Json.text(concept, "display"),
                    Json.designations(concept, path + ".concept"),
                    Json.extensions(concept)));
        }
        return List.copyOf(concepts);
    }

    private static List<IncludeFilter> filters(JsonNode include, String path) {
        List<IncludeFilter> filters = new ArrayList<>();
        for (JsonNode filter : Json.objects(include, "filter", path)) {
            String operator = Json.text(filter, "op");
            if (operator == null) {
                operator = Json.extensionText(filter.path("_op"), R5_OPERATOR);
            }
            filters.add(new IncludeFilter(Json.text(filter, "property"), operator, Json.text(filter, "value")));
        }
        return List.copyOf(filters);
    }

    private static List<Include> listed(JsonNode contains) {
        Map<Canonical, List<ConceptReference>> bySystem = new LinkedHashMap<>();
        collect(contains, bySystem);
        return bySystem.entrySet().stream()
                .map(entry -> new Include(
                        entry.getKey().url(), entry.getKey().version(), List.copyOf(entry.getValue()), List.of(), List.of()))
                .toList();
    }

    private static void collect(JsonNode contains, Map<Canonical, List<ConceptReference>> bySystem) {
        for (JsonNode item : contains) {
            String system = Json.text(item, "system");
            String code = Json.text(item, "code");
            if (system != null && code != null && !Boolean.TRUE.equals(Json.bool(item, "abstract"))) {
                bySystem.computeIfAbsent(new Canonical(system, Json.text(item, "version")), key -> new ArrayList<>())
                        .add(new ConceptReference(
                                code,
                                Json.text(item, "display"),
                                Json.designations(item, "ValueSet.expansion.contains"),
                                List.of()));
            }
            collect(item.path("contains"), bySystem);
        }
    }

    private static Map<String, String> expansionParameters(JsonNode resource, JsonNode compose) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode element : List.of(resource, compose)) {
            for (JsonNode extension : element.path("extension")) {
                String url = Json.text(extension, "url");
                if (EXPANSION_PARAMETER.equals(url) || EXPANSION_PARAMETER_TOOLS.equals(url)) {
                    String name = Json.extensionText(extension, "name");
                    String value = Json.extensionText(extension, "value");
                    if (name != null && value != null) {
                        parameters.put(name, value);
                    }
                }
            }
        }
        return Map.copyOf(parameters);
    }

    private static List<Canonical> supplements(JsonNode resource) {
        return Json.extensions(resource).stream()
                .filter(extension -> extension.url().equals(SUPPLEMENT))
                .map(extension -> Canonical.parse(extension.value().text()))
                .toList();
    }

    private static Map<String, ValueSetDefinition> contained(JsonNode resource) {
        Map<String, ValueSetDefinition> contained = new LinkedHashMap<>();
        for (JsonNode inner : Json.objects(resource, "contained", "ValueSet")) {
            String id = Json.text(inner, "id");
            if (id != null && "ValueSet".equals(Json.text(inner, "resourceType"))) {
                contained.put(id, read(inner));
            }
        }
        return Map.copyOf(contained);
    }

    /** The members of an object as JSON, without the braces. */
    private static byte[] members(JsonNode object) {
        String json = object.toString();
        return json.substring(1, json.length() - 1).getBytes(StandardCharsets.UTF_8);
    }
}
