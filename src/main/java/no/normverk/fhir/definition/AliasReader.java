package no.normverk.fhir.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.normverk.store.StoredResource;
import no.normverk.terminology.naming.Aliases;
import no.normverk.terminology.naming.NamingSystem;
import no.normverk.terminology.naming.UniqueId;

/** Reads which URIs stand for one code system: what NamingSystems of code systems declare, and the URIs that code systems give as their identifiers. */
final class AliasReader {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final WordSearch IDENTIFIER = WordSearch.of("\"identifier\"");
    private static final String URI = "urn:ietf:rfc:3986";

    private AliasReader() {}

    static Aliases read(Collection<StoredResource> resources) {
        List<NamingSystem> systems = new ArrayList<>();
        for (StoredResource resource : resources) {
            try {
                if (resource.type().equals("NamingSystem")) {
                    JsonNode json = JSON.readTree(resource.json());
                    if (json.path("kind").asText().equals("codesystem") && !json.path("status").asText().equals("retired")) {
                        systems.add(NamingSystemReader.read(json));
                    }
                } else if (resource.type().equals("CodeSystem") && resource.url() != null && IDENTIFIER.isIn(resource.json())) {
                    ofCodeSystem(resource.url(), resource.json(), systems);
                }
            } catch (DefinitionException e) {
                // A NamingSystem that cannot be read names nothing; it was loaded before this was checked.
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
            }
        }
        return Aliases.of(systems);
    }

    /** Looks at the members of the resource only, for its concepts may be many. */
    private static void ofCodeSystem(String url, byte[] resource, List<NamingSystem> systems) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(resource)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("identifier");
                parser.nextToken();
                if (!wanted) {
                    parser.skipChildren();
                    continue;
                }
                List<UniqueId> ids = new ArrayList<>();
                ids.add(new UniqueId("uri", url, true));
                JsonNode identifiers = JSON.readTree(parser);
                for (JsonNode identifier : identifiers) {
                    String value = identifier.path("value").asText("");
                    if (identifier.path("system").asText().equals(URI) && !value.isEmpty()) {
                        ids.add(new UniqueId("uri", value, false));
                    }
                }
                if (ids.size() > 1) {
                    systems.add(new NamingSystem(url, ids));
                }
                return;
            }
        }
    }
}
