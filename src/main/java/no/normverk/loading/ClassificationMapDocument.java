package no.normverk.loading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import no.normverk.classification.ClassificationMap;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapAttribute;
import no.normverk.terminology.map.MapTarget;
import org.jspecify.annotations.Nullable;

/** Writes a map between classifications as a FHIR ConceptMap. */
final class ClassificationMapDocument {
    private ClassificationMapDocument() {}

    static ResourceDocument of(ClassificationMap map) {
        ObjectNode json = ResourceDocument.MAPPER.createObjectNode();
        json.put("resourceType", "ConceptMap");
        json.put("id", Ids.withSuffix(lastPart(map.url()), Ids.valid(map.version())).toLowerCase(Locale.ROOT));
        json.put("url", map.url());
        json.put("version", map.version());
        json.put("name", map.name());
        json.put("title", map.title());
        json.put("status", "active");
        json.put("experimental", false);
        optional(json, "date", map.date());
        optional(json, "publisher", map.publisher().isEmpty() ? null : map.publisher());
        json.put("description", map.description());
        ArrayNode groups = json.putArray("group");
        map.groups().forEach(group -> write(group, groups.addObject()));
        return ResourceDocument.of(json);
    }

    private static String lastPart(String url) {
        return Ids.valid(url.substring(url.lastIndexOf('/') + 1));
    }

    private static void optional(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static void write(ClassificationMap.Group group, ObjectNode json) {
        json.put("source", group.source());
        optional(json, "sourceVersion", group.sourceVersion());
        json.put("target", group.target());
        optional(json, "targetVersion", group.targetVersion());
        ArrayNode elements = json.putArray("element");
        for (ListedMapGroup.Element element : group.elements()) {
            ObjectNode written = elements.addObject().put("code", element.code());
            optional(written, "display", element.display());
            ArrayNode targets = written.putArray("target");
            element.targets().forEach(target -> write(target, targets.addObject()));
        }
    }

    private static void write(MapTarget target, ObjectNode json) {
        optional(json, "code", target.code());
        optional(json, "display", target.display());
        json.put("equivalence", target.equivalence());
        optional(json, "comment", target.comment());
        write(target.dependsOn(), "dependsOn", json);
        write(target.products(), "product", json);
    }

    private static void write(List<MapAttribute> attributes, String name, ObjectNode json) {
        for (MapAttribute attribute : attributes) {
            ObjectNode written = json.withArray(name).addObject().put("property", attribute.property());
            optional(written, "system", attribute.system());
            written.put("value", attribute.value());
            optional(written, "display", attribute.display());
        }
    }
}
