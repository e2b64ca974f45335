package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DiagnosekoderReaderTest {
    @Test
    void anIcd10CodeGetsItsDotBackAndKeepsItsCase() throws Exception {
        Classification icd10 = read("""
                [{"code": "A33", "text": "Stivkrampe hos nyfødt"}, {"code": "A000", "text": "Kolera"}, {"code": "V0n0a", "text": "Fotgjenger"}]""");
        assertThat(icd10.concepts()).extracting(ClassificationConcept::code).containsExactly("A00.0", "A33", "V0n0a");
        assertThat(icd10.header().url()).isEqualTo("urn:oid:2.16.578.1.12.4.1.1.7110");
        assertThat(icd10.header().version()).isEqualTo("1.2026.0");
        assertThat(icd10.header().caseSensitive()).isFalse();
        assertThat(icd10.aliases()).containsExactly("http://hl7.org/fhir/sid/icd-10-no");
    }

    @Test
    void theParentIsTheLongestPrefixThatIsInTheList() throws Exception {
        Classification icd10 = read("""
                [{"code": "A000", "text": "a"}, {"code": "A00", "text": "b"}, {"code": "A0001", "text": "c"}, {"code": "B0001", "text": "d"}]""");
        assertThat(icd10.concepts()).extracting(ClassificationConcept::code).containsExactly("A00", "A00.0", "A00.01", "B00.01");
        assertThat(icd10.concepts()).extracting(ClassificationConcept::parent).containsExactly(null, "A00", "A00.0", null);
    }

    @Test
    void aListOfShortCodesIsIcpc2AndItsSubdivisionsHaveNoDot() throws Exception {
        Classification icpc2 = read("""
                [{"code": "R99", "text": "Luftveissykdom IKA"}, {"code": "R991", "text": "Covid-19"}, {"code": "A01", "text": "Smerte"}]""");
        assertThat(icpc2.header().url()).isEqualTo("urn:oid:2.16.578.1.12.4.1.1.7170");
        assertThat(icpc2.concepts()).extracting(ClassificationConcept::code).containsExactly("A01", "R99", "R991");
        assertThat(icpc2.concepts().get(2).parent()).isEqualTo("R99");
    }

    @Test
    void aRubricOfIcpc2TellsItsChapterAndComponentAndASubdivisionHasTheSame() throws Exception {
        Classification icpc2 = read("""
                [{"code": "A29", "text": "a"}, {"code": "A30", "text": "b"}, {"code": "A50", "text": "c"}, {"code": "A60", "text": "d"},
                 {"code": "A62", "text": "e"}, {"code": "A63", "text": "f"}, {"code": "R99", "text": "g"}, {"code": "R991", "text": "h"}]""");
        assertThat(icpc2.concepts())
                .extracting(concept -> concept.code() + " " + concept.properties().stream()
                        .map(property -> property.code() + "=" + property.value().text())
                        .toList())
                .containsExactlyInAnyOrder(
                        "A29 [chapter=A, component=1]",
                        "A30 [chapter=A, component=2]",
                        "A50 [chapter=A, component=3]",
                        "A60 [chapter=A, component=4]",
                        "A62 [chapter=A, component=5]",
                        "A63 [chapter=A, component=6]",
                        "R99 [chapter=R, component=7]",
                        "R991 [chapter=R, component=7]");
    }

    @Test
    void anHtmlLineBreakInATextBecomesASpace() throws Exception {
        Classification icd10 = read("""
                [{"code": "B179", "text": "Akutt virushepatitt.<br/>Akutt hepatitt,  <1 år"}]""");
        assertThat(icd10.concepts().getFirst().display()).isEqualTo("Akutt virushepatitt. Akutt hepatitt, <1 år");
    }

    @Test
    void aCodeThatIsThereTwiceIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("[{\"code\": \"A000\", \"text\": \"a\"},\n {\"code\": \"A000\", \"text\": \"b\"}]"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("'A000' is in the list twice");
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(2);
                });
    }

    @Test
    void aTruncatedFileIsRefusedWithThePlaceWhereItEnds() {
        assertThatThrownBy(() -> read("[{\"code\": \"A000\", \"text\": \"a\"},\n {\"code\": \"A0"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("Not well-formed JSON");
                    assertThat(e.line()).isEqualTo(2);
                });
    }

    @Test
    void aRowWithoutTextIsRefused() {
        assertThatThrownBy(() -> read("[{\"code\": \"A000\", \"text\": \" \"}]")).hasMessageContaining("A row without text");
    }

    @Test
    void aCodeOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> read("[{\"code\": \"A000\", \"text\": \"a\"}, {\"code\": \"1234567\", \"text\": \"b\"}]"))
                .hasMessageContaining("'1234567'");
    }

    private static Classification read(String json) throws ClassificationException {
        return DiagnosekoderReader.read(json.getBytes(StandardCharsets.UTF_8), "1.2026.0");
    }
}
