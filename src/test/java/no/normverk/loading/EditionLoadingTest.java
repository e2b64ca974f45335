package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.normverk.store.EditionEntry;
import no.normverk.store.ResourceStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionLoadingTest {
    @TempDir
    Path directory;

    private ResourceStore store;
    private final LineFormat format = new LineFormat();

    @BeforeEach
    void open() {
        store = ResourceStore.open(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEditionIsLiveAfterItsLoad() throws IOException {
        LoadReport report = load(release("a", "one\ntwo"));
        assertThat(report.added()).isEqualTo(1);
        EditionEntry edition = store.editions().getFirst();
        assertThat(edition.version()).isEqualTo("http://example.org/lines/2");
        assertThat(Files.readString(store.directory().edition(edition).resolve("lines"))).isEqualTo("one\ntwo");
        assertThat(directories()).containsExactly(edition.directory());
    }

    @Test
    void severalReleasesOfALoadMakeOneEdition() throws IOException {
        load(release("a", "one"), release("b", "two\nthree"));
        assertThat(store.editions()).singleElement().extracting(EditionEntry::version).isEqualTo("http://example.org/lines/3");
    }

    @Test
    void theSameReleaseIsNotCompiledTwice() throws IOException {
        Path release = release("a", "one");
        load(release);
        LoadReport again = load(release);
        assertThat(again.changesNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(format.compilations).isEqualTo(1);
        assertThat(store.loads()).hasSize(1);
    }

    @Test
    void theSameReleaseUnderAnotherVersionUriStandsBesideIt() throws IOException {
        Path release = release("a", "one");
        load(release);
        loader().load(new LoadRequest(List.of(release), null, "http://example.org/own", "me"));
        assertThat(store.editions()).extracting(EditionEntry::version).containsExactly("http://example.org/lines/1",
                "http://example.org/own");
    }

    @Test
    void aChangedReleaseOfTheSameVersionReplacesItAndTheNextLoadRemovesTheOldDirectory() throws IOException {
        load(release("a", "one"));
        load(release("a", "uno"));
        assertThat(store.editions()).hasSize(1);
        assertThat(directories()).hasSize(2);
        load(release("a", "uno"));
        assertThat(directories()).containsExactly(store.editions().getFirst().directory());
    }

    @Test
    void aReleaseThatIsRefusedLeavesNeitherEditionNorResourcesNorDirectory() throws IOException {
        Path good = Files.writeString(directory.resolve("v.json"), Archives.valueSet("a", "http://example.org/a"));
        Path bad = release("a", "one\nbad");
        assertThatThrownBy(() -> load(good, bad)).isInstanceOf(LoadingException.class).hasMessageContaining("line 2");
        assertThat(store.editions()).isEmpty();
        assertThat(store.entries()).isEmpty();
        assertThat(directories()).isEmpty();
    }

    @Test
    void inspectingCompilesAsideAndChangesNothing() throws IOException {
        LoadReport report = loader().inspect(request(release("a", "one\ntwo")));
        assertThat(report.files().getFirst().types()).isEqualTo(new TreeMap<>(Map.of("lines", 2L)));
        assertThat(report.added()).isEqualTo(1);
        assertThat(store.editions()).isEmpty();
        assertThat(directories()).isEmpty();
    }

    private Path release(String name, String lines) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("lines"), lines);
        return folder;
    }

    private LoadReport load(Path... files) {
        return loader().load(request(files));
    }

    private static LoadRequest request(Path... files) {
        return new LoadRequest(List.of(files), null, null, "me");
    }

    private Loader loader() {
        return new Loader(store, List.of(format), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE);
    }

    private List<String> directories() throws IOException {
        try (Stream<Path> all = Files.list(store.directory().editions())) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** A release is a folder with a file of lines; its version is the number of lines, and no line may be "bad". */
    private static final class LineFormat implements EditionFormat {
        private int compilations;

        @Override
        public String description() {
            return "lines";
        }

        @Override
        public boolean recognises(Path path) {
            return Files.exists(path.resolve("lines"));
        }

        @Override
        public Compiled compile(List<Path> sources, @Nullable String versionUri, Path target, Progress progress)
                throws IOException {
            compilations++;
            Files.createDirectory(target);
            List<String> lines = new ArrayList<>();
            for (Path source : sources) {
                lines.addAll(Files.readAllLines(source.resolve("lines")));
            }
            Files.writeString(target.resolve("lines"), String.join("\n", lines));
            if (lines.contains("bad")) {
                throw new LoadingException(Place.of("lines").at(lines.indexOf("bad") + 1, 1), "a bad line");
            }
            String version = versionUri == null ? "http://example.org/lines/" + lines.size() : versionUri;
            return new Compiled("http://example.org/lines", version, new TreeMap<>(Map.of("lines", (long) lines.size())),
                    List.of(), List.of());
        }
    }
}
