package no.normverk.snomed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.SharedMaterial;
import no.normverk.terminology.Registry;
import no.normverk.terminology.change.Change;
import no.normverk.terminology.change.ChangeKind;
import no.normverk.terminology.change.MapVersions;
import no.normverk.terminology.change.UpgradeCheck;
import no.normverk.terminology.change.UpgradeCheck.Outcome;
import no.normverk.terminology.change.UsedCode;
import no.normverk.terminology.change.VersionDifference;
import no.normverk.terminology.edition.Progress;
import no.normverk.terminology.map.ConceptMapDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed between two international releases; the figures were counted in the release files by other means. */
class SnomedDifferenceTest {

    private static final String VERSION = "http://snomed.info/sct/900000000000207008/version/";
    private static final List<SnomedEdition> EDITIONS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Registry registry = Registry.empty();

    @BeforeAll
    static void compile() throws IOException {
        for (String day : List.of("20170731", "20210131")) {
            Path release = SharedMaterial.require("Releases of SNOMED CT", "data/snomed/SnomedCT_INT_" + day + "_minified.zip");
            SnomedCompiler.compile(List.of(release), CompileOptions.DEFAULT, folder.resolve(day), Progress.NONE);
            EDITIONS.add(SnomedEdition.open(folder.resolve(day)));
        }
        Registry.Builder both = Registry.empty().with().implicit(List.of(new SnomedImplicits()));
        EDITIONS.forEach(both::codeSystem);
        registry = both.build();
    }

    @AfterAll
    static void close() {
        EDITIONS.forEach(SnomedEdition::close);
    }

    private static ConceptMapDefinition map(long refset, String day) {
        return Objects.requireNonNull(registry.conceptMap("http://snomed.info/sct?fhir_cm=" + refset, VERSION + day));
    }

    private static List<Change> changes() {
        List<MapVersions> maps = List.of(
                new MapVersions(map(447562003L, "20170731"), map(447562003L, "20210131"), Set.of("http://snomed.info/sct")),
                new MapVersions(map(900000000000497000L, "20170731"), map(900000000000497000L, "20210131"), Set.of("http://snomed.info/sct")));
        return VersionDifference.between(EDITIONS.getFirst(), EDITIONS.getLast(), maps);
    }

    @Test
    void everyChangeIsCounted() {
        Map<ChangeKind, Long> counts = changes().stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));

        assertThat(counts).containsOnly(Map.entry(ChangeKind.ADDED, 159L), Map.entry(ChangeKind.INACTIVATED, 7L), Map.entry(ChangeKind.DISPLAY, 8L), Map.entry(ChangeKind.MOVED, 91L));
    }

    @Test
    void whatWasInactivatedIsToldWithItsReasonAndWhatReplacesIt() {
        List<Change> inactivated = changes().stream().filter(change -> change.kind() == ChangeKind.INACTIVATED).toList();

        Change replaced = inactivated.stream().filter(change -> change.code().equals("704318007")).findFirst().orElseThrow();
        assertThat(Objects.requireNonNull(replaced.retirement().reason()).code()).isEqualTo("900000000000483008");
        assertThat(replaced.retirement().successors()).singleElement().satisfies(successor -> {
            assertThat(successor.code()).isEqualTo("370130000");
            assertThat(successor.association().code()).isEqualTo("900000000000526001");
            assertThat(successor.association().display()).containsIgnoringCase("REPLACED BY");
        });
        Change ambiguous = inactivated.stream().filter(change -> change.code().equals("115166000")).findFirst().orElseThrow();
        assertThat(ambiguous.retirement().successors()).extracting(successor -> successor.code()).containsExactlyInAnyOrder("419036000", "409822003");
    }

    @Test
    void aRehearsalOfManyCodesTellsTheSame() {
        List<UsedCode> codes = new ArrayList<>();
        for (int ordinal = 0; ordinal < EDITIONS.getFirst().size(); ordinal++) {
            codes.add(new UsedCode(EDITIONS.getFirst().code(ordinal), null));
        }
        List<Outcome> outcomes = new UpgradeCheck(EDITIONS.getFirst(), EDITIONS.getLast(), List.of(), List.of()).check(codes);

        assertThat(outcomes).hasSize(1838);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.changes().stream()).filter(change -> change.kind() == ChangeKind.INACTIVATED)).hasSize(7);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.changes().stream()).filter(change -> change.kind() == ChangeKind.DISPLAY)).hasSize(8);
    }
}
