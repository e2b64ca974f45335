package no.normverk.fhir.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import no.normverk.fhir.resource.SearchParameter.Header;
import no.normverk.fhir.resource.SearchParameter.Kind;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Canonical;
import org.jspecify.annotations.Nullable;

/** The search parameters of FHIR R4 (4.0.1) for canonical resources, and how their values are found. */
final class StandardParameters {

    private static final String R4 = "http://hl7.org/fhir/SearchParameter/";
    private static final String STATUS = "http://hl7.org/fhir/publication-status";
    private static final Map<String, Value> STATUSES = Map.of(
            "draft", new Value(STATUS, "draft"),
            "active", new Value(STATUS, "active"),
            "retired", new Value(STATUS, "retired"),
            "unknown", new Value(STATUS, "unknown"));
    private static final Set<String> OWN_PARAMETERS = Set.of("Library", "PlanDefinition", "ActivityDefinition");
    private static final Set<String> WITHOUT_TITLE = Set.of("NamingSystem", "SearchParameter");
    private static final Set<String> WITH_TYPE = Set.of("NamingSystem", "Library", "PlanDefinition", "StructureDefinition", "OperationDefinition", "SearchParameter");

    private StandardParameters() {}

    static List<SearchParameter> of(String type) {
        List<SearchParameter> parameters = new ArrayList<>(common(type));
        switch (type) {
            case "CodeSystem" -> codeSystem(parameters);
            case "ValueSet" -> valueSet(parameters);
            case "ConceptMap" -> conceptMap(parameters);
            case "NamingSystem" -> namingSystem(parameters);
            case "StructureDefinition" -> structureDefinition(parameters);
            case "SearchParameter", "OperationDefinition" -> definition(type, parameters);
            default -> {}
        }
        return parameters;
    }

    private static List<SearchParameter> ofEveryType() {
        return List.of(
                header("_id", Kind.TOKEN, R4 + "Resource-id", "logical id", StoredResource::id),
                header("_lastUpdated", Kind.DATE, R4 + "Resource-lastUpdated", "when this version was stored",
                        resource -> resource.lastUpdated().toString()));
    }

    private static List<SearchParameter> common(String type) {
        List<SearchParameter> parameters = new ArrayList<>(ofEveryType());
        if (type.equals("DeviceDefinition")) {
            parameters.add(content("identifier", Kind.TOKEN, R4 + "DeviceDefinition-identifier", "identifier of the device", StandardParameters::identifiers));
            parameters.add(content("type", Kind.TOKEN, R4 + "DeviceDefinition-type", "kind of device", resource -> coded(resource.path("type"))));
            return parameters;
        }
        if (type.equals("VerificationResult")) {
            parameters.add(content("target", Kind.REFERENCE, R4 + "VerificationResult-target", "what the result is about",
                    resource -> texts(resource.path("target").findValues("reference"))));
            return parameters;
        }
        if (type.equals("Basic")) {
            // Not a canonical resource: it has none of what follows.
            parameters.add(content("code", Kind.TOKEN, R4 + "Basic-code", "kind of resource", resource -> coded(resource.path("code"))));
            parameters.add(content("created", Kind.DATE, R4 + "Basic-created", "when it was created", resource -> texts(resource.path("created"))));
            return parameters;
        }
        parameters.add(header("url", Kind.CANONICAL, canonical(type, "url"), "canonical URL, with or without |version",
                resource -> resource.url() == null ? null : new Canonical(resource.url(), resource.version()).toString()));
        parameters.add(header("version", Kind.TOKEN, canonical(type, "version"), "business version", StoredResource::version));
        parameters.add(header("name", Kind.STRING, canonical(type, "name"), "computable name", StoredResource::name));
        if (!WITHOUT_TITLE.contains(type)) {
            parameters.add(header("title", Kind.STRING, canonical(type, "title"), "name for people", StoredResource::title));
        }
        parameters.add(new SearchParameter("status", Kind.TOKEN, canonical(type, "status"), "publication status",
                new Header(resource -> status(resource.status()))));
        parameters.add(header("date", Kind.DATE, canonical(type, "date"), "date of the last change", StoredResource::date));
        parameters.add(text(type, "publisher", "name of the publisher"));
        parameters.add(text(type, "description", "description"));
        if (!type.equals("SearchParameter") && !type.equals("NamingSystem") && !type.equals("OperationDefinition")) {
            parameters.add(content("identifier", Kind.TOKEN, canonical(type, "identifier"), "business identifier",
                    StandardParameters::identifiers));
        }
        if (WITH_TYPE.contains(type)) {
            parameters.add(content("type", type.equals("StructureDefinition") ? Kind.URI : Kind.TOKEN,
                    R4 + type + "-type", "type", resource -> coded(resource.path("type"))));
        }
        return parameters;
    }

