package no.normverk.snomed.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.SharedMaterial;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.edition.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts on the subset of SNOMED CT that comes with the terminology ecosystem's tests, each worked out from its release files
 * by other means. The subset is licensed content and no part of this project.
 */
class ConstraintReleaseTest {

    @TempDir
    static Path folder;

    private static SnomedEdition edition;

    @BeforeAll
    static void compile() throws IOException {
        Path subset = SharedMaterial.require("The subset of SNOMED CT", "tx-ecosystem/tx-source/snomed");
        Path target = folder.resolve("edition");
        SnomedCompiler.compile(List.of(subset), CompileOptions.DEFAULT, target, Progress.NONE);
        edition = SnomedEditions.open(target);
    }

    @AfterAll
    static void close() {
        if (edition != null) {
            edition.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "<< 138875005 ; 2251",
                "> 10200004 ; 19",
                "<! 10200004 ; 4",
                "!!> (< 64572001) ; 25",
                "!!< (<< 10200004) ; 147",
                "< 64572001 : 363698007 = << 10200004 ; 661",
                "< 64572001 : 363698007 != << 10200004 ; 141",
                "< 64572001 : [0..0] 363698007 = << 10200004 ; 137",
                "< 64572001 : { 363698007 = << 10200004, 116676008 = * } ; 504",
                "< 64572001 : { 363698007 = << 10200004, [0..0] 116676008 = * } ; 159",
                "< 64572001 : [2..*] { 363698007 = << 10200004 } ; 88",
                "< 64572001 . 363698007 ; 105",
                "<< 10200004 : R 363698007 = < 64572001 ; 27",
                "* : * = << 10200004 ; 855",
                "* : 1142138002 = #600 ; 1",
                "* : 1142135004 > #500 ; 1",
                "^ 734139008 ; 28",
                "^ [targetComponentId] 734139008 ; 7",
                "<< 10200004 {{ C definitionStatus = defined }} ; 0",
                "* {{ C active = false }} ; 4",
                "* {{ term = \"hepat\" }} ; 454",
                "* {{ term = \"hepat\", type = syn }} ; 435",
                "< 64572001 {{ term = wild:\"*hepatitis\" }} ; 91",
                "<< 138875005 {{ + HISTORY-MOD }} ; 2252"
            })
    void aConstraintHasAsManyConceptsAsTheReleaseFilesSay(String ecl, int count) {
        assertThat(new ConstraintEvaluator().evaluate(edition, ecl).cardinality()).isEqualTo(count);
    }
}
