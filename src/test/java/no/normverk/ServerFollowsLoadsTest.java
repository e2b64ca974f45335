package no.normverk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.normverk.loading.EngineVerification;
import no.normverk.loading.Loader;
import no.normverk.loading.LoadRequest;
import no.normverk.loading.Progress;
import no.normverk.loading.Rf2Format;
import no.normverk.snomed.Rf2Writer;
import no.normverk.store.ResourceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server on a data directory of its own, loaded into from beside while it runs. */
class ServerFollowsLoadsTest {
    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server;
    private String base = "";

    @BeforeEach
    void start() {
        server = new SpringApplication(NormverkApplication.class, DataConfiguration.class)
                .run("--server.port=0", "--normverk.data=" + directory.resolve("data"), "--normverk.poll-interval=50ms");
        base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + "/fhir/";
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void theBuiltInTerminologyAnswersWithoutAnyLoad() throws Exception {
        HttpResponse<String> answer = get("CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=female");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Female");
    }

    @Test
    void aLoadedCodeSystemAnswersWithoutARestartAndHasAHistory() throws Exception {
        Path file = directory.resolve("cs.json");
        load(codeSystem(file, "Rød"));
        awaitAnswer("CodeSystem/$lookup?system=http://example.org/a&code=x", "Rød");
        load(codeSystem(file, "Grønn"));
        awaitAnswer("CodeSystem/$lookup?system=http://example.org/a&code=x", "Grønn");
        assertThat(get("CodeSystem/a/_history/1").body()).contains("Rød").contains("\"versionId\":\"1\"");
        assertThat(get("CodeSystem/a").body()).contains("Grønn").contains("\"versionId\":\"2\"");
    }

    @Test
    void aLoadedSnomedEditionAnswersWithoutARestart() throws Exception {
        load(Rf2Writer.snapshot()
                .concept(138875005, "Root")
                .concept(86967005, "Hammer", 138875005)
                .zip(directory.resolve("release.zip")));
        awaitAnswer("CodeSystem/$lookup?system=http://snomed.info/sct&code=86967005", "Hammer");
    }

    private static Path codeSystem(Path file, String display) throws IOException {
        return Files.writeString(
                file,
                "{\"resourceType\":\"CodeSystem\",\"id\":\"a\",\"url\":\"http://example.org/a\",\"version\":\"1\",\"status\":\"active\","
                        + "\"content\":\"complete\",\"concept\":[{\"code\":\"x\",\"display\":\"" + display + "\"}]}");
    }

    private void load(Path file) {
        try (ResourceStore store = ResourceStore.open(directory.resolve("data"))) {
            new Loader(store, List.of(new Rf2Format()), new EngineVerification(), Clock.systemUTC(), Progress.NONE)
                    .load(new LoadRequest(List.of(file), null, null, "me"));
        }
    }

    private void awaitAnswer(String path, String text) throws Exception {
        String last = "";
        for (int i = 0; i < 200; i++) {
            last = get(path).body();
            if (last.contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        assertThat(last).contains(text);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
