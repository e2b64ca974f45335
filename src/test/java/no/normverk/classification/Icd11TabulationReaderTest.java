package no.normverk.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up tabulation in the layout of WHO's. */
class Icd11TabulationReaderTest {
    private static final String HEADER = "\uFEFFFoundation URI\tLinearization URI\tCode\tBlockId\tTitle\tClassKind\tDepthInKind\tIsResidual\tChapterNo\t"
            + "BrowserLink\tPrimary tabulation\tVersion:2031 Feb 03 - 22:30 UTC\r\n";
    private static final String CHAPTER = row("1", "1", "", "", "Ailments", "chapter", "False", "01", "");
    private static final String BLOCK = row("2", "2", "", "BlockL1-9A0", "- Minor ailments", "block", "False", "01", "");
    private static final String CATEGORY = row("3", "3", "9A00", "", "- - \"\"Sneezing\"\",\nsevere", "category", "False", "01", "False");
    private static final String LEAF = row("4", "4", "9A00.0", "", "- - - Sneezing at night", "category", "False", "01", "True");
    private static final String RESIDUAL = row("", "3/other", "9A00.Y", "", "- - - Other sneezing", "category", "True", "01", "True");
    private static final String EXTENSIONS = row("5", "5", "", "", "Extension Codes", "chapter", "False", "X", "");
    private static final String NAMELESS = row("6", "6", "", "", "- Severity", "block", "False", "X", "");
    private static final String EXTENSION = row("7", "7", "XS9Z", "", "- - Loud", "category", "False", "X", "False");

    private static String row(
            String foundation, String entity, String code, String block, String title, String kind, String residual, String chapter, String primary) {
        return (foundation.isEmpty() ? "" : "http://id.who.int/icd/entity/" + foundation)
                + "\thttp://id.who.int/icd/release/11/mms/" + entity + "\t" + code + "\t\"" + block + "\"\t\"" + title + "\"\t" + kind + "\t1\t" + residual
                + "\t" + chapter + "\t\"=hyperlink(\"\"https://icd.who.int/browse11/l-m/en#/x\"\")\"\t" + primary + "\r\n";
    }

    private static Classification read(String... rows) throws ClassificationException {
        return Icd11TabulationReader.read((HEADER + String.join("", rows)).getBytes(UTF_8), null);
    }

    private static ClassificationConcept concept(Classification all, String code) {
        return all.concepts().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void theHierarchyIsInTheDashesOfTheTitles() throws ClassificationException {
        Classification all = read(CHAPTER, BLOCK, CATEGORY, LEAF, RESIDUAL, EXTENSIONS, NAMELESS, EXTENSION);
        assertThat(all.header().version()).isEqualTo("2031-02");
        assertThat(all.header().language()).isEqualTo("en");
        assertThat(all.concepts()).extracting(ClassificationConcept::code)
                .containsExactly("01", "BlockL1-9A0", "9A00", "9A00.0", "9A00.Y", "X", "6", "XS9Z");
        assertThat(all.concepts()).extracting(ClassificationConcept::parent)
                .containsExactly(null, "01", "BlockL1-9A0", "9A00", "9A00", null, "X", "6");
        assertThat(concept(all, "9A00").display()).isEqualTo("\"Sneezing\", severe");
        assertThat(all.facts().counts()).containsEntry("rows", 8).containsEntry("codes", 4).containsEntry("chapters", 2);
    }

    @Test
    void aConceptKeepsItsKindItsUrisAndWhatItMayBeUsedFor() throws ClassificationException {
        Classification all = read(CHAPTER, BLOCK, CATEGORY, LEAF, RESIDUAL, EXTENSIONS, NAMELESS, EXTENSION);
        assertThat(concept(all, "9A00.Y").properties()).containsExactly(
                new ConceptProperty("kind", new Value.Code("category")),
                new ConceptProperty("chapter", new Value.Code("01")),
                new ConceptProperty("residual", new Value.Bool(true)),
                new ConceptProperty("primaryTabulation", new Value.Bool(true)),
                new ConceptProperty("linearizationUri", new Value.Text("http://id.who.int/icd/release/11/mms/3/other")));
        assertThat(concept(all, "XS9Z").properties()).contains(new ConceptProperty("extensionCode", new Value.Bool(true)));
        assertThat(concept(all, "6").properties()).contains(new ConceptProperty("notSelectable", new Value.Bool(true)));
    }

    @Test
    void inATranslatedFileTheEnglishTitleIsADesignation() throws ClassificationException {
        String file = "Foundation URI\tLinearization (release) URI\tCode\tTitleEN\tTitle\tClassKind\tBrowserLink\tCodingNote\tParent\t2031-Feb-03\n"
                + "http://id.who.int/icd/entity/1\thttp://id.who.int/icd/release/11/2031-02/mms/1\t9A00\tSneezing\tNysing\tcategory\t"
                + "https://icd.who.int/browse/2031-02/mms/nb#1\t\"Only once.\nNever twice.\"\thttp://id.who.int/icd/release/11/2031-02/mms\n";
        Classification all = Icd11TabulationReader.read(file.getBytes(UTF_8), null);
        ClassificationConcept only = all.concepts().getFirst();
        assertThat(all.header().language()).isEqualTo("nb");
        assertThat(only.display()).isEqualTo("Nysing");
        assertThat(only.designations()).containsExactly(new Designation("en", null, "Sneezing"));
        assertThat(only.properties()).contains(new ConceptProperty("codingNote", new Value.Text("Only once.\nNever twice.")));
    }

    @Test
    void aRowThatRepeatsAnotherIsPassedOverWithALineNumber() throws ClassificationException {
        assertThat(read(CHAPTER, BLOCK, CHAPTER).facts().remarks())
                .extracting(FileRemark::line, FileRemark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "column 'Code': '01' repeats line 2 and was passed over"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "e;http://id.who.int/icd/release/11/mms/9;9A|3|3|cut line",
        "e;http://id.who.int/icd/release/11/mms/9;01;;Other;category;1;False;01;;|3|3|already, with another meaning",
        "e;nonsense;9A;;Other;category;1;False;01;;|3|2|no URI of an entity",
        "e;http://id.who.int/icd/release/11/mms/9;;;Other;category;1;False;01;;|3|3|a category without a code",
        "e;http://id.who.int/icd/release/11/mms/9;9A;;- - - Deep;category;1;False;01;;|3|5|3 levels deep",
        "e;http://id.who.int/icd/release/11/mms/9;9A;;Other;category;1;Perhaps;01;;|3|8|neither True nor False",
        "e;http://id.who.int/icd/release/11/mms/9;9A;;\"Open;category;1;False;01;;|3|0|Not a table",
    })
    void aDamagedRowIsRefusedWithLineAndColumn(String row, int line, int column, String why) {
        assertThatThrownBy(() -> read(CHAPTER, row.replace(';', '\t') + "\r\n"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining(why);
                    assertThat(List.of(e.line(), e.column())).containsExactly(line, column);
                });
    }

    @Test
    void aMissingColumnAndAnotherEncodingAreRefused() {
        assertThatThrownBy(() -> Icd11TabulationReader.read(HEADER.replace("ClassKind", "Class").concat(CHAPTER).getBytes(UTF_8), null))
                .hasMessageContaining("The column 'ClassKind' is missing");
        byte[] latin = (HEADER.substring(1) + CHAPTER.replace("Ailments", "M\u00e9ni\u00e8re"))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Icd11TabulationReader.read(latin, null))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("Wrong encoding: the byte 0xe9");
                    assertThat(e.line()).isEqualTo(2);
                });
    }
}
