package no.normverk.loading;

import static no.normverk.loading.Archives.valueSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDirectoryTest {
    @TempDir
    Path directory;

    private ResourceStore store;
    private Path content;
    private Path profiles;

    @BeforeEach
    void open() throws IOException {
        store = ResourceStore.open(directory.resolve("data"));
        content = Files.createDirectories(directory.resolve("terminology/deep"));
        profiles = Files.createDirectories(directory.resolve("profiles"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theStoreFollowsTheFiles() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        Files.writeString(content.resolve("README.md"), "for people");
        Files.writeString(profiles.resolve("b.xml"), "<ValueSet xmlns=\"http://hl7.org/fhir\"><id value=\"b\"/></ValueSet>");
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).containsExactly("a", "b");

        Files.delete(content.resolve("a.json"));
        Files.writeString(content.resolve("c.json"), valueSet("c", "http://example.org/c"));
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).containsExactly("b", "c");
        assertThat(store.history("ValueSet", "a")).hasSize(2);
    }

    @Test
    void nothingIsDoneWhenNothingChanged() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        assertThat(synchronise("build 1")).isPresent();
        assertThat(synchronise("build 1")).isEmpty();
        assertThat(synchronise(null)).isEmpty();
        assertThat(store.loads()).hasSize(1);
    }

    @Test
    void anotherBuildReadsTheSameFilesOnceMore() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        synchronise("build 1");
        assertThat(synchronise("build 2")).isEmpty();
        assertThat(store.loads()).hasSize(2);
        assertThat(synchronise("build 2")).isEmpty();
        assertThat(store.loads()).hasSize(2);
        assertThat(store.history("ValueSet", "a")).hasSize(1);
    }

    @Test
    void whatSomebodyLoadedOutranksTheContent() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        synchronise("build 1");
        Path own = Files.writeString(
                directory.resolve("own.json"), valueSet("a", "http://example.org/a").replace("active", "draft"));
        new Loader(store, List.of(), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE)
                .load(new LoadRequest(List.of(own), null, null, "me"));
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a").replace("active", "retired"));
        synchronise("build 1");
        assertThat(store.current()).singleElement().extracting(StoredResource::status).isEqualTo("draft");
        Files.delete(content.resolve("a.json"));
        synchronise("build 1");
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void aBadFileChangesNothingAndIsNamed() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        Files.writeString(content.resolve("b.json"), "{\"resourceType\": \"ValueSet\", \"colour\": 1}");
        assertThatThrownBy(() -> synchronise("build 1"))
                .isInstanceOf(LoadingException.class)
                .hasMessageContaining("b.json")
                .hasMessageContaining("colour");
        assertThat(store.loads()).isEmpty();
    }

    @Test
    void aMissingContentDirectoryChangesNothing() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        synchronise("build 1");
        Files.move(directory.resolve("terminology"), directory.resolve("elsewhere"));
        assertThat(synchronise("build 1")).isEmpty();
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void anAuthoredFolderBelongsToItsReader() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("terminology/catalogue"));
        Files.writeString(folder.resolve("product.yaml"), "key: x");
        Files.writeString(folder.resolve("product.schema.json"), "{}");
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).containsExactly("x");
        Files.writeString(folder.resolve("product.yaml"), "key: y");
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).containsExactly("y");
    }

    private static final String DESCRIPTOR = """
            codeSystem: {url: "http://example.org/frukt", version: "1", name: Frukt}
            columns: {code: Kode, display: Navn}
            """;

    @Test
    void aCodeListWithItsDescriptorIsContent() throws IOException {
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR);
        Files.writeString(content.resolve("frukt.csv"), "Kode;Navn\nE;Eple\n");
        Files.writeString(content.resolve("unrelated.csv"), "no table of anybody's");
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).containsExactly("frukt-1");
        assertThat(synchronise("build 1")).isEmpty();

        Files.writeString(content.resolve("frukt.csv"), "Kode;Navn\nE;Eple\nP;Pære\n");
        assertThat(synchronise("build 1")).as("the table counts as much as the descriptor").isPresent();
        assertThat(new String(store.current().getFirst().json(), StandardCharsets.UTF_8)).contains("Pære");

        Files.delete(content.resolve("frukt.codesystem.yaml"));
        assertThat(synchronise("build 1")).isPresent();
        assertThat(ids()).isEmpty();
    }

    @Test
    void aMapWithItsDescriptorIsContent() throws IOException {
        Files.writeString(content.resolve("kart.conceptmap.yaml"), """
                conceptMap: {url: "http://example.org/kart", version: "1", name: Kart, source: "http://example.org/frukt", target: "http://example.org/tre"}
                columns: {source: Fra, target: Til}
                """);
        Files.writeString(content.resolve("kart.csv"), "Fra;Til\nE;T1\nE;T2\n");
        assertThat(outcome("build 1").refused()).isEmpty();
        assertThat(ids()).containsExactly("kart-1");
        assertThat(new String(store.current().getFirst().json(), StandardCharsets.UTF_8)).contains("\"ConceptMap\"", "T1", "T2");

        Files.writeString(content.resolve("kart.csv"), "Fra;Til\nE\n");
        assertThat(outcome("build 1").refused()).singleElement().asString().contains("kart.csv, line 2, column 1");
    }

    @Test
    void aCodeListThatIsRefusedIsToldWithItsLineAndAllElseIsBroughtIn() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        Files.writeString(content.resolve("bad.codesystem.yaml"), DESCRIPTOR.replace("frukt", "bad"));
        Files.writeString(content.resolve("bad.csv"), "Kode;Navn\nE;Eple\nE;Pære\n");
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR);
        Files.writeString(content.resolve("frukt.csv"), "Kode;Navn\nE;Eple\n");
        ContentDirectory.Outcome outcome = outcome("build 1");
        assertThat(outcome.refused()).singleElement().asString().contains("bad.csv, line 3", "'E' is in line 2 already");
        assertThat(ids()).containsExactlyInAnyOrder("a", "frukt-1");
        assertThat(outcome("build 1").refused()).as("told at every start until it is mended").hasSize(1);
        assertThat(store.loads()).hasSize(1);

        Files.writeString(content.resolve("bad.csv"), "Kode;Navn\nE;Eple\n");
        assertThat(outcome("build 1").refused()).isEmpty();
        assertThat(ids()).hasSize(3);
    }

    @Test
    void whatACodeListGaveStaysWhileItIsRefused() throws IOException {
        Files.writeString(content.resolve("a.json"), valueSet("a", "http://example.org/a"));
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR);
        Files.writeString(content.resolve("frukt.csv"), "Kode;Navn\nE;Eple\n");
        synchronise("build 1");
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR.replace("Navn", "Nvn"));
        Files.delete(content.resolve("a.json"));
        assertThat(outcome("build 1").refused()).singleElement().asString().contains("frukt.csv", "Nvn");
        assertThat(ids()).containsExactlyInAnyOrder("a", "frukt-1");
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR);
        assertThat(outcome("build 1").refused()).isEmpty();
        assertThat(ids()).containsExactly("frukt-1");
    }

    @Test
    void aCodeListMayNotRepeatWhatIsThereAlready() throws IOException {
        Files.writeString(content.resolve("frukt.codesystem.yaml"), DESCRIPTOR);
        Files.writeString(content.resolve("frukt.csv"), "Kode;Navn\nE;Eple\n");
        Files.writeString(content.resolve("other.codesystem.yaml"), "file: frukt.csv\n" + DESCRIPTOR);
        assertThat(outcome("build 1").refused()).singleElement().asString().contains("http://example.org/frukt|1 is there twice; first in");
        assertThat(ids()).containsExactly("frukt-1");
    }

    private Optional<?> synchronise(@Nullable String program) {
        return outcome(program).change();
    }

    private ContentDirectory.Outcome outcome(@Nullable String program) {
        return new ContentDirectory(
                        List.of(directory.resolve("terminology"), profiles),
                        List.of(new KeyFile()),
                        resource -> Optional.empty(),
                        program,
                        Progress.NONE)
                .synchronise(store);
    }

    private List<String> ids() {
        return store.current().stream().map(StoredResource::id).toList();
    }

    /** Makes a Library of {@code catalogue/product.yaml}. */
    private static final class KeyFile implements AuthoredContent {
        @Override
        public String folder() {
            return "catalogue";
        }

        @Override
        public List<ResourceDocument> read(Path folder) throws IOException {
            String key = Files.readString(folder.resolve("product.yaml")).substring("key: ".length());
            ObjectNode library = ResourceDocument.MAPPER.createObjectNode().put("resourceType", "Library").put("id", key);
            return List.of(ResourceDocument.of(library));
        }
    }
}
