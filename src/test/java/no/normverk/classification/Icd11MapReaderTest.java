package no.normverk.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapTarget;
import org.junit.jupiter.api.Test;

/** Made-up tables in the layouts of WHO's five. */
class Icd11MapReaderTest {
    private static final String ONE = "10ClassKind\t10DepthInKind\ticd10Code\ticd10Chapter\ticd10Title\t11ClassKind\t11DepthInKind\t"
            + "ICD-11 FoundationURI\tLinearization (releaseURI)\ticd11Code\ticd11Chapter\ticd11Title\t2031-Feb-03\r\n";
    private static final String SEVERAL = "10ClassKind\tDepth\ticd10Code\ticd10Chapter\ticd10Title\t11ClassKind\tDepth\t"
            + "ICD-11 Foundation URI\tLinearization (release) URI\ticd11Code\ticd11Chapter\ticd11Title\t2031-Feb-03\r\n";
    private static final String BACK = "Linearization (release) URI\ticd11Code\ticd11Chapter\ticd11Title\ticd10Code\ticd10Chapter\ticd10Title\t2031-Feb-03\r\n";
    private static final String FOUNDATION = "10ClassKind\t10DepthInKind\ticd10Code\ticd10Chapter\ticd10Title\tICD-11 FoundationURI\ticd11Title\t2031-Feb-03\r\n";
    private static final String FOUNDATION_BACK = "Foundation URI\ticd11Code\ticd11Chapter\ticd11Title\ticd10Code\ticd10Title\r\n";

    private static final String MMS = "http://id.who.int/icd/release/11/2031-02/mms/";

    private static String to11(String code, String entity, String target) {
        String uris = entity.isEmpty() ? "No Mapping\t" : "http://id.who.int/icd/entity/" + entity + "\t" + MMS + entity;
        return "category\t1\t" + code + "\tI\tSource\tcategory\t1\t" + uris + "\t" + target + "\t01\tTarget\r\n";
    }

    private static ClassificationMap read(String header, String... rows) throws ClassificationException {
        return Icd11MapReader.read((header + String.join("", rows)).getBytes(UTF_8), null);
    }

    private static Map<String, List<String>> targets(ClassificationMap map) {
        return map.groups().getFirst().elements().stream().collect(Collectors.toMap(
                ListedMapGroup.Element::code,
                element -> element.targets().stream().map(target -> target.equivalence() + " " + target.code()).toList()));
    }

