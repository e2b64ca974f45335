package no.normverk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.EditionFormat;
import no.normverk.loading.Verification;
import no.normverk.store.DataDirectory;
import no.normverk.store.ResourceStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import picocli.CommandLine;

class NormverkCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ServerSettings> served = new ArrayList<>();

    @Test
    void whatIsLoadedIsListed() throws IOException {
        Path file = codeSystem("x", "y");
        assertThat(run("load", "--data", data(), file.toString())).isEqualTo(0);
        assertThat(out).asString().contains("1 CodeSystem").contains("Loaded as change 1: 1 new, 0 changed, 0 unchanged");
        assertThat(run("list", "--data", data())).isEqualTo(0);
        assertThat(out).asString().contains("http://example.org/a|1  2 codes  Tenkt").contains("cs.json: 1 CodeSystem");
    }

    @Test
    void loadingTwiceSaysThatThereIsNothingToDo() throws IOException {
        Path file = codeSystem("x");
        run("load", "--data", data(), file.toString());
        assertThat(run("load", "--data", data(), file.toString())).isEqualTo(0);
        assertThat(out).asString().contains("Nothing to do, everything is loaded already").contains("as change 1)");
    }

    @Test
    void inspectingListsWhatIsInAFileAndDoesNotMakeADataDirectory() throws IOException {
        assertThat(run("inspect", "--data", data(), codeSystem("x").toString())).isEqualTo(0);
        assertThat(out).asString().contains("CodeSystem http://example.org/a|1").contains("Loading would give: 1 new");
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void listingAnEmptyPlaceDoesNotMakeADataDirectory() {
        assertThat(run("list", "--data", data())).isEqualTo(0);
        assertThat(out).asString().contains("Nothing is loaded");
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void refusedContentIsExitCode1() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.json"), "{\"resourceType\": \"ValueSet\",\n\"status\": }");
        assertThat(run("load", "--data", data(), file.toString())).isEqualTo(1);
        assertThat(err).asString().contains("bad.json, line 2, column 11: not well-formed JSON").contains("Nothing was kept");
    }

    @Test
    void wrongUsageIsExitCode2() {
        assertThat(run("load")).isEqualTo(2);
        assertThat(run("lode", "x")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("serve", "--port", "http")).isEqualTo(2);
        assertThat(err).asString().contains("FILE").contains("lode").contains("Which command?").contains("--port");
    }

    @Test
    void aLoadWhileAnotherIsRunningIsExitCode3() throws IOException {
        Path file = codeSystem("x");
        try (var running = DataDirectory.open(Path.of(data())).tryLock().orElseThrow()) {
            assertThat(running).isNotNull();
            assertThat(run("load", "--data", data(), file.toString())).isEqualTo(3);
        }
        assertThat(err).asString().contains("Another load is running");
    }

    @Test
    void servingBringsTheContentIn() throws IOException {
        Path content = Files.createDirectory(directory.resolve("terminology"));
        Files.copy(codeSystem("x"), content.resolve("cs.json"));
        assertThat(run("serve", "--data", data(), "--content", content.toString(), "--port", "0")).isEqualTo(0);
        assertThat(served).singleElement().satisfies(settings -> {
            assertThat(settings.port()).isZero();
            assertThat(settings.profiles()).isEqualTo(directory.resolve("profiles"));
        });
        try (ResourceStore store = ResourceStore.open(Path.of(data()))) {
            assertThat(store.current()).hasSize(1);
        }
    }

    @Test
    void servingRemovesWhatAnInterruptedLoadLeft() throws IOException {
        Path left = DataDirectory.open(Path.of(data())).newBuildDirectory();
        run("serve", "--data", data(), "--content", directory.resolve("none").toString());
        assertThat(left).doesNotExist();
    }

    @Test
    void contentThatIsRefusedKeepsTheServerFromStarting() throws IOException {
        Path content = Files.createDirectory(directory.resolve("terminology"));
        Files.writeString(content.resolve("bad.json"), "{}");
        assertThat(run("serve", "--data", data(), "--content", content.toString())).isEqualTo(1);
        assertThat(served).isEmpty();
        assertThat(err).asString().contains("bad.json: not recognised");
    }

    @Test
    void anOptionOutranksTheEnvironmentWhichOutranksTheFileWhichOutranksTheDefault() throws IOException {
        Files.writeString(directory.resolve("application.yaml"), "server.port: 1001\nnormverk:\n  data: " + data()
                + "\n  content: " + directory.resolve("y") + "\n");
        Map<String, Object> none = Map.of();
        Map<String, Object> environment = Map.of("SERVER_PORT", "1002", "NORMVERK_CONTENT", directory.resolve("c").toString());

        assertThat(portOf(null, none)).isEqualTo(8080);
        assertThat(portOf(directory, none)).isEqualTo(1001);
        assertThat(portOf(directory, environment)).isEqualTo(1002);
        assertThat(portOf(directory, environment, "--port", "1003")).isEqualTo(1003);
        assertThat(served.getLast().content()).isEqualTo(directory.resolve("c"));
        assertThat(served.getLast().data()).isEqualTo(Path.of(data()));
    }

    @Test
    void helpTellsOptionsAndExitCodes() {
        assertThat(run("load", "--help")).isEqualTo(0);
        assertThat(out).asString().contains("--version-uri").contains("content refused");
    }

    private int portOf(@Nullable Path configuration, Map<String, Object> variables, String... more) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        if (configuration == null) {
            arguments.addAll(List.of("--data", data(), "--content", directory.resolve("x").toString()));
        }
        arguments.addAll(List.of(more));
        assertThat(line(configuration, variables).execute(arguments.toArray(String[]::new))).isEqualTo(0);
        return served.getLast().port();
    }

    private int run(String... arguments) {
        return line(null, Map.of()).execute(arguments);
    }

    /** A command line as in a process with this working directory and these environment variables. */
    private CommandLine line(@Nullable Path configuration, Map<String, Object> variables) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        if (configuration != null) {
            Map<String, Object> location = Map.of("spring.config.location", configuration + "/");
            environment.getPropertySources().addFirst(new MapPropertySource("test", location));
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        }
        return NormverkCommand.of(new TestProgram(), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private Path codeSystem(String... codes) throws IOException {
        String concepts = "{\"code\":\"" + String.join("\"},{\"code\":\"", codes) + "\"}";
        return Files.writeString(
                directory.resolve("cs.json"),
                "{\"resourceType\":\"CodeSystem\",\"id\":\"a\",\"url\":\"http://example.org/a\",\"version\":\"1\",\"title\":\"Tenkt\","
                        + "\"status\":\"active\",\"content\":\"complete\",\"concept\":[" + concepts + "]}");
    }

    /** The program without a server: remembers what it was started with. */
    private final class TestProgram implements Program {
        @Override
        public List<EditionFormat> editionFormats() {
            return List.of();
        }

        @Override
        public List<AuthoredContent> authoredContent(Path profiles) {
            return List.of();
        }

        @Override
        public Verification verification() {
            return resource -> Optional.empty();
        }

        @Override
        public @Nullable String build() {
            return null;
        }

        @Override
        public void serve(ServerSettings settings) {
            served.add(settings);
        }
    }
}
