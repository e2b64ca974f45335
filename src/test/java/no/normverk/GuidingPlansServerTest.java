package no.normverk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.ContentDirectory;
import no.normverk.loading.EngineVerification;
import no.normverk.loading.PlanContent;
import no.normverk.loading.Progress;
import no.normverk.store.ResourceStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server as it is after a fresh start with the content that ships: plans, and the synthetic edition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class GuidingPlansServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCT = "http://snomed.info/sct|";

    private Path directory = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;
    private String base = "";

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        try (ResourceStore store = ResourceStore.open(directory.resolve("data"))) {
            new ContentDirectory(
                            List.of(Path.of("terminology")), List.of(new PlanContent(), new Unread("catalogue"), new Unread("exemptions"), new Unread("register")), new EngineVerification(), null, Progress.NONE)
                    .synchronise(store);
        }
        server = new SpringApplication(NormverkApplication.class, DataConfiguration.class)
                .run("--server.port=0", "--normverk.data=" + directory.resolve("data"), "--normverk.content=terminology", "--normverk.poll-interval=50ms");
        base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + "/fhir/";
    }

    /** Passes over a folder that this test does not ask for. */
    private record Unread(String folder) implements AuthoredContent {
        @Override
        public List<ResourceDocument> read(Path folder) {
            return List.of();
        }
    }

    @AfterAll
    void stop() {
        server.close();
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... query) throws IOException, InterruptedException {
        StringBuilder url = new StringBuilder(base).append(path);
        for (int i = 0; i < query.length; i += 2) {
            url.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(url.toString())));
    }

    private JsonNode got(String path, String... query) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path, query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> apply(String id, String parameters) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "PlanDefinition/" + id + "/$apply"))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"Parameters\",\"parameter\":[" + parameters + "]}")));
    }

    private static String string(String name, String value) {
        return "{\"name\":\"" + name + "\",\"valueString\":\"" + value + "\"}";
    }

    private List<String> found(String... query) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        got("PlanDefinition", query).path("entry").forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        return ids;
    }

    @Test
    void plansAreFoundByCodeItselfBelowAndAboveInTheLoadedEdition() throws Exception {
        assertThat(found("problem", SCT + "22253000")).as("no plan is about pain in general").isEmpty();
        assertThat(found("problem:below", SCT + "22253000", "status", "active"))
                .containsExactly("smerte-akutt-2.0", "smerte-akutt-eksempelregionen-1.0", "smerte-akutt-eksempelsykehuset-1.0", "smerte-kronisk-kreft-1.0");
        assertThat(found("intervention:above", SCT + "370778008", "tier", "nasjonal", "status", "active")).contains("smerte-kronisk-kreft-1.0");
        assertThat(found("concerns", SCT + "286933003")).containsExactly("forvirring-akutt-1.0");
        assertThat(found("goal", SCT + "8943002")).containsExactly("ernaeringssvikt-underernaering-1.0");
        HttpResponse<String> unknown = get("PlanDefinition", "problem:below", SCT + "999");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("problem:below").contains("999");
    }

    @Test
    void plansAreFoundByTextInAllLanguagesByTierCareLevelAndDay() throws Exception {
        assertThat(found("text", "sjølvmords")).containsExactly("selvmord-1.0");
        assertThat(found("text", "suicide thoughts")).containsExactly("selvmord-1.0");
        assertThat(found("text", "selvmordstanker")).containsExactly("selvmord-1.0");
        assertThat(found("tier", "lokal")).containsExactly("smerte-akutt-eksempelsykehuset-1.0");
        assertThat(found("care-level", "egenbehandling")).containsExactly("egenbehandling-kols-1.0");
        assertThat(found("url", "http://normverk.no/fhir/PlanDefinition/smerte-akutt", "in-force", "2026-11-20")).containsExactly("smerte-akutt-2.0");
        assertThat(found("url", "http://normverk.no/fhir/PlanDefinition/smerte-akutt", "in-force", "2026-03-01")).isEmpty();
        assertThat(found("derived-from", "http://normverk.no/fhir/PlanDefinition/smerte-akutt|1.0")).containsExactly("smerte-akutt-eksempelsykehuset-1.0");
        assertThat(found("_tag", "http://normverk.no/fhir/CodeSystem/planflagg|revideres")).containsExactly("smerte-akutt-eksempelsykehuset-1.0");
    }

    @Test
    void aPlanIsAppliedToWhatWasChosen() throws Exception {
        HttpResponse<String> answer = apply(
                "smerte-akutt-2.0",
                String.join(",", string("subject", "Patient/1"), string("problem", "akutt-smerte"), string("goal", "smertefri"), string("action", "225399009"), string("displayLanguage", "en")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode carePlan = JSON.readTree(answer.body());
        assertThat(carePlan.path("resourceType").asText()).isEqualTo("CarePlan");
        assertThat(carePlan.path("contained")).hasSize(3);
        assertThat(carePlan.at("/contained/0/code/coding/0/display").asText()).isEqualTo("Acute pain, synthetic");
        assertThat(carePlan.at("/contained/0/code/text").asText()).isEqualTo("Acute pain");
    }

    @Test
    void anExpansionFromTheSyntheticEditionSaysOnceThatItIsNotClosedAndWhy() throws Exception {
        JsonNode expansion = got("ValueSet/$expand", "url", "http://snomed.info/sct?fhir_vs=ecl/<< 22253000").path("expansion");
        assertThat(expansion.path("total").asInt()).isPositive();
        List<String> told = new ArrayList<>();
        expansion.path("extension").forEach(extension -> told.add(extension.path("url").asText()));
        assertThat(told).containsOnlyOnce("http://hl7.org/fhir/StructureDefinition/valueset-unclosed")
                .contains("http://hl7.org/fhir/StructureDefinition/valueset-unclosed-reason");
    }

    @Test
    void whatCannotBeAppliedIsRefusedAndSaysWhy() throws Exception {
        assertThat(apply("smerte-akutt-2.0", string("goal", "smertefri"))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("subject");
        });
        assertThat(apply("smerte-akutt-2.0", string("subject", "Patient/1") + "," + string("action", "dans"))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("dans").contains("smertestillende");
        });
        assertThat(apply("no-such", string("subject", "Patient/1")).statusCode()).isEqualTo(404);
        assertThat(get("PlanDefinition/$plan-diff").statusCode()).isEqualTo(400);
        assertThat(get("PlanDefinition/angst-1.0/$plan-diff").statusCode()).isEqualTo(404);
        assertThat(get("PlanDefinition/$plan-check", "since", "http://snomed.info/sct/1").statusCode()).isEqualTo(400);
    }

    @Test
    void nothingOfThePatientReachesTheLogOrTheDisk(CapturedOutput output) throws Exception {
        String secret = "Hemmelig-91827364";
        String refused = "Vrakhet-55566677";
        assertThat(apply("selvmord-1.0", String.join(",", string("subject", "Patient/" + secret), string("encounter", "Encounter/" + secret), string("practitioner", "Practitioner/" + secret))).body())
                .contains(secret);
        assertThat(get("PlanDefinition/selvmord-1.0/$apply", "subject", "Patient/" + secret).body()).contains(secret);
        assertThat(apply("selvmord-1.0", string("subject", refused + " som er galt")).statusCode()).isEqualTo(400);
        assertThat(apply("selvmord-1.0", "{\"name\":\"subject\",\"valueReference\":{\"display\":\"" + refused + "\"}}").statusCode()).isEqualTo(400);
        assertThat(got("PlanDefinition/selvmord-1.0").toString()).doesNotContain(secret);
        assertThat(output.getAll()).doesNotContain(secret).doesNotContain(refused);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(secret).doesNotContain(refused);
            }
        }
    }

    @Test
    void plansAreCheckedAndComparedOverHttp() throws Exception {
        JsonNode check = got("PlanDefinition/$plan-check", "date", "2026-11-20", "displayLanguage", "nb");
        assertThat(check.toString()).contains("http://snomed.info/xsct/19999999103/version/20000101");
        assertThat(check.at("/parameter/1/valueInteger").asInt()).isEqualTo(12);
        assertThat(check.toString())
                .contains("Planen som denne er avledet av, har en nyere versjon som gjelder: http://normverk.no/fhir/PlanDefinition/smerte-akutt|2.0")
                .contains("review-overdue")
                .doesNotContain("unknown-code");
        JsonNode diff = got("PlanDefinition/smerte-akutt-eksempelsykehuset-1.0/$plan-diff", "date", "2026-11-20", "displayLanguage", "en");
        assertThat(diff.toString()).contains("Cold packs are no longer used here.").contains("\"collision\",\"valueString\":\"kulde\"");
        assertThat(got("PlanDefinition/smerte-akutt-2.0/$plan-diff").toString()).contains("predecessor").contains("overvake-smerte");
    }

    @Test
    void theSyntheticEditionAnswersAndSaysThatItIsAFragment() throws Exception {
        assertThat(got("CodeSystem/$lookup", "system", "http://snomed.info/sct", "code", "274663001", "displayLanguage", "nn").toString())
                .contains("Akutt smerte, syntetisk");
        assertThat(got("ValueSet/$expand", "url", "http://snomed.info/sct?fhir_vs=ecl/<22253000 AND ^138441000202109").at("/expansion/total").asInt())
                .isEqualTo(2);
        assertThat(got("CodeSystem/$validate-code", "url", "http://snomed.info/sct", "code", "73211009").toString())
                .contains("labeled as a fragment");
    }
}
