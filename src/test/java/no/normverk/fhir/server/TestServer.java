package no.normverk.fhir.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.Operations.Level;
import no.normverk.fhir.operation.Operations.Offer;
import no.normverk.fhir.resource.ResourceHistory;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameter.Kind;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.fhir.resource.SearchParameters;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with a small content and operations that tell what they were given. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class TestServer {

    static final Instant STORED = Instant.parse("2024-05-01T10:00:00Z");

    static Snapshot content() {
        List<StoredResource> resources = new ArrayList<>();
        resources.add(stored("CodeSystem", "colours", 2, "http://x.no/colours", "2", "active", "2024-05-01", "Colours", "Fårger ærlig", """
                ,"content":"complete","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3"}],\
                "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Farger</div>"},\
                "publisher":"Direktoratet","description":"om farger",\
                "concept":[{"code":"red","display":"Rød","concept":[{"code":"crimson"}]}]"""));
        resources.add(stored("CodeSystem", "colours-1", 1, "http://x.no/colours", "1", "retired", "2020", "Colours", "Farger", """
                ,"content":"complete","concept":[{"code":"red"}]"""));
        resources.add(stored("CodeSystem", "extra", 1, "http://x.no/extra", null, "draft", null, "Extra", null, """
                ,"content":"supplement","supplements":"http://x.no/colours|2\""""));
        for (int i = 0; i < 23; i++) {
            resources.add(stored("ValueSet", "v%02d".formatted(i), 1, "http://x.no/v" + i, "1", "active", "2023-01-%02d".formatted(i + 1),
                    "V" + (22 - i), "Set " + i, """
                    ,"compose":{"include":[{"system":"http://x.no/colours"}]}"""));
        }
        resources.add(stored("ConceptMap", "m", 1, "http://x.no/m", "1", "active", null, "M", null, """
                ,"group":[{"source":"http://x.no/colours","target":"http://x.no/paints","element":[{"code":"red"}]}]"""));
        resources.add(stored("Library", "l", 1, "http://x.no/l", "1", "active", null, "L", "Henvisning av pasient", """
                ,"type":{"coding":[{"system":"http://x.no/types","code":"his"}]}"""));
        return new Snapshot(Registry.empty(), resources);
    }

    static StoredResource stored(
            String type, String id, int versionId, String url, @org.jspecify.annotations.Nullable String version, String status,
            @org.jspecify.annotations.Nullable String date, String name, @org.jspecify.annotations.Nullable String title, String more) {
        String json = "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"meta\":{\"versionId\":\"" + versionId
                + "\",\"lastUpdated\":\"" + STORED + "\"},\"url\":\"" + url + "\""
                + (version == null ? "" : ",\"version\":\"" + version + "\"")
                + ",\"name\":\"" + name + "\""
                + (title == null ? "" : ",\"title\":\"" + title + "\"")
                + ",\"status\":\"" + status + "\""
                + (date == null ? "" : ",\"date\":\"" + date + "\"") + more + "}";
        return new StoredResource(
                type, id, versionId, STORED, url, version, status, date, name, title, json.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    CurrentSnapshot currentSnapshot() {
        return new CurrentSnapshot(content());
    }

    @Bean
    Operations operations() {
        return Operations.builder()
                .on("CodeSystem", "lookup", TestServer::echo)
                .on("ValueSet", "expand", TestServer::echo)
                .on("ConceptMap", "closure", TestServer::echo)
                .on(null, "versions", TestServer::echo)
                .offer(new Offer("CodeSystem", "break", "http://x.no/break", Set.of(Level.TYPE), false, request -> {
                    throw new IllegalStateException("a secret of the inside");
                }))
                .offer(new Offer("CodeSystem", "large", "http://x.no/large", Set.of(Level.TYPE), false, request -> large()))
                .build();
    }

    @Bean
    SearchParameters searchParameters() {
        return SearchParameters.standard()
                .with("Library", SearchParameter.ofContent("text", Kind.WORDS, "http://x.no/text", "words of the title",
                        json -> List.of(Value.of(json.path("title").asText()))));
    }

    @Bean
    ResourceHistory history() {
        StoredResource first = stored("CodeSystem", "colours", 1, "http://x.no/colours", "2", "draft", null, "Colours", null, "");
        return (type, id) -> id.equals("colours") ? List.of(content().resources().getFirst(), first) : List.of();
    }

    /** Answers with a Parameters that has every input by name, type and text. */
    private static Answer echo(OperationRequest request) {
        StringBuilder json = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"id\",\"valueString\":\"")
                .append(request.resourceId())
                .append("\"},{\"name\":\"language\",\"valueString\":\"")
                .append(request.acceptLanguage())
                .append("\"},{\"name\":\"threshold\",\"valueString\":\"")
                .append(request.costThreshold())
                .append("\"},{\"name\":\"base\",\"valueString\":\"")
                .append(request.baseUrl())
                .append("\"}");
        for (Input input : request.inputs().all()) {
            json.append(",{\"name\":\"").append(input.name()).append('.').append(input.type())
                    .append("\",\"valueString\":\"").append(input.value().asText()).append("\"}");
        }
        byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(200, bytes, bytes.length);
    }

    private static Answer large() {
        String json = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueString\":\"" + "rød ".repeat(20_000) + "\"}]}";
        byte[] bytes = (json + "behind the end").getBytes(StandardCharsets.UTF_8);
        return new Answer(200, bytes, bytes.length - "behind the end".length());
    }
}
