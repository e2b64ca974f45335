package no.normverk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import no.normverk.loading.ContentDirectory;
import no.normverk.loading.Progress;
import no.normverk.store.ResourceStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Every operation that the server says it offers, with the content that ships: it is defined, and whatever it is asked it answers with a resource and never fails. The questions
 * are made from the definitions, so that an operation that is added is asked too. {@code -Dnormverk.fuzz.seed} repeats a run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS_EACH = 150;

    /** Names that operations of HL7 take, whose definitions this server does not hold. */
    private static final List<String> STANDARD_NAMES = List.of(
            "url", "system", "code", "version", "display", "coding", "codeableConcept", "valueSet", "date", "abstract", "displayLanguage", "property", "useSupplement",
            "codeA", "codeB", "codingA", "codingB", "filter", "context", "offset", "count", "includeDesignations", "designation", "activeOnly", "excludeNested",
            "system-version", "check-system-version", "force-system-version", "target", "targetsystem", "reverse", "conceptMap", "conceptMapVersion", "sourceCode",
            "sourceCoding", "name", "concept", "id", "type", "thisUrl", "otherUrl", "tx-resource", "cache-id", "exact", "validation");

    private static final List<String> VALUES = List.of(
            "", "true", "false", "0", "10", "-1", "99999999999", "1.5", "nb", "en-US", "x", "*", "|", "2024", "2024-06", "2024-06-01", "2024-13-41", "0000", "9999-12-31",
            "http://snomed.info/sct", "http://hl7.org/fhir/administrative-gender", "http://hl7.org/fhir/administrative-gender|4.0.1", "female", "73211009",
            "http://hl7.org/fhir/ValueSet/administrative-gender", "http://snomed.info/sct?fhir_vs=ecl/<<73211009", "http://snomed.info/sct?fhir_cm=447562003",
            "urn:oid:2.16.578.1.12.4.1.1.7110", "HIS 80822", "fastlege", "mottaker", "sende", "obligatorisk-standard", "Library/x", "Patient/1", "😀", "'\"<>&", "(a+)+$");

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;
    private String base = "";

    @BeforeAll
    void start(@TempDir Path directory) {
        bringContent(directory.resolve("data"));
        server = new SpringApplication(NormverkApplication.class, DataConfiguration.class)
                .run("--server.port=0", "--normverk.data=" + directory.resolve("data"));
        base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + "/fhir";
    }

    /** The content that ships, as the command brings it in before it serves. */
    private static void bringContent(Path data) {
        Path profiles = Path.of("profiles");
        Normverk program = new Normverk();
        try (ResourceStore store = ResourceStore.open(data)) {
            new ContentDirectory(
                            List.of(Path.of("terminology"), profiles),
                            program.authoredContent(profiles),
                            program.verification(),
                            null,
                            Progress.NONE)
                    .synchronise(store);
        }
    }

    @AfterAll
    void stop() {
        server.close();
        http.close();
    }

    /** An operation by its path, with the names of what it takes. */
    private record Offered(String path, String definition, List<String> names) {}

    @Test
    void anOperationOfOurOwnIsDefinedHere() throws Exception {
        List<String> undefined = offered().stream()
                .filter(offered -> !offered.definition.startsWith("http://hl7.org/"))
                .filter(offered -> offered.names.isEmpty())
                .map(Offered::toString)
                .toList();
        assertThat(undefined).isEmpty();
    }

    @Test
    void whateverIsAskedTheAnswerIsAResourceAndNoFailure() throws Exception {
        long seed = Long.getLong("normverk.fuzz.seed", new Random().nextLong());
        List<String> failures = new ArrayList<>();
        for (Offered offered : offered()) {
            for (int i = 0; i < REQUESTS_EACH; i++) {
                Random random = new Random(seed * 31 + offered.path.hashCode() * 1_000L + i);
                HttpRequest request = random.nextBoolean() ? get(offered, random) : post(offered, random);
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 500 || !isAnswer(answer)) {
                    failures.add(request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + beginning(answer.body()));
                }
            }
        }
        assertThat(failures).as("from seed %d", seed).isEmpty();
    }

    private static String beginning(String body) {
        return body.substring(0, Math.min(300, body.length()));
    }

    /** A resource, or one of the forms beside FHIR's that an operation may be asked for. */
    private static boolean isAnswer(HttpResponse<String> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("json")) {
            return JSON.readTree(answer.body()).path("resourceType").isTextual();
        }
        return !type.contains("html") && answer.statusCode() == 200;
    }

    private List<Offered> offered() throws Exception {
        List<Offered> offered = new ArrayList<>();
        JsonNode rest = read(base + "/metadata").path("rest").path(0);
        for (JsonNode operation : rest.path("operation")) {
            offered.add(offered("", operation));
        }
        for (JsonNode resource : rest.path("resource")) {
            for (JsonNode operation : resource.path("operation")) {
                offered.add(offered("/" + resource.path("type").asText(), operation));
            }
        }
        assertThat(offered).hasSizeGreaterThan(12);
        return offered;
    }

    private Offered offered(String path, JsonNode operation) throws Exception {
        String definition = operation.path("definition").asText();
        TreeSet<String> names = new TreeSet<>();
        JsonNode found = read(base + "/OperationDefinition?url=" + URLEncoder.encode(definition, StandardCharsets.UTF_8));
        for (JsonNode parameter : found.path("entry").path(0).path("resource").path("parameter")) {
            if (parameter.path("use").asText().equals("in")) {
                names.add(parameter.path("name").asText());
            }
        }
        return new Offered(path + "/$" + operation.path("name").asText(), definition, List.copyOf(names));
    }

    private JsonNode read(String url) throws Exception {
        return JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private static Map<String, String> parameters(Offered offered, Random random) {
        List<String> names = offered.names.isEmpty() ? STANDARD_NAMES : offered.names;
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            List<String> from = random.nextInt(8) == 0 ? STANDARD_NAMES : names;
            parameters.put(from.get(random.nextInt(from.size())), VALUES.get(random.nextInt(VALUES.size())));
        }
        return parameters;
    }

    private HttpRequest get(Offered offered, Random random) {
        StringBuilder query = new StringBuilder("?_=");
        parameters(offered, random).forEach((name, value) -> query.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(offered.path + query).GET().build();
    }

    private HttpRequest post(Offered offered, Random random) {
        ObjectNode body = JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = body.putArray("parameter");
        parameters(offered, random).forEach((name, value) -> value(list.addObject().put("name", name), value, random));
        return request(offered.path)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static void value(ObjectNode parameter, String value, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> parameter.put("valueBoolean", random.nextBoolean());
            case 1 -> parameter.put("valueInteger", random.nextInt(-2, 1000));
            case 2 -> parameter.putObject("valueCoding").put("system", "http://hl7.org/fhir/administrative-gender").put("code", value);
            case 3 -> parameter.putObject("valueCodeableConcept").putArray("coding").addObject().put("code", value);
            case 4 -> parameter.putObject("resource").put("resourceType", random.nextBoolean() ? "ValueSet" : "Library").put("url", value);
            case 5 -> parameter.putArray("part").addObject().put("name", "code").put("valueCode", value);
            case 6 -> parameter.put("valueDate", value);
            default -> parameter.put("valueString", value);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "application/fhir+json");
    }
}
