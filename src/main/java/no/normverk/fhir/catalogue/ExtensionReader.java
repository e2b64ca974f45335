package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.normverk.authoring.Coded;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Deadline;

/** The extensions of an element, by name: ours by the last part of their address, the parts of a complex one by their plain name. */
final class ExtensionReader {

    private final JsonNode element;

    /** @param element a resource, or an extension with parts */
    ExtensionReader(JsonNode element) {
        this.element = element;
    }

    /** The part of a complex extension. */
    Optional<JsonNode> part(String name) {
        return find(name);
    }

    /** All of our extensions of a name, read. */
    <T> List<T> all(String name, Function<JsonNode, T> read) {
        String url = Canonical.extension(name);
        List<T> found = new ArrayList<>();
        for (JsonNode extension : element.path("extension")) {
            if (extension.path("url").asText().equals(url)) {
                found.add(read.apply(extension));
            }
        }
        return found;
    }

    <E extends Enum<E> & Coded> Optional<E> coded(String name, Class<E> vocabulary) {
        return allCoded(name, vocabulary).stream().findFirst();
    }

    <E extends Enum<E> & Coded> List<E> allCoded(String name, Class<E> vocabulary) {
        return all(name, extension -> constant(code(extension), vocabulary));
    }

    /** A coded part of a complex extension. */
    <E extends Enum<E> & Coded> Optional<E> codePart(String name, Class<E> vocabulary) {
        return find(name).map(part -> constant(code(part), vocabulary));
    }

    Optional<String> text(String name) {
        return find(name).map(ExtensionReader::primitive);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : element.path("extension")) {
            if (part.path("url").asText().equals(name)) {
                texts.add(primitive(part));
            }
        }
        return texts;
    }

    /** The codes of all parts of a name. */
    List<String> codes(String name) {
        List<String> codes = new ArrayList<>();
        for (JsonNode part : element.path("extension")) {
            if (part.path("url").asText().equals(name)) {
                codes.add(code(part));
            }
        }
        return codes;
    }

    Optional<PartialDate> date(String name) {
        return text(name).map(PartialDate::new);
    }

    /** A date under the name, or the reason why there is none under the name with {@code Unknown} after it. */
    Optional<Deadline> deadline(String name) {
        Optional<Deadline> known = date(name).map(Deadline.On::new);
        return known.or(() -> text(name + "Unknown").map(Deadline.Unknown::new));
    }

    /** The code of a {@code valueCoding} or {@code valueCode}. */
    static String code(JsonNode extension) {
        JsonNode coding = extension.path("valueCoding");
        return coding.isObject() ? coding.path("code").asText() : extension.path("valueCode").asText();
    }

    private Optional<JsonNode> find(String name) {
        for (JsonNode part : element.path("extension")) {
            if (part.path("url").asText().equals(name)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static String primitive(JsonNode extension) {
        for (String type : List.of("valueString", "valueDate", "valueCode", "valueUri", "valueBoolean")) {
            if (extension.has(type)) {
                return extension.path(type).asText();
            }
        }
        return "";
    }

    private static <E extends Enum<E> & Coded> E constant(String code, Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is not one of "
                        + String.join(", ", Arrays.stream(vocabulary.getEnumConstants()).map(Coded::code).toList())));
    }
}
