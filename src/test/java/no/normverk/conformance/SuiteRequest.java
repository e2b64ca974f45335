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
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r5.formats.JsonParser;

/**
 * A request of HL7's suite as its own runner sends it, in R4's form and with the suite's resources, for tests that ask more of the answers than the suite does.
 *
 * @param name suite and case
 * @param url the operation
 * @param body the Parameters, as JSON
 */
record SuiteRequest(String name, String url, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Map<String, String> URLS = Map.of(
            "expand", "ValueSet/$expand",
            "validate-code", "ValueSet/$validate-code",
            "cs-validate-code", "CodeSystem/$validate-code",
            "batch-validate", "ValueSet/$batch-validate-code",
            "lookup", "CodeSystem/$lookup",
            "translate", "ConceptMap/$translate");

    /** The requests of the modes that the content at hand can answer. */
    static List<SuiteRequest> all(String what) throws IOException {
        Path directory = SharedMaterial.require(what, Suite.INSIDE);
        List<SuiteRequest> requests = new ArrayList<>();
        for (JsonNode suite : read(directory.resolve("test-cases.json")).path("suites")) {
            if (!List.of("general", "snomed").contains(suite.path("mode").asText())) {
                continue;
            }
            for (JsonNode test : suite.path("tests")) {
                String url = URLS.get(test.path("operation").asText());
                if (url != null) {
                    String name = suite.path("name").asText() + "/" + test.path("name").asText();
                    requests.add(new SuiteRequest(name, url, body(directory, suite, test)));
                }
            }
        }
        assertThat(requests).hasSizeGreaterThan(700);
        return requests;
    }

    private static JsonNode read(Path file) throws IOException {
        String text = Files.readString(file);
        return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static byte[] body(Path directory, JsonNode suite, JsonNode test) throws IOException {
        Parameters parameters = (Parameters) r4(directory.resolve(test.path("request").asText()));
        for (JsonNode file : suite.path("setup")) {
            parameters.addParameter().setName("tx-resource").setResource(r4(directory.resolve(file.asText())));
        }
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(parameters)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static org.hl7.fhir.r4.model.Resource r4(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return VersionConvertorFactory_40_50.convertResource(new JsonParser().parse(in));
        }
    }

    /** The server's answer in {@code json} or {@code xml}, for a caller that reads a language. */
    String answer(int port, String format, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/fhir/" + url))
                        .header("Content-Type", "application/fhir+json")
                        .header("Accept", "application/fhir+" + format)
                        .header("Accept-Language", language)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(name).isLessThan(500);
        return answer.body();
    }
}
