package no.normverk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.SyntheticEdition;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInEditionTest {

    @TempDir
    Path directory;

    @Test
    void itAnswersWhileNoEditionIsLoadedAndIsGoneWhenOneIs() throws Exception {
        try (StandInEdition standIn = new StandInEdition(Path.of("terminology"));
                var loaded = Rf2Writer.snapshot().concept(138875005, "Root").edition(directory)) {
            assertThat(standIn.beside(List.of())).extracting(version -> version.header().version()).containsExactly(SyntheticEdition.VERSION);
            List<CodeSystemVersion> editions = List.of(loaded);
            assertThat(standIn.beside(editions)).isSameAs(editions);
        }
    }

    @Test
    void withoutItsFilesThereIsNone() {
        try (StandInEdition standIn = new StandInEdition(directory)) {
            assertThat(standIn.beside(List.of())).isEmpty();
        }
    }

    @Test
    void anyOtherEditionIsNewer() {
        assertThat(List.of("http://snomed.info/sct/900000000000207008/version/20020131", "http://snomed.info/xsct/11000003104/version/20020131"))
                .allMatch(version -> Versions.compare(version, SyntheticEdition.VERSION) > 0);
    }
}
