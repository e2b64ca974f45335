package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import no.normverk.SharedMaterial;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.ResourceStore;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Registry;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.Coverage;
import no.normverk.terminology.map.Coverage.Entry;
import no.normverk.terminology.map.Coverage.Kind;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.Translation;
import no.normverk.terminology.map.TranslationRequest;
import no.normverk.terminology.map.Translator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Norwegian ICD-10 and WHO's table to ICD-11, as they are published. */
class TransitionFiguresTest {

    private static final String ICD_10 = "urn:oid:2.16.578.1.12.4.1.1.7110";
    private static final String ICD_11 = "http://id.who.int/icd/release/11/mms";

    @TempDir
    static Path data;

    private static Registry registry = Registry.empty();

    @BeforeAll
    static void load() {
        Path codes = SharedMaterial.require("Norwegian ICD-10", "data/norway/diagnosekoder/ICD10.json");
        Path table = SharedMaterial.require("WHO map", "data/icd11/10To11MapToOneCategory.txt");
        try (ResourceStore store = ResourceStore.open(data)) {
            Loader loader = new Loader(store, List.of(), new EngineVerification(), Clock.systemUTC(), Progress.NONE);
            loader.load(new LoadRequest(List.of(codes), "1.2026.0", null, "me"));
            loader.load(new LoadRequest(List.of(table), null, null, "me"));
            loader.load(new LoadRequest(List.of(Path.of("profiles", "NamingSystem-icd-10-no.json")), null, null, "me"));
            registry = RegistryAssembler.assemble(store.current(), List.of(), List.of());
        }
    }

    private static List<Entry> entries() {
        ConceptMapDefinition map = registry.conceptMapsFrom(ICD_10).getFirst();
        MapGroup group = map.groups().stream().filter(one -> ICD_10.equals(one.source())).findFirst().orElseThrow();
        CodeSystemVersion system = Objects.requireNonNull(registry.codeSystem(ICD_10, null));
        return new Coverage(registry).of(group, system, system.active());
    }

    @Test
    void ofTheNorwegianCodesMoreThanHalfHaveNoRowOfTheirOwn() {
        List<Entry> entries = entries();

        assertThat(entries).hasSize(19_634);
        List<Entry> without = entries.stream().filter(entry -> !entry.kind().hasOwnRow()).toList();
        assertThat(without).hasSize(10_412);
        assertThat(without.stream().filter(entry -> entry.kind() == Kind.NONE)).hasSize(4_644);
        assertThat(without.stream().filter(entry -> entry.via().length() == 5)).as("by a category of four characters").hasSize(4_809);
        assertThat(without.stream().filter(entry -> entry.via().length() == 3)).as("by a category of three").hasSize(959);
        assertThat(entries.stream().filter(entry -> entry.kind() == Kind.NO_TARGET || entry.kind() == Kind.WITHOUT_CODE)).hasSize(151);
    }

    @Test
    void theChaptersAddUpToTheWhole() {
        List<Entry> entries = entries();

        assertThat(Coverage.byChapter(entries).values().stream().flatMap(counts -> counts.values().stream()).mapToInt(Integer::intValue).sum()).isEqualTo(19_634);
        assertThat(Coverage.byChapter(entries).keySet().stream().sorted().collect(Collectors.joining(" "))).isEqualTo("I II III IV IX V VI VII VIII X XI XII XIII XIV XIX XV XVI XVII XVIII XX XXI XXII");
    }

    private static Translation translate(String code) {
        return new Translator(registry).translate(new TranslationRequest(List.of(Coding.of(ICD_10, code)), null, null, null, null, ICD_11, false, List.of(), List.of()));
    }

    @Test
    void aNorwegianSubdivisionGoesByItsCategoryAndAnExternalCauseGoesNowhere() {
        assertThat(translate("M06.89").matches()).singleElement().satisfies(match -> {
            assertThat(match.mapping().equivalence()).isEqualTo("wider");
            assertThat(Objects.requireNonNull(match.via()).code()).isEqualTo("M06.8");
        });
        Translation none = translate("V0n0a");
        assertThat(none.result()).isFalse();
        assertThat(none.matches()).singleElement().satisfies(match -> assertThat(match.mapping().isUnmatched()).isTrue());
    }

    @Test
    void clustersStayWholeBlocksHaveAUriAndWhatHasNoTargetSaysSo() {
        assertThat(translate("A00.0").matches()).singleElement().satisfies(match -> assertThat(match.mapping().code()).isEqualTo("1A00&XN8P1"));
        assertThat(translate("B23.8").matches()).singleElement().satisfies(match -> assertThat(match.mapping().code()).startsWith("http://id.who.int/icd/release/11/"));
        Translation none = translate("C95.7");
        assertThat(none.result()).isFalse();
        assertThat(none.matches()).singleElement().satisfies(match -> assertThat(match.mapping().isUnmatched()).isTrue());
        assertThat(translate("M00.00").matches()).singleElement().satisfies(match -> {
            assertThat(match.mapping().equivalence()).isEqualTo("wider");
            assertThat(Objects.requireNonNull(match.via()).code()).isEqualTo("M00.0");
        });
    }

    @Test
    void everySpellingOfACodeIsTheSameConcept() {
        CodeSystemVersion system = Objects.requireNonNull(registry.codeSystem(ICD_10, null));
        assertThat(List.of(system.locate("A00.0"), system.locate("A000"), system.locate("a00.0"))).containsOnly(system.locate("A00.0")).doesNotContain(-1);
        assertThat(system.code(system.locate("v0n0a"))).isEqualTo("V0n0a");
        CodeSystemVersion other = Objects.requireNonNull(registry.codeSystem("http://hl7.org/fhir/sid/icd-10-no", null));
        assertThat(other.code(other.locate("a000"))).isEqualTo("A00.0");
    }
}
