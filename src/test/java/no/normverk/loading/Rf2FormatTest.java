package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.SnomedEdition;
import no.normverk.store.ResourceStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Rf2FormatTest {
    private static final String VERSION = "http://snomed.info/xsct/31000003106/version/20250909";
    private static final long ROOT = 138875005;
    private static final long TOOL = 86967005;

    @TempDir
    Path directory;

    private ResourceStore store;

    @BeforeEach
    void open() {
        store = ResourceStore.open(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aZipBecomesAnEditionThatAnswers() throws IOException {
        Path zip = release().zip(directory.resolve("release.zip"));
        LoadReport report = load(VERSION, zip);
        assertThat(report.files().getFirst().types()).containsEntry("concepts, active", 2L);
        assertThat(store.editions()).singleElement().satisfies(entry -> {
            assertThat(entry.system()).isEqualTo("http://snomed.info/sct");
            assertThat(entry.version()).isEqualTo(VERSION);
            try (SnomedEdition edition = SnomedEdition.open(store.directory().edition(entry))) {
                assertThat(edition.display(edition.locate(TOOL))).isEqualTo("Tool");
            }
        });
        assertThat(load(VERSION, zip).changesNothing()).isTrue();
    }

    @Test
    void aFolderIsAReleaseToo() throws IOException {
        assertThat(load(VERSION, release().write(directory.resolve("release"))).added()).isEqualTo(1);
    }

    @Test
    void aBadRowIsRefusedWithFileAndLineAndLeavesNothing() throws IOException {
        Path zip = release().replace("sct2_Concept", "\t" + "20250101" + "\t1\t",
                "\tyesterday\t1\t").zip(directory.resolve("release.zip"));
        assertThatThrownBy(() -> load(VERSION, zip))
                .isInstanceOf(LoadingException.class)
                .hasMessageContaining("sct2_Concept")
                .hasMessageContaining("line")
                .hasMessageContaining("yesterday");
        assertThat(store.editions()).isEmpty();
        try (var left = Files.list(store.directory().editions())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aVersionUriOfAnotherFormIsRefused() throws IOException {
        Path zip = release().zip(directory.resolve("release.zip"));
        assertThatThrownBy(() -> load("2025", zip))
                .isInstanceOf(LoadingException.class)
                .hasMessageContaining("--version-uri")
                .hasMessageContaining("'2025'");
    }

    @Test
    void aZipOfSomethingElseIsNotRecognised() throws IOException {
        Path zip = directory.resolve("other.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.md"));
        }
        assertThatThrownBy(() -> load(null, zip)).hasMessageContaining("no release was found (looked for: SNOMED CT RF2)");
    }

    private static Rf2Writer release() {
        return Rf2Writer.snapshot().concept(ROOT, "Root").concept(TOOL, "Tool", ROOT);
    }

    private LoadReport load(@Nullable String versionUri, Path... files) {
        return new Loader(store, List.of(new Rf2Format()), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE)
                .load(new LoadRequest(List.of(files), null, versionUri, "me"));
    }
}
