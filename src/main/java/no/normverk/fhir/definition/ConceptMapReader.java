package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapAttribute;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapTarget;
import no.normverk.terminology.map.Unmapped;
import org.jspecify.annotations.Nullable;

/** Reads ConceptMap resources (FHIR R4, 4.10). */
public final class ConceptMapReader {

    private ConceptMapReader() {}

    /**
     * Reads a resource.
     *
     * @throws DefinitionException when something it needs is missing or of the wrong type
     */
    public static ConceptMapDefinition read(JsonNode resource) {
        List<MapGroup> groups = new ArrayList<>();
        for (JsonNode group : Json.objects(resource, "group", "ConceptMap")) {
            groups.add(group(group));
        }
        String url = Json.text(resource, "url");
        return new ConceptMapDefinition(
                url == null ? "" : url,
                Json.text(resource, "version"),
                Json.standing(resource),
                scope(resource, "source"),
                scope(resource, "target"),
                List.copyOf(groups));
    }

    private static @Nullable Canonical scope(JsonNode resource, String end) {
        for (String name : List.of(end + "Canonical", end + "Uri", end + "ScopeCanonical", end + "ScopeUri")) {
            String text = Json.text(resource, name);
            if (text != null) {
                return Canonical.parse(text);
            }
        }
        return null;
    }

    private static MapGroup group(JsonNode group) {
        List<ListedMapGroup.Element> elements = new ArrayList<>();
        for (JsonNode element : Json.objects(group, "element", "ConceptMap.group")) {
            String code = Json.text(element, "code");
            if (code != null) {
                elements.add(new ListedMapGroup.Element(code, Json.text(element, "display"), targets(element)));
            }
        }
        Canonical source = system(group, "source");
        Canonical target = system(group, "target");
        return new ListedMapGroup(
                source == null ? null : source.url(),
                source == null ? null : source.version(),
                target == null ? null : target.url(),
                target == null ? null : target.version(),
                elements,
                unmapped(Json.object(group, "unmapped", "ConceptMap.group")));
    }

    /** The system of one end: R4 has the version in an element of its own, R5 in the canonical. */
    private static @Nullable Canonical system(JsonNode group, String end) {
        String text = Json.text(group, end);
        if (text == null) {
            return null;
        }
        Canonical canonical = Canonical.parse(text);
        String version = Json.text(group, end + "Version");
        return version == null ? canonical : new Canonical(canonical.url(), version);
    }

    private static List<MapTarget> targets(JsonNode element) {
        List<MapTarget> targets = new ArrayList<>();
        if (element.path("noMap").asBoolean()) {
            targets.add(new MapTarget(null, null, "unmatched", Json.text(element, "comment"), List.of(), List.of()));
        }
        for (JsonNode target : Json.objects(element, "target", "ConceptMap.group.element")) {
            targets.add(new MapTarget(
                    Json.text(target, "code"),
                    Json.text(target, "display"),
                    equivalence(target),
                    Json.text(target, "comment"),
                    attributes(target, "dependsOn"),
                    attributes(target, "product")));
        }
        return List.copyOf(targets);
    }

    /** R4's equivalence; R5's relationship is put in R4's words. */
    private static String equivalence(JsonNode target) {
        String equivalence = Json.text(target, "equivalence");
        if (equivalence != null) {
            return equivalence;
        }
        String relationship = Json.text(target, "relationship");
        return switch (relationship) {
            case null -> "relatedto";
            case "equivalent" -> "equivalent";
            case "source-is-narrower-than-target" -> "wider";
            case "source-is-broader-than-target" -> "narrower";
            case "not-related-to" -> "disjoint";
            default -> "relatedto";
        };
    }

    private static List<MapAttribute> attributes(JsonNode target, String name) {
        List<MapAttribute> attributes = new ArrayList<>();
        for (JsonNode attribute : Json.objects(target, name, "ConceptMap.group.element.target")) {
            String property = Json.text(attribute, "property");
            String value = Json.text(attribute, "value");
            if (property != null && value != null) {
                attributes.add(new MapAttribute(property, Json.text(attribute, "system"), value, Json.text(attribute, "display")));
            } else {
                ofR5(attribute).ifPresent(attributes::add);
            }
        }
        return List.copyOf(attributes);
    }

    /** R5's {@code attribute} with {@code value[x]}. */
    private static Optional<MapAttribute> ofR5(JsonNode attribute) {
        String name = Json.text(attribute, "attribute");
        JsonNode coding = attribute.path("valueCoding");
        if (name != null && coding.hasNonNull("code")) {
            return Optional.of(new MapAttribute(
                    name, Json.text(coding, "system"), coding.path("code").asText(), Json.text(coding, "display")));
        }
        for (String type : List.of("valueCode", "valueString", "valueBoolean")) {
            if (name != null && attribute.path(type).isValueNode()) {
                return Optional.of(new MapAttribute(name, null, attribute.path(type).asText(), null));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Unmapped unmapped(JsonNode unmapped) {
        String mode = Json.text(unmapped, "mode");
        return switch (mode) {
            case null -> null;
            case "provided", "use-source-code" -> new Unmapped.Provided();
            case "fixed" -> {
                String code = Json.text(unmapped, "code");
                yield code == null ? null : new Unmapped.Fixed(code, Json.text(unmapped, "display"));
            }
            case "other-map" -> {
                String url = Json.text(unmapped, "url");
                url = url == null ? Json.text(unmapped, "otherMap") : url;
                yield url == null ? null : new Unmapped.OtherMap(url);
            }
            default -> throw new DefinitionException("ConceptMap.group.unmapped.mode is '" + mode
                    + "', which is none of provided, fixed, other-map");
        };
    }
}
