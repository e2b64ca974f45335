package no.normverk.loinc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Value;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoincReleaseTest {

    @TempDir
    private Path directory;

    private CodeSystemVersion loinc;

    @BeforeEach
    void read() throws IOException {
        loinc = LoincRelease.read(LoincReleaseWriter.into(directory.resolve("release")), null);
    }

    private List<String> select(String property, FilterOperator operator, String value) {
        return Arrays.stream(loinc.filter(new ConceptFilter(property, operator, value)).toArray())
                .mapToObj(loinc::code)
                .toList();
    }

    private List<String> equal(String property, String value) {
        return select(property, FilterOperator.EQUALS, value);
    }

    private List<String> values(String code, String property) {
        return loinc.properties(loinc.locate(code)).stream()
                .filter(candidate -> candidate.code().equals(property))
                .map(candidate -> candidate.value().text())
                .toList();
    }

    @Test
    void termsPartsListsAndAnswersAreConcepts() {
        for (String code : List.of("X1-1", "LP1-1", "LL1-1", "LA2-2", "LP9-9")) {
            assertThat(loinc.locate(code)).as(code).isNotNegative();
        }
        assertThat(loinc.display(loinc.locate("X1-1"))).isEqualTo("Sugar [Conc] in Blood");
        assertThat(loinc.display(loinc.locate("LL1-1"))).isEqualTo("Moods");
        assertThat(loinc.definition(loinc.locate("X1-1"))).isEqualTo("How \"sweet\", at length");
    }

    @Test
    void theVersionIsTheNewestThatATermTellsUnlessItIsStated() throws IOException {
        assertThat(loinc.header().version()).isEqualTo("9.10");
        assertThat(LoincRelease.read(directory.resolve("release"), "9.11").header().version()).isEqualTo("9.11");
    }

    @Test
    void axesArePartCodesWhereTheReleaseLinksThemAndNamesElsewhere() {
        assertThat(values("X1-1", "COMPONENT")).containsExactly("LP1-1");
        assertThat(values("X1-1", "CLASS")).containsExactly("LP3-3");
        assertThat(values("X1-1", "SYSTEM")).containsExactly("Blood");
        assertThat(loinc.properties(loinc.locate("X1-1"))).contains(new ConceptProperty("COMPONENT", new Value.Code("LP1-1")));
        assertThat(values("X1-1", "METHOD_TYP")).isEmpty();
    }

    @Test
    void discouragedAndDeprecatedConceptsAreInactiveAndHaveTheirStatus() {
        assertThat(loinc.isInactive(loinc.locate("X2-9"))).isTrue();
        assertThat(loinc.status(loinc.locate("X2-9"))).isEqualTo("DISCOURAGED");
        assertThat(loinc.isInactive(loinc.locate("LP4-4"))).isTrue();
        assertThat(loinc.isInactive(loinc.locate("X1-1"))).isFalse();
    }

    @Test
    void namesInOtherLanguagesAreDesignations() {
        int sugar = loinc.locate("X1-1");
        assertThat(loinc.designations(sugar)).extracting(designation -> designation.language() + " " + designation.value())
                .containsExactly(
                        "en-US Sugar [Conc] in Blood",
                        "en-US Sug Bld",
                        "en-US Sugar, Blood",
                        "nb-NO Sukker [kons] i blod",
                        "nb-NO Blodsukker");
        assertThat(Objects.requireNonNull(loinc.term(sugar, Languages.parse("nb"))).value()).isEqualTo("Sukker [kons] i blod");
    }

    @Test
    void partsAreFilteredByCodeOrByName() {
        assertThat(equal("COMPONENT", "LP1-1")).containsExactly("X1-1");
        assertThat(equal("COMPONENT", "Sugar")).containsExactly("X1-1");
        assertThat(select("CLASS", FilterOperator.REGEX, "LAB\\..*")).containsExactly("X1-1", "X2-9");
        assertThat(select("document-kind", FilterOperator.EXISTS, "true")).containsExactly("X3-7");
        assertThat(equal("CLASSTYPE", "4")).containsExactly("X3-7");
        assertThat(equal("STATUS", "DISCOURAGED")).containsExactly("X2-9");
    }

    @Test
    void copyrightTellsLoincsOwnFromOthers() {
        assertThat(equal("copyright", "3rdParty")).containsExactly("X3-7");
        assertThat(equal("copyright", "LOINC")).containsExactly("X1-1", "X2-9");
    }

    @Test
    void answersAreFoundByListAndByTerm() {
        for (String filter : List.of("LIST", "answers-for", "answer-list")) {
            assertThat(equal(filter, "LL1-1")).containsExactly("LA1-1", "LA2-2");
            assertThat(equal(filter, "X3-7")).containsExactly("LA1-1", "LA2-2");
            assertThat(equal(filter, "LL9-9")).isEmpty();
        }
        assertThat(values("LA2-2", "AnswerList")).containsExactly("LL1-1", "LL2-2");
        assertThat(values("LL1-1", "answers-for")).containsExactly("X3-7");
    }

    @Test
    void theHierarchyIsThatOfComponents() {
        assertThat(select("concept", FilterOperator.IS_A, "LP4-4")).containsExactlyInAnyOrder("LP4-4", "LP1-1", "X1-1", "X2-9");
        assertThat(equal("parent", "LP1-1")).containsExactly("X1-1");
        assertThat(equal("ancestor", "LP4-4")).containsExactlyInAnyOrder("LP1-1", "X1-1", "X2-9");
        assertThat(equal("descendant", "X1-1")).containsExactlyInAnyOrder("LP1-1", "LP4-4", "LP9-9");
        assertThat(equal("child", "X2-9")).containsExactly("LP4-4");
    }

    @Test
    void theUrlsOfValueSetsStandForListsPartsGroupsAndAll() {
        Registry registry =
                Registry.empty().with().codeSystem(loinc).implicit(List.of(new LoincValueSets())).build();
        ValueSetDefinition answers = Objects.requireNonNull(registry.valueSet("http://loinc.org/vs/LL1-1", null));
        assertThat(answers.canonical()).hasToString("http://loinc.org/vs/LL1-1|9.10");
        assertThat(registry.valueSet("http://loinc.org/vs", null)).isNotNull();
        assertThat(registry.valueSet("http://loinc.org/vs/LP1-1", "9.10")).isNotNull();
        assertThat(registry.valueSet("http://loinc.org/vs/LG1-1", null)).isNotNull();
        assertThat(registry.valueSet("http://loinc.org/vs/LG9-9", null)).isNull();
        assertThat(registry.valueSet("http://loinc.org/vs/LL9-9", null)).isNull();
        assertThat(registry.valueSet("http://loinc.org/vs/X1-1", null)).isNull();
        assertThat(registry.valueSet("http://loinc.org/vs/LL1-1", "1")).isNull();
    }

    @Test
    void aZipArchiveIsReadLikeADirectory() throws IOException {
        Path archive = LoincReleaseWriter.zipped(directory.resolve("loinc.zip"));
        assertThat(LoincRelease.isRelease(archive)).isTrue();
        assertThat(LoincRelease.read(archive, null).size()).isEqualTo(loinc.size());
        Path copy = directory.resolve("copy");
        assertThat(LoincRelease.copy(archive, copy)).isEqualTo(10);
        assertThat(LoincRelease.read(copy, null).size()).isEqualTo(loinc.size());
    }

    @Test
    void aDirectoryWithoutTheTableOfTermsIsNoRelease() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(LoincRelease.isRelease(empty)).isFalse();
        assertThatThrownBy(() -> LoincRelease.read(empty, null)).isInstanceOf(FileNotFoundException.class);
    }
}
