package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.ActorType;

/** Reads the kinds of organisation from CodeSystem {@code aktor}: properties {@code omfatter}, {@code samling} and {@code rolle}. */
public final class ActorTypesReader {

    private ActorTypesReader() {}

    public static List<ActorType> read(JsonNode codeSystem) {
        List<ActorType> types = new ArrayList<>();
        for (JsonNode concept : codeSystem.path("concept")) {
            types.add(type(concept));
        }
        return types;
    }

    private static ActorType type(JsonNode concept) {
        List<String> includes = new ArrayList<>();
        boolean collection = false;
        boolean role = false;
        for (JsonNode property : concept.path("property")) {
            switch (property.path("code").asText()) {
                case "omfatter" -> includes.add(property.path("valueCode").asText());
                case "samling" -> collection = property.path("valueBoolean").asBoolean();
                case "rolle" -> role = property.path("valueBoolean").asBoolean();
                default -> {}
            }
        }
        LocalText title = new LocalText(
                concept.path("display").asText(), designation(concept, "nn"), designation(concept, "en"));
        return new ActorType(concept.path("code").asText(), title, includes, collection, role);
    }

    private static Optional<String> designation(JsonNode concept, String language) {
        for (JsonNode designation : concept.path("designation")) {
            if (designation.path("language").asText().equals(language)) {
                return Optional.of(designation.path("value").asText());
            }
        }
        return Optional.empty();
    }
}
