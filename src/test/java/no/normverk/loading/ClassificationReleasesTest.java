package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.normverk.SharedMaterial;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.ResourceStore;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import no.normverk.terminology.change.Change;
import no.normverk.terminology.change.ChangeKind;
import no.normverk.terminology.change.VersionDifference;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapTarget;
import no.normverk.terminology.validity.Day;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classifications as their owners publish them: what is loaded is what is in the files, counted. */
class ClassificationReleasesTest {
    private static final String MMS = "http://id.who.int/icd/release/11/mms";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

    @TempDir
    Path data;

    private LoadReport load(@Nullable String version, Path... files) {
        try (ResourceStore store = ResourceStore.open(data)) {
            return new Loader(store, List.of(), new EngineVerification(), Clock.systemUTC(), Progress.NONE)
                    .load(new LoadRequest(List.of(files), version, null, "me"));
        }
    }

    private Registry registry() {
        try (ResourceStore store = ResourceStore.open(data)) {
            return RegistryAssembler.assemble(store.current(), List.of(), List.of());
        }
    }

    @Test
    void icd11HasAllRowsOfTheTabulationWithItsPlacesInTheHierarchy() {
        LoadReport report = load(null, SharedMaterial.require("ICD-11 MMS tabulation", "data/icd11/simple-tab-icd11-mms.zip"));
        assertThat(report.files().getFirst().description()).contains("36044 rows", "34663 codes", "28 chapters", "1353 blocks");
        CodeSystemVersion mms = registry().codeSystem(MMS, "2024-01");
        assertThat(mms).isNotNull();
        assertThat(mms.size()).isEqualTo(36_044);
        assertThat(mms.hierarchy().isSelfOrAncestor(mms.locate("01"), mms.locate("1A00"))).isTrue();
        assertThat(mms.isAbstract(mms.locate("BlockL1-1A0"))).isTrue();
    }

    @Test
    void theTableTo11Has12597RowsAndKeepsClustersWhole() {
        LoadReport report = load(null, SharedMaterial.require("WHO map", "data/icd11/10To11MapToOneCategory.txt"));
        assertThat(report.files().getFirst().description())
                .contains("12597 rows", "826 to clusters", "291 to blocks", "5 explicitly without a target");
        ConceptMapDefinition map = registry().conceptMapsFrom(ICD_10).getFirst();
        assertThat(map.version()).isEqualTo("2024-01");
        MapGroup group = map.groups().getFirst();
        assertThat(group.targets("A00.0")).singleElement().extracting(MapTarget::code).isEqualTo("1A00&XN8P1");
        assertThat(group.targets("C95.7")).singleElement().extracting(MapTarget::equivalence).isEqualTo("unmatched");
        assertThat(group.targets("A00-A09")).singleElement().extracting(MapTarget::code)
                .isEqualTo("http://id.who.int/icd/release/11/2024-01/mms/588616678");
    }

    @Test
    void theLaboratoryCodesAre10390OfWhich1479HaveAnEnd() {
        LoadReport report = load(null, SharedMaterial.require("NLK", "data/norway/nlk/Norsk_laboratoriekodeverk_7280.61.csv"));
        FileSummary file = report.files().getFirst();
        assertThat(file.description()).contains("10390 codes", "1479 with an end", "1080 replaced");
        assertThat(file.warnings()).singleElement().asString().contains("line 2114, column 4", "NPU29503");
        CodeSystemVersion nlk = registry().codeSystem("http://helsedir.no/fhir/CodeSystem/no-kodeverk-7280-nlk", "7280.61");
        assertThat(nlk).isNotNull();
        assertThat(nlk.size()).isEqualTo(10_390);
        assertThat(nlk.isInactive(nlk.locate("NOR05001"))).isTrue();
        assertThat(registry().codeSystem("urn:oid:2.16.578.1.12.4.1.1.7280", null)).isNotNull();
    }

    @Test
    void whatChangedAmongTheLaboratoryCodesInTwoYearsIsCountedInTheirRows() {
        load(null, SharedMaterial.require("NLK", "data/norway/nlk/Norsk_laboratoriekodeverk_7280.61.csv"));
        List<Change> changes = VersionDifference.between(laboratoryCodes("2019-01-01"), laboratoryCodes("2021-01-01"), List.of());

        assertThat(changes.stream().filter(change -> change.kind() == ChangeKind.INACTIVATED)).hasSize(333);
        assertThat(changes.stream().filter(change -> !change.retirement().successors().isEmpty())).hasSize(128);
        assertThat(changes.stream().filter(change -> change.kind() == ChangeKind.ACTIVATED)).hasSize(452);
        assertThat(changes).hasSize(333 + 452);
    }

    private CodeSystemVersion laboratoryCodes(String day) {
        Registry then = registry().on(new Day(LocalDate.parse(day), true));
        return Objects.requireNonNull(then.codeSystem("http://helsedir.no/fhir/CodeSystem/no-kodeverk-7280-nlk", "7280.61"));
    }

    @Test
    void aFragmentOfIcd10GmHas77Classes() {
        LoadReport report = load(null, SharedMaterial.require("ClaML", "data/icd10/icd10gm2019_fragment_77classes.claml.xml"));
        assertThat(report.files().getFirst().description()).contains("77 classes", "75 of kind category");
    }
}