    private static void codeSystem(List<SearchParameter> parameters) {
        parameters.add(content("code", Kind.TOKEN, R4 + "CodeSystem-code", "a code defined in the code system", StandardParameters::codes));
        parameters.add(header("system", Kind.URI, R4 + "CodeSystem-system", "the system of its codes, the same as url", StoredResource::url));
        parameters.add(content("supplements", Kind.REFERENCE, R4 + "CodeSystem-supplements", "the code system it adds to",
                resource -> texts(resource.path("supplements"))));
        parameters.add(content("content-mode", Kind.TOKEN, R4 + "CodeSystem-content-mode", "how much of the content is in it",
                resource -> texts(resource.path("content"))));
        parameters.add(content("language", Kind.TOKEN, R4 + "CodeSystem-language", "language of a designation",
                StandardParameters::languages));
    }

    private static void valueSet(List<SearchParameter> parameters) {
        parameters.add(content("reference", Kind.SYSTEM, R4 + "ValueSet-reference", "a code system it includes or excludes from",
                StandardParameters::systemsUsed));
    }

    private static void conceptMap(List<SearchParameter> parameters) {
        parameters.add(content("source-system", Kind.SYSTEM, R4 + "ConceptMap-source-system", "code system mapped from",
                resource -> texts(resource.path("group").findValues("source"))));
        parameters.add(content("target-system", Kind.SYSTEM, R4 + "ConceptMap-target-system", "code system mapped to",
                resource -> texts(resource.path("group").findValues("target"))));
        parameters.add(content("source", Kind.REFERENCE, R4 + "ConceptMap-source", "value set mapped from",
                resource -> either(resource, "sourceUri", "sourceCanonical")));
        parameters.add(content("target", Kind.REFERENCE, R4 + "ConceptMap-target", "value set mapped to",
                resource -> either(resource, "targetUri", "targetCanonical")));
    }

    private static void namingSystem(List<SearchParameter> parameters) {
        parameters.add(content("value", Kind.STRING, R4 + "NamingSystem-value", "one of its identifiers",
                resource -> texts(resource.path("uniqueId").findValues("value"))));
        parameters.add(content("id-type", Kind.TOKEN, R4 + "NamingSystem-id-type", "kind of identifier",
                resource -> texts(resource.path("uniqueId").findValues("type"))));
        parameters.add(kind("NamingSystem"));
    }

    private static void structureDefinition(List<SearchParameter> parameters) {
        parameters.add(kind("StructureDefinition"));
        parameters.add(content("derivation", Kind.TOKEN, R4 + "StructureDefinition-derivation", "specialization or constraint",
                resource -> texts(resource.path("derivation"))));
        parameters.add(content("base", Kind.REFERENCE, R4 + "StructureDefinition-base", "what it is derived from",
                resource -> texts(resource.path("baseDefinition"))));
        parameters.add(content("abstract", Kind.TOKEN, R4 + "StructureDefinition-abstract", "whether it is abstract",
                resource -> texts(resource.path("abstract"))));
    }

    private static void definition(String type, List<SearchParameter> parameters) {
        parameters.add(content("code", Kind.TOKEN, R4 + type + "-code", "name in a URL", resource -> texts(resource.path("code"))));
        parameters.add(content("base", type.equals("SearchParameter") ? Kind.TOKEN : Kind.REFERENCE, R4 + type + "-base",
                type.equals("SearchParameter") ? "resource type it is for" : "what it is derived from",
                resource -> texts(resource.path("base"))));
        if (type.equals("OperationDefinition")) {
            parameters.add(kind(type));
        }
    }

