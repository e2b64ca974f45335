package no.normverk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.normverk.SharedMaterial;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r5.formats.JsonParser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The JSON and the XML of an answer are the same resource: shown with every request of HL7's suite that the content at hand can answer. */
@SpringBootTest(classes = ConformanceServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SameInXmlTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private static final Map<String, String> URLS = Map.of(
            "expand", "ValueSet/$expand",
            "validate-code", "ValueSet/$validate-code",
            "cs-validate-code", "CodeSystem/$validate-code",
            "batch-validate", "ValueSet/$batch-validate-code",
            "lookup", "CodeSystem/$lookup",
            "translate", "ConceptMap/$translate");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void everyRequestOfTheSuiteIsAnsweredAlikeInJsonAndXml() throws Exception {
        Path directory = SharedMaterial.require("JSON and XML of the suite's requests", Suite.INSIDE);
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (JsonNode suite : read(directory.resolve("test-cases.json")).path("suites")) {
            if (!List.of("general", "snomed").contains(suite.path("mode").asText())) {
                continue;
            }
            for (JsonNode test : suite.path("tests")) {
                String url = URLS.get(test.path("operation").asText());
                if (url == null) {
                    continue;
                }
                byte[] request = request(directory, suite, test);
                String json = comparable(R4.newJsonParser().parseResource(answer(url, request, "json")));
                String xml = comparable(R4.newXmlParser().parseResource(answer(url, request, "xml")));
                compared++;
                if (!json.equals(xml)) {
                    different.add(suite.path("name").asText() + "/" + test.path("name").asText());
                }
            }
        }
        assertThat(compared).isGreaterThan(700);
        assertThat(different).isEmpty();
    }

    private static JsonNode read(Path file) throws IOException {
        String text = Files.readString(file);
        return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The request as the suite's own runner sends it: in R4's form, with the suite's resources. */
    private static byte[] request(Path directory, JsonNode suite, JsonNode test) throws IOException {
        Parameters parameters = (Parameters) r4(directory.resolve(test.path("request").asText()));
        for (JsonNode file : suite.path("setup")) {
            parameters.addParameter().setName("tx-resource").setResource(r4(directory.resolve(file.asText())));
        }
        return R4.newJsonParser().encodeResourceToString(parameters).getBytes(StandardCharsets.UTF_8);
    }

    private static org.hl7.fhir.r4.model.Resource r4(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return VersionConvertorFactory_40_50.convertResource(new JsonParser().parse(in));
        }
    }

    private String answer(String url, byte[] request, String format) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/fhir/" + url))
                        .header("Content-Type", "application/fhir+json")
                        .header("Accept", "application/fhir+" + format)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isLessThan(500);
        return answer.body();
    }

    /** Each expansion has an identifier and a time of its own. */
    private static String comparable(IBaseResource resource) {
        return R4.newJsonParser()
                .encodeResourceToString(resource)
                .replaceAll("\"identifier\":\"urn:uuid:[0-9a-f-]+\",\"timestamp\":\"[^\"]+\"", "");
    }
}
