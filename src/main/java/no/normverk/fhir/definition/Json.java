package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/** Reads what CodeSystem, ValueSet and ConceptMap resources have in common. */
final class Json {

    static final String STANDARDS_STATUS = "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";

    /** How many digits a decimal may have before or behind its point when it is written out. */
    private static final int LARGEST_SCALE = 1_000;

    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T\\d{2}:[0-5]\\d(:[0-6]\\d(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

    private Json() {}

    /**
     * The text of a primitive element, or {@code null} when it is absent.
     *
     * @throws DefinitionException when it is not primitive
     */
    static @Nullable String text(JsonNode element, String name) {
        JsonNode value = element.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw new DefinitionException("'" + name + "' must be a single value, not an object or array");
        }
        return value.asText();
    }

    /** The text of an element that must be there. */
    static String required(JsonNode element, String name, String path) {
        if (element.path(name).isContainerNode()) {
            throw new DefinitionException(path + "." + name + " must be a single value, not an object or array");
        }
        String text = text(element, name);
        if (text == null) {
            throw new DefinitionException(path + "." + name + " is missing");
        }
        return text;
    }

    static @Nullable Boolean bool(JsonNode element, String name) {
        JsonNode value = element.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new DefinitionException("'" + name + "' must be true or false, not " + value);
        }
        return value.booleanValue();
    }

    /** An element that has elements of its own; empty when it is absent. */
    static JsonNode object(JsonNode element, String name, String path) {
        JsonNode value = element.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw new DefinitionException(path + "." + name + " must be an object");
        }
        return value;
    }

    /** The items of an array of objects; none when it is absent. */
    static JsonNode objects(JsonNode element, String name, String path) {
        JsonNode items = items(element, name, path);
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isObject()) {
                throw new DefinitionException(path + "." + name + "[" + i + "] must be an object");
            }
        }
        return items;
    }

    /** The items of an array element; none when it is absent. */
    static JsonNode items(JsonNode element, String name, String path) {
        JsonNode value = element.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new DefinitionException(path + "." + name + " must be an array");
        }
        return value;
    }

    private static void require(boolean satisfied, String field, String expected, JsonNode value) {
        if (!satisfied) {
            throw new DefinitionException("'" + field + "' must be " + expected + ", not " + value);
        }
    }

    static Standing standing(JsonNode resource) {
        String status = text(resource, "status");
        return new Standing(
                status == null ? "unknown" : status,
                Boolean.TRUE.equals(bool(resource, "experimental")),
                extensionText(resource, STANDARDS_STATUS),
                text(resource, "date"),
                EffectivePeriod.start(resource));
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
        JsonNode array = objects(element, "designation", path);
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
                return value(field, field.substring(prefix.length()), element.get(field));
            }
        }
        return null;
    }

    static @Nullable Value value(String field, String type, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (type) {
            case "Code" -> new Value.Code(value.asText());
            case "String", "Markdown" -> new Value.Text(value.asText());
            case "Uri", "Url" -> new Value.Uri(value.asText());
            case "Canonical" -> new Value.CanonicalUri(value.asText());
            case "Id" -> new Value.Id(value.asText());
            case "DateTime", "Date", "Instant" -> {
                require(DATE_TIME.matcher(value.asText()).matches(), field, "a date or a time of a date", value);
                yield new Value.DateTime(value.asText());
            }
            case "Boolean" -> {
                require(value.isBoolean(), field, "true or false", value);
                yield new Value.Bool(value.booleanValue());
            }
            case "Integer", "PositiveInt", "UnsignedInt" -> {
                require(value.isIntegralNumber() && value.canConvertToInt(), field, "a whole number", value);
                yield new Value.Whole(value.intValue());
            }
            case "Decimal" -> {
                require(value.isNumber() && Math.abs(value.decimalValue().scale()) <= LARGEST_SCALE, field, "a decimal", value);
                yield new Value.Decimal(value.decimalValue());
            }
            case "Coding" -> {
                Coding coding = coding(value);
                yield coding == null ? null : new Value.OfCoding(coding);
            }
            default -> null;
        };
    }
}