    private static SearchParameter kind(String type) {
        return content("kind", Kind.TOKEN, R4 + type + "-kind", "kind", resource -> texts(resource.path("kind")));
    }

    /** R4 defines most parameters of canonical resources together, those of definitions of clinical content apart, and for NamingSystem neither url nor version. */
    private static @Nullable String canonical(String type, String name) {
        if (type.equals("NamingSystem") && (name.equals("url") || name.equals("version"))) {
            return null;
        }
        return R4 + (OWN_PARAMETERS.contains(type) ? type + "-" : "conformance-") + name;
    }

    private static SearchParameter text(String type, String element, String documentation) {
        return content(element, Kind.STRING, canonical(type, element), documentation, resource -> texts(resource.path(element)));
    }

    private static SearchParameter content(
            String name, Kind kind, @Nullable String definition, String documentation, Function<JsonNode, List<Value>> values) {
        return SearchParameter.ofContent(name, kind, definition, documentation, values);
    }

    private static SearchParameter header(
            String name,
            Kind kind,
            @Nullable String definition,
            String documentation,
            Function<StoredResource, @Nullable String> text) {
        return new SearchParameter(name, kind, definition, documentation, new Header(resource -> {
            String value = text.apply(resource);
            return value == null ? null : Value.of(value);
        }));
    }

    private static @Nullable Value status(@Nullable String status) {
        return status == null ? null : STATUSES.getOrDefault(status, Value.of(status));
    }

    private static List<Value> either(JsonNode resource, String first, String second) {
        List<Value> values = texts(resource.path(first));
        return values.isEmpty() ? texts(resource.path(second)) : values;
    }

    private static List<Value> texts(Iterable<JsonNode> nodes) {
        List<Value> values = new ArrayList<>();
        nodes.forEach(node -> add(values, null, node));
        return values;
    }

    private static List<Value> texts(JsonNode node) {
        if (node.isArray()) {
            return texts((Iterable<JsonNode>) node);
        }
        List<Value> values = new ArrayList<>(1);
        add(values, null, node);
        return values;
    }

    private static void add(List<Value> values, @Nullable String system, JsonNode text) {
        if (text.isValueNode() && !text.isNull()) {
            values.add(new Value(system, text.asText()));
        }
    }

    private static List<Value> identifiers(JsonNode resource) {
        List<Value> values = new ArrayList<>();
        JsonNode identifiers = resource.path("identifier");
        for (JsonNode identifier : identifiers.isArray() ? identifiers : List.of(identifiers)) {
            add(values, textOrNull(identifier.path("system")), identifier.path("value"));
        }
        return values;
    }

    /** A {@code code} or a CodeableConcept. */
    private static List<Value> coded(JsonNode element) {
        if (!element.isObject()) {
            return texts(element);
        }
        List<Value> values = new ArrayList<>();
        for (JsonNode coding : element.path("coding")) {
            add(values, textOrNull(coding.path("system")), coding.path("code"));
        }
        return values;
    }

    private static List<Value> codes(JsonNode codeSystem) {
        String url = textOrNull(codeSystem.path("url"));
        List<Value> values = new ArrayList<>();
        eachConcept(codeSystem, values, (concept, into) -> add(into, url, concept.path("code")));
        return values;
    }

    private static List<Value> languages(JsonNode codeSystem) {
        List<Value> values = new ArrayList<>();
        eachConcept(codeSystem, values, (concept, into) ->
                concept.path("designation").forEach(designation -> add(into, null, designation.path("language"))));
        return values.stream().distinct().toList();
    }

    private static void eachConcept(JsonNode parent, List<Value> values, BiConsumer<JsonNode, List<Value>> what) {
        for (JsonNode concept : parent.path("concept")) {
            what.accept(concept, values);
            eachConcept(concept, values, what);
        }
    }

    private static List<Value> systemsUsed(JsonNode valueSet) {
        List<Value> values = new ArrayList<>();
        for (String part : List.of("include", "exclude")) {
            for (JsonNode set : valueSet.path("compose").path(part)) {
                String system = textOrNull(set.path("system"));
                if (system != null) {
                    String version = textOrNull(set.path("version"));
                    values.add(Value.of(version == null ? system : system + "|" + version));
                }
            }
        }
        return values;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
