package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.loinc.LoincReleaseWriter;
import no.normverk.terminology.CodeSystemVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoincFormatTest {

    @TempDir
    private Path directory;

    private final LoincFormat format = new LoincFormat();

    @Test
    void aReleaseBecomesAnEditionThatOpensWithTheSameContent() throws IOException {
        Path archive = LoincReleaseWriter.zipped(directory.resolve("loinc.zip"));
        assertThat(format.recognises(archive)).isTrue();
        EditionFormat.Compiled compiled = format.compile(List.of(archive), null, directory.resolve("edition"), Progress.NONE);
        assertThat(compiled.system()).isEqualTo("http://loinc.org");
        assertThat(compiled.version()).isEqualTo("9.10");
        CodeSystemVersion loinc = LoincFormat.open(directory.resolve("edition"));
        assertThat(loinc.size()).isEqualTo(Math.toIntExact(compiled.counts().getOrDefault("concepts", -1L)));
        assertThat(loinc.header().version()).isEqualTo("9.10");
    }

    @Test
    void theVersionCanBeStated() throws IOException {
        Path release = LoincReleaseWriter.into(directory.resolve("release"));
        format.compile(List.of(release), "9.11", directory.resolve("edition"), Progress.NONE);
        assertThat(LoincFormat.open(directory.resolve("edition")).header().version()).isEqualTo("9.11");
    }

    @Test
    void twoReleasesAreNotOneEdition() throws IOException {
        Path release = LoincReleaseWriter.into(directory.resolve("release"));
        assertThatThrownBy(() -> format.compile(List.of(release, release), null, directory.resolve("edition"), Progress.NONE))
                .isInstanceOf(LoadingException.class);
    }
}
