package no.normverk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceStoreTest {
    private static final Stamp VERSION_AT_END = (json, versionId, at) ->
            (new String(json, StandardCharsets.UTF_8) + "#" + versionId).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void aCommittedResourceIsThereAfterReopening() {
        try (ResourceStore store = ResourceStore.open(data)) {
            store.commit(load(0, resource("a", "one")), VERSION_AT_END);
        }
        try (ResourceStore store = ResourceStore.open(data)) {
            assertThat(store.current()).singleElement().satisfies(resource -> {
                assertThat(resource.id()).isEqualTo("a");
                assertThat(resource.versionId()).isEqualTo(1);
                assertThat(resource.url()).isEqualTo("http://example.org/a");
                assertThat(new String(resource.json(), StandardCharsets.UTF_8)).isEqualTo("one#1");
            });
            assertThat(store.lastChange()).isEqualTo(1);
        }
    }

    @Test
    void anIdenticalResourceGetsNoNewVersion() {
        try (ResourceStore store = ResourceStore.open(data)) {
            store.commit(load(0, resource("a", "one"), resource("b", "one")), VERSION_AT_END);
            store.commit(load(1, resource("a", "one"), resource("b", "two")), VERSION_AT_END);
            assertThat(store.history("ValueSet", "a")).hasSize(1);
            assertThat(store.history("ValueSet", "b")).extracting(HistoryEntry::versionId).containsExactly(2, 1);
        }
    }

    @Test
    void aDeletedResourceLeavesItsHistory() {
        try (ResourceStore store = ResourceStore.open(data)) {
            store.commit(load(0, resource("a", "one")), VERSION_AT_END);
            Load deletion = new Load(
                    1, LoadKind.FILES, "", "d2", "{}", "me", List.of(), List.of(new ResourceKey("ValueSet", "a")), List.of());
            store.commit(deletion, VERSION_AT_END);
            assertThat(store.current()).isEmpty();
            assertThat(store.history("ValueSet", "a")).extracting(HistoryEntry::deleted).containsExactly(true, false);
            assertThat(store.version("ValueSet", "a", 1)).isPresent();
            assertThat(store.version("ValueSet", "a", 2)).isEmpty();
            store.commit(load(2, resource("a", "one")), VERSION_AT_END);
            assertThat(store.current()).singleElement().extracting(StoredResource::versionId).isEqualTo(3);
        }
    }

    @Test
    void aLoadPreparedAgainstAnOlderStateIsRefusedAndLeavesNothing() {
        try (ResourceStore store = ResourceStore.open(data)) {
            store.commit(load(0, resource("a", "one")), VERSION_AT_END);
            assertThatThrownBy(() -> store.commit(load(0, resource("b", "one")), VERSION_AT_END))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("changed while the load was being prepared");
            assertThat(store.current()).hasSize(1);
            assertThat(store.loads()).hasSize(1);
        }
    }

    @Test
    void aFailureAfterTheFifthResourceLeavesNothing() {
        try (ResourceStore store = ResourceStore.open(data)) {
            NewResource[] resources = new NewResource[10];
            for (int i = 0; i < resources.length; i++) {
                resources[i] = resource("r" + i, "one");
            }
            int[] stamped = {0};
            Stamp failing = (json, versionId, at) -> {
                if (++stamped[0] > 5) {
                    throw new IllegalStateException("power cut");
                }
                return json;
            };
            assertThatThrownBy(() -> store.commit(load(0, resources), failing)).hasMessage("power cut");
            assertThat(store.entries()).isEmpty();
            assertThat(store.loads()).isEmpty();
            assertThat(store.commit(load(0, resources), VERSION_AT_END).number()).isEqualTo(1);
        }
    }

    @Test
    void aReaderSeesTheCommitOfAnotherOpenStore() {
        try (ResourceStore server = ResourceStore.open(data);
                ResourceStore loader = ResourceStore.open(data)) {
            assertThat(server.lastChange()).isZero();
            loader.commit(load(0, resource("a", "one")), VERSION_AT_END);
            assertThat(server.lastChange()).isEqualTo(1);
            assertThat(server.current()).hasSize(1);
        }
    }

    @Test
    void theChangeLogTellsWhatWasLoaded() {
        try (ResourceStore store = ResourceStore.open(data)) {
            LoadEntry entry = store.commit(load(0, resource("a", "one")), VERSION_AT_END);
            assertThat(store.loads()).containsExactly(entry);
            assertThat(store.hasContent("digest of 0")).isTrue();
            assertThat(store.hasContent("something else")).isFalse();
            assertThat(store.latest(LoadKind.CONTENT)).isEmpty();
        }
    }

    @Test
    void anEditionIsReplacedByOneOfTheSameVersion() {
        try (ResourceStore store = ResourceStore.open(data)) {
            store.commit(editions(0, new EditionEntry("http://snomed.info/sct", "v1", "one", "d1")), VERSION_AT_END);
            EditionEntry again = new EditionEntry("http://snomed.info/sct", "v1", "two", "d2");
            store.commit(editions(1, again), VERSION_AT_END);
            assertThat(store.editions()).containsExactly(again);
        }
    }

    @Test
    void onlyOneMayLoadAtATime() {
        DataDirectory directory = DataDirectory.open(data);
        try (var first = directory.tryLock().orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(directory.tryLock()).isEmpty();
        }
        assertThat(directory.tryLock()).isPresent();
    }

    @Test
    void leftoversOfAnInterruptedLoadAreRemovedAndLiveEditionsStay() throws IOException {
        DataDirectory directory = DataDirectory.open(data);
        Files.writeString(directory.newBuildDirectory().resolve("half"), "half");
        Files.createDirectory(directory.editions().resolve("live"));
        directory.removeLeftovers(List.of(new EditionEntry("s", "v", "live", "d")));
        try (var left = Files.list(directory.editions())) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly("live");
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        ResourceStore.open(data).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("normverk.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9999");
        }
        assertThatThrownBy(() -> ResourceStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Normverk");
    }

    @Test
    void everyAcknowledgedCommitSurvivesAKill() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                acknowledged = Long.parseLong(line);
                if (acknowledged == 20) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        assertThat(acknowledged).isGreaterThanOrEqualTo(20);
        try (ResourceStore store = ResourceStore.open(data)) {
            assertThat(store.lastChange()).isGreaterThanOrEqualTo(acknowledged);
            assertThat(store.current()).hasSize((int) store.lastChange() * 3);
        }
    }

    /** Commits without end, three resources at a time, and prints the number of each commit. */
    static final class CommittingProcess {
        private CommittingProcess() {}

        public static void main(String[] arguments) {
            try (ResourceStore store = ResourceStore.open(Path.of(arguments[0]))) {
                for (long number = 0; ; number++) {
                    Load load = load(
                            number, resource("a" + number, "x"), resource("b" + number, "x"), resource("c" + number, "x"));
                    System.out.println(store.commit(load, VERSION_AT_END).number());
                    System.out.flush();
                }
            }
        }
    }

    private static Load load(long basedOn, NewResource... resources) {
        return new Load(
                basedOn,
                LoadKind.FILES,
                "a.json",
                "digest of " + basedOn,
                "{}",
                "me",
                List.of(resources),
                List.of(),
                List.of());
    }

    private static Load editions(long basedOn, EditionEntry... editions) {
        return new Load(
                basedOn, LoadKind.FILES, "a.zip", "digest of " + basedOn, "{}", "me", List.of(), List.of(), List.of(editions));
    }

    private static NewResource resource(String id, String content) {
        return new NewResource(
                "ValueSet",
                id,
                "http://example.org/" + id,
                "1",
                "active",
                null,
                null,
                null,
                content.getBytes(StandardCharsets.UTF_8));
    }
}
