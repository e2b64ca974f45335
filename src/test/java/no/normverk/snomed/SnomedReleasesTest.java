package no.normverk.snomed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.SharedMaterial;
import no.normverk.terminology.Languages;
import no.normverk.terminology.edition.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real release files, which are licensed and so not in this repository: they lie in a folder {@code shared} beside it, or nothing
 * is tested here.
 */
class SnomedReleasesTest {

    @TempDir
    Path folder;

    private SnomedEdition compiled(String release) throws IOException {
        Path path = SharedMaterial.require("Releases of SNOMED CT", release);
        Path target = folder.resolve("edition");
        SnomedCompiler.compile(List.of(path), CompileOptions.DEFAULT, target, Progress.NONE);
        return SnomedEdition.open(target);
    }

    @Test
    void theSubsetOfTheConformanceTestsIsRead() throws IOException {
        try (SnomedEdition edition = compiled("tx-ecosystem/tx-source/snomed")) {
            assertThat(edition.size()).isEqualTo(2258);
            assertThat(edition.active().cardinality()).isEqualTo(2254);
            assertThat(edition.header().version()).isEqualTo("http://snomed.info/sct/31000003106/version/20250909");
            assertThat(edition.display(edition.locate("404684003"))).isEqualTo("Clinical finding");
            assertThat(edition.concreteValues().size()).isEqualTo(8);
            assertThat(edition.text().search("clin find", null, Languages.ANY, 1).ordinals())
                    .containsExactly(edition.locate("404684003"));
        }
    }

    @Test
    void theMinifiedInternationalReleaseOf2021IsRead() throws IOException {
        try (SnomedEdition edition = compiled("data/snomed/SnomedCT_INT_20210131_minified.zip")) {
            assertThat(edition.size()).isEqualTo(1997);
            assertThat(edition.header().version()).isEqualTo("http://snomed.info/sct/900000000000207008/version/20210131");
            assertThat(edition.refsets().has(900000000000497000L)).isTrue();
        }
    }

    @Test
    void theMinifiedInternationalReleaseOf2017IsRead() throws IOException {
        try (SnomedEdition edition = compiled("data/snomed/SnomedCT_INT_20170731_minified.zip")) {
            assertThat(edition.size()).isEqualTo(1838);
            assertThat(edition.header().version()).isEqualTo("http://snomed.info/sct/900000000000207008/version/20170731");
        }
    }
}
