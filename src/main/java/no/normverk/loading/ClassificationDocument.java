package no.normverk.loading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import no.normverk.classification.Classification;
import no.normverk.classification.ClassificationConcept;
import no.normverk.fhir.definition.EffectivePeriod;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Value;

/** Writes a classification as a FHIR CodeSystem: the hierarchy by nesting, other URIs of the system as identifiers. */
final class ClassificationDocument {
    private ClassificationDocument() {}

    static ResourceDocument of(Classification classification) {
        CodeSystemHeader header = classification.header();
        ObjectNode json = ResourceDocument.MAPPER.createObjectNode();
        json.put("resourceType", "CodeSystem");
        json.put("id", Ids.valid(header.name() + "-" + header.version()).toLowerCase(Locale.ROOT));
        if (header.language() != null) {
            json.put("language", header.language());
        }
        if (header.standing().inForceSince() != null) {
            ObjectNode extension = json.putArray("extension").addObject().put("url", EffectivePeriod.URL);
            extension.putObject("valuePeriod").put("start", header.standing().inForceSince());
        }
        json.put("url", header.url());
        ArrayNode identifiers = json.putArray("identifier");
        for (String alias : classification.aliases()) {
            identifiers.addObject().put("system", "urn:ietf:rfc:3986").put("value", alias);
        }
        json.put("version", header.version());
        json.put("name", header.name());
        json.put("title", header.title());
        json.put("status", header.standing().status());
        json.put("experimental", header.standing().experimental());
        if (header.standing().date() != null) {
            json.put("date", header.standing().date());
        }
        if (!classification.publisher().isEmpty()) {
            json.put("publisher", classification.publisher());
        }
        json.put("description", classification.description());
        json.put("caseSensitive", header.caseSensitive());
        if (header.hierarchyMeaning() != null) {
            json.put("hierarchyMeaning", header.hierarchyMeaning());
        }
        json.put("compositional", false);
        json.put("versionNeeded", false);
        json.put("content", header.content());
        json.put("count", classification.concepts().size());
        writeProperties(header, json);
        writeConcepts(classification, json);
        return ResourceDocument.of(json);
    }

    private static void writeProperties(CodeSystemHeader header, ObjectNode json) {
        if (header.properties().isEmpty()) {
            return;
        }
        ArrayNode properties = json.putArray("property");
        header.properties().values().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .forEach(property -> properties.add(definition(property)));
    }

    private static ObjectNode definition(PropertyDefinition property) {
        ObjectNode json = ResourceDocument.MAPPER.createObjectNode().put("code", property.code());
        if (property.uri() != null) {
            json.put("uri", property.uri());
        }
        if (property.description() != null) {
            json.put("description", property.description());
        }
        return json.put("type", property.type());
    }

    private static void writeConcepts(Classification classification, ObjectNode json) {
        ArrayNode top = json.putArray("concept");
        Map<String, ObjectNode> byCode = new HashMap<>();
        for (ClassificationConcept concept : classification.concepts()) {
            ObjectNode parent = concept.parent() == null ? null : byCode.get(concept.parent());
            ObjectNode written = (parent == null ? top : parent.withArray("concept")).addObject();
            write(concept, written);
            byCode.put(concept.code(), written);
        }
    }

    private static void write(ClassificationConcept concept, ObjectNode json) {
        json.put("code", concept.code());
        json.put("display", concept.display());
        if (concept.definition() != null) {
            json.put("definition", concept.definition());
        }
        for (Designation designation : concept.designations()) {
            ObjectNode written = json.withArray("designation").addObject();
            if (designation.language() != null) {
                written.put("language", designation.language());
            }
            if (designation.use() != null) {
                ObjectNode use = written.putObject("use");
                use.put("system", designation.use().system());
                use.put("code", designation.use().code());
                if (designation.use().display() != null) {
                    use.put("display", designation.use().display());
                }
            }
            written.put("value", designation.value());
        }
        for (ConceptProperty property : concept.properties()) {
            ObjectNode written = json.withArray("property").addObject().put("code", property.code());
            switch (property.value()) {
                case Value.Bool bool -> written.put("valueBoolean", bool.value());
                case Value.DateTime time -> written.put("valueDateTime", time.text());
                case Value.Text text -> written.put("valueString", text.text());
                case Value.Code code -> written.put("valueCode", code.text());
                case Value.Whole number -> written.put("valueInteger", number.value());
                case Value.Decimal number -> written.put("valueDecimal", number.value());
                default -> throw new IllegalStateException("The readers give no " + property.value());
            }
        }
    }
}