    @Test
    void oneCategoryGivesCodesClustersBlocksAndTheStatementThatThereIsNone() throws ClassificationException {
        ClassificationMap map = read(ONE, to11("Z90.0", "1", "9A00"), to11("Z90.1", "2", "9A00&XS9Z/9B1Y"), to11("Z91", "3", ""), to11("Z92", "", ""));
        assertThat(map.version()).isEqualTo("2031-02");
        assertThat(map.date()).isEqualTo("2031-02-03");
        assertThat(targets(map)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Z90.0", List.of("relatedto 9A00"),
                "Z90.1", List.of("relatedto 9A00&XS9Z/9B1Y"),
                "Z91", List.of("relatedto " + MMS + "3"),
                "Z92", List.of("unmatched null")));
        assertThat(map.groups()).extracting(ClassificationMap.Group::source)
                .containsExactly("http://hl7.org/fhir/sid/icd-10", "urn:oid:2.16.578.1.12.4.1.1.7110");
        assertThat(map.facts().counts())
                .containsEntry("rows", 4).containsEntry("to clusters", 1).containsEntry("to blocks", 1).containsEntry("explicitly without a target", 1);
    }

    @Test
    void severalCategoriesGiveSeveralTargets() throws ClassificationException {
        ClassificationMap map = read(SEVERAL, to11("Z90.0", "1", "9A00"), to11("Z90.0", "2", "9B00"), to11("Z90.0", "2", "9B00"));
        assertThat(targets(map)).containsExactly(Map.entry("Z90.0", List.of("relatedto 9A00", "relatedto 9B00")));
        assertThat(map.url()).endsWith("who-icd-10-to-icd-11-several-categories");
        assertThat(map.facts().remarks()).extracting(FileRemark::line).containsExactly(4);
    }

    @Test
    void severalCategoriesAreAlsoToldByTheNameOfTheFile() throws ClassificationException {
        byte[] file = (ONE + to11("Z90.0", "1", "9A00") + to11("Z90.0", "2", "9B00")).getBytes(UTF_8);
        ClassificationMap map = Icd11MapReader.read(file, null, "10To11MapToMultipleCategories.txt");
        assertThat(map.name()).isEqualTo("WhoIcd10ToIcd11SeveralCategories");
        assertThat(targets(map)).containsExactly(Map.entry("Z90.0", List.of("relatedto 9A00", "relatedto 9B00")));
    }

    @Test
    void aTableOfTheLinearizationWithoutItsCodesIsRefused() {
        assertThatThrownBy(() -> read(ONE.replace("icd11Code", "eleven"), to11("Z90.0", "1", "9A00")))
                .isInstanceOfSatisfying(ClassificationException.class, refusal -> assertThat(refusal.line()).isEqualTo(1))
                .hasMessageContaining("'icd11Code' is missing");
    }

    @Test
    void columnsMayBeAddedMovedAndSpelledOtherwise() throws ClassificationException {
        String header = "Extra\tICD-10 Code\tICD 11 Code\tLinearization (release) URI\tICD-11 Foundation URI\tICD-11 title\t2031-Feb-03\r\n";
        ClassificationMap map = read(header, "x\tZ90.0\t9A00\t" + MMS + "1\thttp://id.who.int/icd/entity/1\tTarget\r\n");
        assertThat(targets(map)).containsExactly(Map.entry("Z90.0", List.of("relatedto 9A00")));
    }

    @Test
    void whichWayATableLeadsIsToldByItsNameWhereTheColumnsAreMoved() throws ClassificationException {
        String moved = "ICD-11 Code\tLinearization URI\tICD-10 Code\t2031-Feb-03\r\n9A00\t" + MMS + "1\tZ90.0\r\n";
        assertThat(Icd11MapReader.read(moved.getBytes(UTF_8), null, "10To11MapToOneCategory.txt").name()).isEqualTo("WhoIcd10ToIcd11OneCategory");
        assertThat(Icd11MapReader.read(moved.getBytes(UTF_8), null, "table.txt").name()).isEqualTo("WhoIcd11ToIcd10OneCategory");
        byte[] there = (ONE + to11("Z90.0", "1", "9A00")).getBytes(UTF_8);
        assertThat(Icd11MapReader.read(there, null, "icd_11to10.txt").name()).isEqualTo("WhoIcd11ToIcd10OneCategory");
    }

    @Test
    void aTableWithoutTheCodesOfIcd10IsKnownForWhatItIsAndRefused() {
        String header = ONE.replace("icd10Code", "ten");
        assertThat(Icd11MapReader.recognises(header.strip())).isTrue();
        assertThat(Icd11TabulationReader.recognises(header.strip())).isFalse();
        assertThatThrownBy(() -> read(header, to11("Z90.0", "1", "9A00"))).hasMessageContaining("The column 'icd10Code' is missing");
    }

    @Test
    void theTableBackHasItsNoMappingInTheColumnOfIcd10() throws ClassificationException {
        ClassificationMap map = read(
                BACK,
                MMS + "1\t9A00\t01\tSource\tZ90.0\tI\tTarget\r\n",
                MMS + "2\t\t01\tBlock\tZ90-Z99\tI\tTarget\r\n",
                MMS + "3\t9B00\t01\tSource\tNo Mapping\t\t\r\n");
        assertThat(targets(map)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "9A00", List.of("relatedto Z90.0"), MMS + "2", List.of("relatedto Z90-Z99"), "9B00", List.of("unmatched null")));
        assertThat(map.groups()).singleElement().satisfies(group -> assertThat(group.source()).isEqualTo(Icd11.MMS));
    }

    @Test
    void theFoundationSaysHowTargetsCompareInCellsWithoutAName() throws ClassificationException {
        ClassificationMap map = read(
                FOUNDATION,
                "category\t1\tZ90.0\tI\tSource\thttp://id.who.int/icd/entity/1\tTarget\tEquivalent\t0\r\n",
                "category\t1\tZ90.1\tI\tSource\thttp://id.who.int/icd/entity/2\tTarget\tSubclass\t-2\r\n",
                "category\t1\tZ90.2\tI\tSource\tNo Mapping\t\t\t\r\n");
        assertThat(targets(map)).containsExactlyInAnyOrderEntriesOf(
                Map.of("Z90.0", List.of("equivalent 1"), "Z90.1", List.of("wider 2"), "Z90.2", List.of("unmatched null")));
        MapTarget subclass = map.groups().getFirst().elements().get(1).targets().getFirst();
        assertThat(subclass.comment()).isEqualTo("Number in WHO's table: -2");
        assertThat(map.groups().getFirst().target()).isEqualTo("http://id.who.int/icd/entity");
    }

    @Test
    void theFoundationBackNeedsToBeToldItsRelease() throws ClassificationException {
        byte[] file = (FOUNDATION_BACK + "http://id.who.int/icd/entity/1\t9A00\t01\tSource\tZ90.0\tTarget\r\n").getBytes(UTF_8);
        assertThatThrownBy(() -> Icd11MapReader.read(file, null)).hasMessageContaining("name the release with --version");
        assertThat(targets(Icd11MapReader.read(file, "2031-02"))).containsExactly(Map.entry("1", List.of("relatedto Z90.0")));
    }

    @Test
    void aSecondTargetWhereOnlyOneMayBeIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read(ONE, to11("Z90.0", "1", "9A00"), to11("Z90.0", "2", "9B00")))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("'Z90.0' is mapped in line 2 already");
                    assertThat(List.of(e.line(), e.column())).containsExactly(3, 3);
                });
    }

    @Test
    void aCodeThatIsNoneAndACutLineAreRefusedWithTheirPlaces() {
        assertThatThrownBy(() -> read(ONE, to11("Z90.0", "1", "not a code")))
                .hasMessage("Column 'icd11Code': 'not a code' is no code of ICD-11");
        assertThatThrownBy(() -> read(ONE, to11("Z90.0", "1", "9A00"), "category\t1\tZ9"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> assertThat(List.of(e.line(), e.column())).containsExactly(3, 3));
    }
}
