package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MetadataTest extends HttpTest {

    @Autowired
    @org.jspecify.annotations.Nullable CurrentSnapshot snapshots;

    @Test
    void theCapabilityStatementSaysWhatIsRegisteredAndNothingElse() {
        JsonNode statement = json(get("/metadata"));

        assertThat(statement.path("resourceType").asText()).isEqualTo("CapabilityStatement");
        assertThat(statement.path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(statement.path("instantiates").path(0).asText()).isEqualTo("http://hl7.org/fhir/CapabilityStatement/terminology-server");
        assertThat(statement.path("software").path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(statement.path("software").path("releaseDate").asText()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
        JsonNode rest = statement.path("rest").path(0);
        assertThat(names(rest.path("operation"))).containsExactlyInAnyOrder("closure", "versions");
        JsonNode codeSystem = rest.path("resource").path(0);
        assertThat(codeSystem.path("type").asText()).isEqualTo("CodeSystem");
        assertThat(names(codeSystem.path("operation"))).containsExactly("lookup", "break", "large");
        assertThat(names(codeSystem.path("searchParam"))).contains("_id", "url", "code", "supplements").doesNotHaveDuplicates();
        for (JsonNode resource : rest.path("resource")) {
            if (resource.path("type").asText().equals("Library")) {
                assertThat(names(resource.path("searchParam"))).contains("text");
            }
        }
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(element -> names.add(element.path("name").asText()));
        return names;
    }

    @Test
    void everySearchParameterThatIsListedCanBeUsed() {
        for (JsonNode resource : json(get("/metadata")).path("rest").path(0).path("resource")) {
            for (JsonNode parameter : resource.path("searchParam")) {
                String value = parameter.path("type").asText().equals("date") ? "2024" : "x";
                String query = "/" + resource.path("type").asText() + "?" + parameter.path("name").asText() + "=" + value;
                assertThat(get(query, "Prefer", "handling=strict").statusCode()).as(query).isEqualTo(200);
            }
        }
    }

    @Test
    void theTerminologyCapabilitiesAreAnotherDocument() {
        JsonNode statement = json(get("/metadata?mode=terminology&_format=json"));

        assertThat(statement.path("resourceType").asText()).isEqualTo("TerminologyCapabilities");
        assertThat(names(statement.path("expansion").path("parameter"))).contains("activeOnly", "tx-resource", "property");
        assertThat(json(get("/metadata?mode=full")).path("resourceType").asText()).isEqualTo("CapabilityStatement");
        assertThat(outcome(get("/metadata?mode=nonsense"), 400)).contains("nonsense").contains("terminology");
    }

    @Test
    void bothAreTheSameInXml() {
        assertThat(text(get("/metadata?_format=xml"))).startsWith("<CapabilityStatement").contains("<fhirVersion value=\"4.0.1\"")
                .contains("1.9.3");
        assertThat(text(get("/metadata?mode=terminology&_format=xml"))).startsWith("<TerminologyCapabilities");
    }

    @Test
    void aNewSnapshotAnswersAtOnce() {
        CurrentSnapshot current = java.util.Objects.requireNonNull(snapshots);
        Snapshot before = current.get();
        assertThat(json(get("/ValueSet?_summary=count")).path("total").asInt()).isEqualTo(23);
        current.replace(new Snapshot(before.registry(), List.of()));
        try {
            assertThat(json(get("/ValueSet?_summary=count")).path("total").asInt()).isEqualTo(0);
            assertThat(get("/CodeSystem/colours").statusCode()).isEqualTo(404);
        } finally {
            current.replace(before);
        }
        assertThat(get("/CodeSystem/colours").statusCode()).isEqualTo(200);
    }

    @Test
    void theDoorAndTheHealthAreSmallJson() {
        String root = "http://localhost:" + port;
        assertThat(text(send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(root + "/"))))).contains("/fhir/metadata");
        assertThat(json(send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(root + "/health")))).path("status").asText())
                .isEqualTo("UP");
    }
}
