package no.normverk.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Value;
import no.normverk.terminology.map.MapTarget;
import org.junit.jupiter.api.Test;

class CsvCodeSystemReaderTest {
    private static final String DESCRIPTOR = """
            separator: ";"
            encoding: windows-1252
            dateFormat: dd.MM.yyyy
            codeSystem: {url: http://x.no/fruit, version: "2026", name: Fruit, aliases: [urn:oid:1.2.3]}
            columns: {code: Kode, display: Navn, parent: Over, validFrom: Fra, invalidFrom: Ugyldig, replacedBy: Ny}
            properties:
              - {code: count, column: Antall, type: integer}
              - {code: tree, column: Tre, type: boolean}
            designations:
              - {column: Nynorsk, language: nn}
            maps:
              - {url: http://x.no/map, name: FruitMap, target: http://x.no/other, column: Annet, separator: ",", main: Hoved}
            """;
    private static final String TABLE = """
            Kode;Navn;Nynorsk;Over;Fra;Ugyldig;Ny;Antall;Tre;Annet;Hoved
            A2;P\u00e6re;P\u00e6re;A;01.01.2020;01.01.2021;A1;3;ja;Z12;
            A;Frukt;;;01.01.2020;;;1;nei;;
            A1;Eple;Eplet;A;01.01.2020;;;2;ja;Z10,Z11;Z11
            """;

    private static CsvCodeSystemReader.Content read(String descriptor, String table) throws Exception {
        return CsvCodeSystemReader.read(descriptor.getBytes(UTF_8), table.getBytes(Charset.forName("windows-1252")), LocalDate.of(2026, 11, 20));
    }

    @Test
    void everyColumnBecomesWhatTheDescriptorSays() throws Exception {
        Classification fruit = read(DESCRIPTOR, TABLE).codeSystem();
        assertThat(fruit.header().url()).isEqualTo("http://x.no/fruit");
        assertThat(fruit.aliases()).containsExactly("urn:oid:1.2.3");
        assertThat(fruit.concepts()).extracting(ClassificationConcept::code).containsExactly("A", "A2", "A1");
        ClassificationConcept pear = fruit.concepts().get(1);
        assertThat(pear.display()).isEqualTo("P\u00e6re");
        assertThat(pear.parent()).isEqualTo("A");
        assertThat(pear.properties()).containsExactly(
                new ConceptProperty("count", new Value.Whole(3)),
                new ConceptProperty("tree", new Value.Bool(true)),
                new ConceptProperty("validFrom", new Value.DateTime("2020-01-01")),
                new ConceptProperty("validTo", new Value.DateTime("2020-12-31")),
                new ConceptProperty("inactive", new Value.Bool(true)),
                new ConceptProperty("replacedBy", new Value.Code("A1")));
        assertThat(fruit.concepts().get(2).designations()).containsExactly(new Designation("nn", null, "Eplet"));
    }

    @Test
    void theHierarchyMayBeInTheCodes() throws Exception {
        String descriptor = """
                codeSystem: {url: http://x.no/atc, version: "2031", name: Atc}
                columns: {code: Kode, display: Navn}
                hierarchy: prefixes
                """;
        Classification atc = read(descriptor, "Kode;Navn\nQ01AB;Minst\nQ;Storst\nQ01;Mellom\nR;Annet\n").codeSystem();
        assertThat(atc.concepts()).extracting(concept -> concept.code() + " < " + concept.parent()).containsExactly("Q < null", "Q01 < Q", "Q01AB < Q01", "R < null");
        assertThatThrownBy(() -> read(descriptor.replace("prefixes", "codes"), "Kode;Navn\nQ;x\n")).hasMessage("'hierarchy': the word prefixes was expected");
        assertThatThrownBy(() -> read(descriptor.replace("Navn}", "Navn, parent: Navn}"), "Kode;Navn\nQ;x\n")).hasMessageContaining("there is a column 'parent' already");
    }

    @Test
    void aMapHasItsMainReferenceFirst() throws Exception {
        ClassificationMap map = read(DESCRIPTOR, TABLE).maps().getFirst();
        assertThat(map.groups().getFirst().source()).isEqualTo("http://x.no/fruit");
        assertThat(map.groups().getFirst().elements()).extracting(element -> element.code() + element.targets().stream().map(MapTarget::code).toList())
                .containsExactly("A2[Z12]", "A1[Z11, Z10]");
    }

    @Test
    void aMistakeInTheDescriptorIsToldWithItsPlace() {
        assertThatThrownBy(() -> read(DESCRIPTOR.replace("columns: {code: Kode,", "columns: {kode: Kode,"), TABLE)).hasMessage("'code' is missing");
        assertThatThrownBy(() -> read(DESCRIPTOR + "colour: red\n", TABLE))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("'colour' is not known here");
                    assertThat(List.of(e.line(), e.column())).containsExactly(13, 9);
                });
        assertThatThrownBy(() -> read("codeSystem: [", TABLE)).hasMessageContaining("Not YAML");
    }

    @Test
    void aMistakeInTheTableIsToldWithItsPlace() {
        assertThatThrownBy(() -> read(DESCRIPTOR, TABLE.replace("Kode;", "Code;"))).hasMessageContaining("The column 'Kode' is missing");
        assertThatThrownBy(() -> read(DESCRIPTOR, TABLE.replace(";2;ja", ";two;ja")))
                .isInstanceOfSatisfying(TableException.class, e ->
                        assertThat(List.of(e.refusal().line(), e.refusal().column())).containsExactly(4, 8));
        assertThatThrownBy(() -> read(DESCRIPTOR, TABLE + "A1;Apfel;;;;;;;;;\n")).hasMessageContaining("in line 4 already, with another meaning");
    }
}
