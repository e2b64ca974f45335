package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionComparisonTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Catalogue shipped;

    @BeforeEach
    void read() {
        shipped = ShippedCatalogue.read();
    }

    private static List<String> told(NormativeProduct before, NormativeProduct after) {
        return VersionComparison.compare(before, after).stream()
                .map(difference -> difference.kind().code() + " " + difference.field()
                        + difference.obligationAfter().or(difference::obligationBefore).map(one -> " (" + one.actor() + " " + one.direction().code() + ")").orElse("")
                        + ": " + difference.before().orElse("-") + " > " + difference.after().orElse("-"))
                .toList();
    }

    private List<String> compare(String before, String after) throws IOException {
        String head = "title: Tenkt\nsources:\n  - title: Kilde\n";
        Files.writeString(folder.resolve("a.yaml"), "key: a\n" + head + before);
        Files.writeString(folder.resolve("b.yaml"), "key: b\n" + head + after);
        Catalogue catalogue = new CatalogueReader(ShippedCatalogue.vocabularies()).read(folder);
        return told(catalogue.find("a").orElseThrow(), catalogue.find("b").orElseThrow());
    }

    private static String obligation(String id, String lines) {
        return "  - id: " + id + "\n    actor: fastleger\n    direction: motta\n" + lines.indent(4);
    }

    @Test
    void everyProductIsTheSameAsItself() {
        assertThat(shipped.products()).allSatisfy(product -> assertThat(VersionComparison.compare(product, product)).isEmpty());
    }

    @Test
    void obligationsAreRaisedMovedAddedAndRemoved() throws IOException {
        String before = "obligations:\n" + obligation("plan", "level: anbefalt-standard\nmustFrom: 2020-01-01") + "  - {id: bort, actor: plo, direction: sende, level: veileder}\n";
        String after = "obligations:\n" + obligation("krav", "level: obligatorisk-standard\nmustFrom: 2021-01-01") + "  - {id: ny, actor: apotek, direction: bruke, level: veileder}\n";
        assertThat(compare(before, after)).containsExactly(
                "obligation-raised level (fastleger motta): anbefalt-standard > obligatorisk-standard",
                "deadline-moved mustFrom (fastleger motta): 2020-01-01 > 2021-01-01",
                "obligation-removed obligations (plo sende): - > -",
                "obligation-added obligations (apotek bruke): - > -");
    }

    @Test
    void decisionsThatWereReplacedDoNotCount() throws IOException {
        String once = obligation("en", "level: veileder\nmustFrom: 2022-01-01");
        String twice = obligation("gammel", "level: veileder\nmustFrom: 2020-01-01") + obligation("en", "level: veileder\nmustFrom: 2022-01-01\nsupersedes: gammel");
        assertThat(compare("obligations:\n" + twice, "obligations:\n" + once)).isEmpty();
    }

    @Test
    void twoAuthoritiesAreComparedEachWithItself() throws IOException {
        String plan = obligation("plan", "level: anbefalt-standard\nmustFrom: 2022-02-01\ndecidedBy: Planen");
        String law = obligation("lov", "level: obligatorisk-standard\nmustFrom: 2022-07-01\ndecidedBy: Departementet\nlegalBasis: {regulation: Forskriften, section: '6'}");
        String later = law.replace("2022-07-01", "2023-01-01");
        assertThat(compare("obligations:\n" + plan + law, "obligations:\n" + later + plan))
                .containsExactly("deadline-moved mustFrom (fastleger motta): 2022-07-01 > 2023-01-01");
    }

    @Test
    void contentBoundIsComparedByVersion() throws IOException {
        String before = "binds:\n  - {codeSystem: 'urn:a', version: '1'}\n  - {codeSystem: 'urn:b'}\n";
        String after = "binds:\n  - {codeSystem: 'urn:a', version: '2'}\n  - {valueSet: 'urn:c'}\n";
        assertThat(compare(before, after)).containsExactly(
                "content-version binds: urn:a|1 > urn:a|2", "content-removed binds: urn:b > -", "content-added binds: - > urn:c");
    }

    @Test
    void theTwoVersionsOfSvarrapport() {
        assertThat(told(shipped.find("svarrapportering-1.3").orElseThrow(), shipped.find("svarrapportering-1.4").orElseThrow()))
                .contains("field-changed version: 1.3 > 1.4", "field-changed lifecycle: utgatt > aktiv", "field-changed withdrawn: 2022-07 > -");
    }
}
