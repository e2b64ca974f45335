package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/** Reads what CodeSystem, ValueSet and ConceptMap resources have in common. */
final class Json {

    static final String STANDARDS_STATUS = "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";

    private Json() {}

    /** The text of a primitive element, or {@code null} when it is absent. */
    static @Nullable String text(JsonNode element, String name) {
        JsonNode value = element.get(name);
        return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
    }

    /** The text of an element that must be there. */
    static String required(JsonNode element, String name, String path) {
        String text = text(element, name);
        if (text == null) {
            throw new DefinitionException(path + "." + name + " is missing");
        }
        return text;
    }

    static @Nullable Boolean bool(JsonNode element, String name) {
        JsonNode value = element.get(name);
        return value == null || !value.isBoolean() ? null : value.booleanValue();
    }

    /** The items of an array element; none when it is absent. */
    static JsonNode items(JsonNode element, String name, String path) {
        JsonNode value = element.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new DefinitionException(path + "." + name + " must be an array");
        }
        return value;
    }

    static Standing standing(JsonNode resource) {
        String status = text(resource, "status");
        return new Standing(
                status == null ? "unknown" : status,
                Boolean.TRUE.equals(bool(resource, "experimental")),
                extensionText(resource, STANDARDS_STATUS),
                text(resource, "date"));
    }

    /** The value of the first extension with a URL, as text. */
    static @Nullable String extensionText(JsonNode element, String url) {
        for (JsonNode extension : element.path("extension")) {
            if (url.equals(text(extension, "url"))) {
                Value value = value(extension, "value");
                return value == null ? null : value.text();
            }
        }
        return null;
    }

    /** The simple extensions of an element. */
    static List<Extension> extensions(JsonNode element) {
        JsonNode array = element.path("extension");
        if (array.isEmpty()) {
            return List.of();
        }
        List<Extension> extensions = new ArrayList<>();
        for (JsonNode extension : array) {
            String url = text(extension, "url");
            Value value = value(extension, "value");
            if (url != null && value != null) {
                extensions.add(new Extension(url, value));
            }
        }
        return List.copyOf(extensions);
    }

    static @Nullable Coding coding(JsonNode coding) {
        return coding.isObject()
                ? new Coding(text(coding, "system"), text(coding, "version"), text(coding, "code"), text(coding, "display"))
                : null;
    }

    static List<Designation> designations(JsonNode element, String path) {
        JsonNode array = items(element, "designation", path);
        if (array.isEmpty()) {
            return List.of();
        }
        List<Designation> designations = new ArrayList<>();
        for (JsonNode designation : array) {
            String value = text(designation, "value");
            if (value != null) {
                designations.add(new Designation(
                        text(designation, "language"),
                        coding(designation.path("use")),
                        value,
                        List.of(),
                        extensions(designation)));
            }
        }
        return List.copyOf(designations);
    }

    /** The {@code value[x]} of an element, or {@code null} when it has none of a simple type. */
    static @Nullable Value value(JsonNode element, String prefix) {
        var fields = element.fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            if (field.startsWith(prefix) && field.length() > prefix.length()) {
                return value(field.substring(prefix.length()), element.get(field));
            }
        }
        return null;
    }

    private static @Nullable Value value(String type, JsonNode value) {
        return switch (type) {
            case "Code" -> new Value.Code(value.asText());
            case "String", "Markdown" -> new Value.Text(value.asText());
            case "Uri", "Url" -> new Value.Uri(value.asText());
            case "Canonical" -> new Value.CanonicalUri(value.asText());
            case "Id" -> new Value.Id(value.asText());
            case "DateTime", "Date", "Instant" -> new Value.DateTime(value.asText());
            case "Boolean" -> new Value.Bool(value.asBoolean());
            case "Integer", "PositiveInt", "UnsignedInt" -> new Value.Whole(value.asInt());
            case "Decimal" -> new Value.Decimal(value.decimalValue());
            case "Coding" -> {
                Coding coding = coding(value);
                yield coding == null ? null : new Value.OfCoding(coding);
            }
            default -> null;
        };
    }
}
