package no.normverk.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.normverk.terminology.map.MapTarget;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class CsvMapReaderTest {
    private static final String DESCRIPTOR = """
            separator: tab
            conceptMap: {url: http://x.no/map, version: "2031", name: Map, source: http://x.no/from, target: http://x.no/to}
            columns: {source: Fra, sourceDisplay: Tekst, target: Til, main: Hoved}
            noTarget: [ingen]
            """;
    private static final String PAIRS = """
            Fra\tTekst\tTil\tHoved
            A1\tEple\tZ10\t
            A1\tEple\tZ11\tja
            A2\tP\u00e6re\tZ12\tnei
            A3\tPlomme\tingen\t
            """;

    private static ClassificationMap read(String descriptor, String table) throws Exception {
        return CsvMapReader.read(descriptor.getBytes(UTF_8), table.getBytes(UTF_8));
    }

    private static List<String> told(ClassificationMap map) {
        return map.groups().getFirst().elements().stream().map(element -> element.code() + told(element.targets())).toList();
    }

    private static List<String> told(List<MapTarget> targets) {
        return targets.stream()
                .map(target -> target.equivalence() + " " + target.code() + (target.comment() == null ? "" : " (" + target.comment() + ")"))
                .toList();
    }

    private static AbstractThrowableAssert<?, ?> refused(String descriptor, String table, int line, int column) {
        return assertThatThrownBy(() -> read(descriptor, table)).isInstanceOfSatisfying(
                TableException.class, e -> assertThat(List.of(e.refusal().line(), e.refusal().column())).containsExactly(line, column));
    }

    @Test
    void aRowIsAPairAndTheMainReferenceComesFirst() throws Exception {
        ClassificationMap map = read(DESCRIPTOR, PAIRS);
        assertThat(told(map)).containsExactly("A1[relatedto Z11 (main reference), relatedto Z10]", "A2[relatedto Z12]", "A3[unmatched null]");
        assertThat(map.groups().getFirst().source()).isEqualTo("http://x.no/from");
        assertThat(map.groups().getFirst().target()).isEqualTo("http://x.no/to");
        assertThat(map.groups().getFirst().elements().getFirst().display()).isEqualTo("Eple");
        assertThat(map.facts().counts()).containsEntry("rows", 4).containsEntry("source codes", 3).containsEntry("targets", 3)
                .containsEntry("main references", 1).containsEntry("explicitly without a target", 1);
    }

    @Test
    void aCellMayHoldAllTargetsAndAnotherTheMainOne() throws Exception {
        String descriptor = DESCRIPTOR.replace("main: Hoved", "mainTarget: Hoved") + "targetSeparator: \",\"\n";
        assertThat(told(read(descriptor, "Fra\tTekst\tTil\tHoved\nA1\tEple\tZ10, Z11,Z12\tZ11\nA2\tP\tZ10\tZ13\n"))).containsExactly(
                "A1[relatedto Z11 (main reference), relatedto Z10, relatedto Z12]", "A2[relatedto Z13 (main reference), relatedto Z10]");
    }

    @Test
    void aTableWithoutAHeaderGetsItsColumnsNamesFromTheDescriptor() throws Exception {
        String descriptor = DESCRIPTOR + "header: [Fra, Tekst, Til, Hoved]\nmainMark: H\n";
        assertThat(told(read(descriptor, "A1\tEple\tZ10\t\nA1\tEple\tZ11\tH\n"))).containsExactly("A1[relatedto Z11 (main reference), relatedto Z10]");
        refused(descriptor, "A1\tEple\tZ10\t\nA1\tEple\tZ11\n", 2, 3).hasMessageContaining("3 cells where 4 were expected");
    }

    @Test
    void aColumnMayTellHowTheTwoCompare() throws Exception {
        String descriptor = """
                conceptMap: {url: http://x.no/map, version: "1", name: Map, source: http://x.no/from, target: http://x.no/to}
                columns: {source: fra, target: til, targetDisplay: tekst, equivalence: forhold, comment: merknad}
                equivalence: inexact
                equivalences: {lik: equivalent, videre: wider}
                """;
        String table = "fra;til;tekst;forhold;merknad\nA1;Z1;En;lik;\nA2;Z2;To;videre;se ogs\u00e5 Z3\nA3;Z3;Tre;narrower;\nA4;Z4;Fire;;\n";
        ClassificationMap map = read(descriptor, table);
        assertThat(told(map)).containsExactly("A1[equivalent Z1]", "A2[wider Z2 (se ogs\u00e5 Z3)]", "A3[narrower Z3]", "A4[inexact Z4]");
        assertThat(map.groups().getFirst().elements().getFirst().targets().getFirst().display()).isEqualTo("En");
        refused(descriptor, table + "A5;Z5;Fem;like;\n", 6, 4).hasMessageContaining("'like' is none of");
        assertThatThrownBy(() -> read(descriptor.replace("lik: equivalent", "lik: same"), table)).hasMessageContaining("'lik': one of [relatedto");
    }

    @Test
    void whatContradictsItselfIsRefusedWithItsPlace() {
        refused(DESCRIPTOR, PAIRS + "A1\tEple\tZ12\tja\n", 6, 3).hasMessageContaining("'A1' has two main references; the other, 'Z11', is in line 3");
        refused(DESCRIPTOR, PAIRS + "A3\tPlomme\tZ1\t\n", 6, 3).hasMessageContaining("a target here and none in line 5");
        refused(DESCRIPTOR, PAIRS + "A2\tP\u00e6re\tingen\t\n", 6, 3).hasMessageContaining("none here and a target in line 4");
        refused(DESCRIPTOR, PAIRS + "A2\tP\u00e6re\tZ12\tja\n", 6, 3).hasMessageContaining("in line 4 already, in another way");
        refused(DESCRIPTOR, PAIRS + "A2\tP\u00e6re\tZ13\tjaa\n", 6, 4).hasMessageContaining("'jaa' is neither of");
        refused(DESCRIPTOR, PAIRS + "\tP\u00e6re\tZ13\t\n", 6, 1).hasMessageContaining("the cell is empty");
        refused(DESCRIPTOR, PAIRS.replace("Til", "Mot"), 1, 0).hasMessageContaining("The column 'Til' is missing");
    }

    @Test
    void whatWasPassedOverIsWarnedOf() throws Exception {
        ClassificationMap map = read(DESCRIPTOR, PAIRS + "A2\tP\u00e6re\tZ12\tnei\nA4\tDrue\t\t\n");
        assertThat(map.facts().remarks()).extracting(FileRemark::line).containsExactly(6, 7);
        assertThat(told(map)).hasSize(3);
    }

    @Test
    void aMistakeInTheDescriptorIsToldWithItsPlace() {
        assertThatThrownBy(() -> read(DESCRIPTOR.replace("source: Fra", "from: Fra"), PAIRS)).hasMessage("'source' is missing");
        assertThatThrownBy(() -> read(DESCRIPTOR + "colour: red\n", PAIRS)).hasMessageContaining("'colour' is not known here");
        assertThatThrownBy(() -> read(DESCRIPTOR.replace("conceptMap:", "codeSystem:"), PAIRS)).hasMessageContaining("'conceptMap' is missing");
    }
}
