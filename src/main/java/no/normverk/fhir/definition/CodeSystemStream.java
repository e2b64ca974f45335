package no.normverk.fhir.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CodeSystem resource concept by concept: a tree of a whole classification is ten times its text, and lives just long enough to cost pauses of the garbage collector. What it reads, and what it
 * refuses, is what {@link CodeSystemReader} does.
 */
final class CodeSystemStream {
    private static final String CONCEPT = "concept";

    private final ObjectMapper json;
    private final JsonParser parser;
    private final CodeSystemReader.Concepts concepts = new CodeSystemReader.Concepts();

    private CodeSystemStream(ObjectMapper json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    /** @throws DefinitionException when something that a code system needs is missing or of the wrong type */
    static CodeSystemDefinition read(ObjectMapper json, byte[] resource) throws IOException {
        try (JsonParser parser = json.createParser(resource)) {
            return new CodeSystemStream(json, parser).definition();
        }
    }

    private CodeSystemDefinition definition() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DefinitionException("CodeSystem must be an object");
        }
        ObjectNode head = json.createObjectNode();
        List<ConceptDefinition> all = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(CONCEPT)) {
                array(null, "CodeSystem", all);
            } else {
                head.set(name, json.<JsonNode>readTree(parser));
            }
        }
        return new CodeSystemDefinition(CodeSystemReader.header(head), all);
    }

    /** Texts, which most members are, without the deserializer that a tree takes. */
    private JsonNode member() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? json.getNodeFactory().textNode(parser.getText()) : json.<JsonNode>readTree(parser);
    }

    private void array(@Nullable String parent, String pathOfParent, List<ConceptDefinition> into) throws IOException {
        String path = pathOfParent + "." + CONCEPT;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new DefinitionException(path + " must be an array");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new DefinitionException(path + "[" + i + "] must be an object");
            }
            concept(parent, path, into);
        }
    }

    /** A concept before those nested in it, wherever in the object they are. */
    private void concept(@Nullable String parent, String path, List<ConceptDefinition> into) throws IOException {
        ObjectNode own = json.createObjectNode();
        List<ConceptDefinition> nested = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode code = own.get("code");
            if (name.equals(CONCEPT) && code != null && code.isTextual()) {
                nested = new ArrayList<>();
                array(code.textValue(), path, nested);
            } else {
                own.set(name, member());
            }
        }
        concepts.collect(own, parent, path, into);
        into.addAll(nested);
    }
}
