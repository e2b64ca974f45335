package no.normverk.fhir.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import no.normverk.authoring.LocalText;

/** The pieces of FHIR JSON that plans are made of. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Writes a text in bokmål, with its translations beside it. */
    static void text(ObjectNode parent, String element, LocalText text) {
        parent.put(element, text.nb());
        ArrayNode translations = array();
        text.nn().ifPresent(nynorsk -> translations.add(translation("nn", nynorsk)));
        text.en().ifPresent(english -> translations.add(translation("en", english)));
        if (!translations.isEmpty()) {
            parent.putObject("_" + element).set("extension", translations);
        }
    }

    private static ObjectNode translation(String language, String text) {
        ObjectNode translation = object();
        ArrayNode parts = translation.putArray("extension");
        parts.addObject().put("url", "lang").put("valueCode", language);
        parts.addObject().put("url", "content").put("valueString", text);
        return translation.put("url", PlanTerms.TRANSLATION);
    }

    /** Reads a text with its translations; empty when it is not there. */
    static Optional<LocalText> text(JsonNode parent, String element) {
        JsonNode text = parent.path(element);
        if (!text.isTextual()) {
            return Optional.empty();
        }
        JsonNode extensions = parent.path("_" + element).path("extension");
        return Optional.of(new LocalText(text.asText(), translation(extensions, "nn"), translation(extensions, "en")));
    }

    private static Optional<String> translation(JsonNode extensions, String language) {
        for (JsonNode extension : extensions) {
            JsonNode parts = extension.path("extension");
            if (extension.path("url").asText().equals(PlanTerms.TRANSLATION)
                    && language.equals(part(parts, "lang").path("valueCode").asText())) {
                return string(part(parts, "content"), "valueString");
            }
        }
        return Optional.empty();
    }

    /** The first extension of a URL among extensions. */
    static JsonNode part(JsonNode extensions, String url) {
        for (JsonNode extension : extensions) {
            if (extension.path("url").asText().equals(url)) {
                return extension;
            }
        }
        return MissingNode.getInstance();
    }

    /** The first extension of one of our own names on an element. */
    static JsonNode extension(JsonNode element, String name) {
        return part(element.path("extension"), PlanTerms.extension(name));
    }

    static void extension(ObjectNode element, String name, String type, JsonNode value) {
        element.withArray("extension").addObject().put("url", PlanTerms.extension(name)).set(type, value);
    }

    static Optional<String> string(JsonNode parent, String element) {
        JsonNode value = parent.path(element);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    static ObjectNode reference(String reference) {
        return object().put("reference", reference);
    }
}
