package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Value;
import org.junit.jupiter.api.Test;

/** A made-up list in the layout of the laboratory codes. */
class NlkReaderTest {
    private static final Charset CP_1252 = Charset.forName("windows-1252");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String HEADER = "Kode;Ugyldig i NLK fra;Dato ny;Erstattes av;Sist endret dato;Hva er endret;Norsk_bruksnavn;Komponent;System;Enhet;Kodedefinisjon;Ny kolonne\r\n";

    private static Classification read(String... rows) throws ClassificationException {
        return NlkReader.read((HEADER + String.join("", rows)).getBytes(CP_1252), "7280.99", TODAY);
    }

    @Test
    void aCodeHasItsNameItsDefinitionItsDaysAndEveryColumn() throws ClassificationException {
        Classification all = read(
                "NOR1;01.03.2020;25.01.2013;NPU2\u00a0;24.01.2022;Enhet;P-Bl\u00e5b\u00e6r;B\u00e6r;Plasma;\u00b5mol/L;\"P\u2014Berry; = ? \u00b5mol/L\";noe\r\n",
                "NPU2;;01.03.2020;;;;P-B\u00e6r;B\u00e6r;Plasma;;;\r\n");
        ClassificationConcept first = all.concepts().getFirst();
        assertThat(first.display()).isEqualTo("P-Bl\u00e5b\u00e6r");
        assertThat(first.definition()).isEqualTo("P\u2014Berry; = ? \u00b5mol/L");
        assertThat(first.properties()).contains(
                new ConceptProperty("unit", new Value.Text("\u00b5mol/L")),
                new ConceptProperty("nykolonne", new Value.Text("noe")),
                new ConceptProperty("validFrom", new Value.DateTime("2013-01-25")),
                new ConceptProperty("validTo", new Value.DateTime("2020-02-29")),
                new ConceptProperty("replacedBy", new Value.Code("NPU2")),
                new ConceptProperty("inactive", new Value.Bool(true)));
        assertThat(all.facts().counts()).containsEntry("codes", 2).containsEntry("with an end", 1).containsEntry("replaced", 1);
        assertThat(all.facts().remarks()).singleElement().satisfies(remark -> {
            assertThat(List.of(remark.line(), remark.column())).containsExactly(2, 4);
            assertThat(remark.text()).contains("no-break space");
        });
    }

    @Test
    void whatIsDamagedIsRefusedWithItsPlace() {
        String good = "NPU2;;01.03.2020;;;;P-B;B;Plasma;;;\r\n";
        assertThatThrownBy(() -> read(good, "NPU2;;01.03.2020;;;;P-Annet;B;Plasma;;;\r\n"))
                .isInstanceOfSatisfying(ClassificationException.class, e -> {
                    assertThat(e).hasMessageContaining("in line 2 already, with another meaning");
                    assertThat(List.of(e.line(), e.column())).containsExactly(3, 1);
                });
        assertThatThrownBy(() -> read(good, "NPU3;;2020-03-01;;;;P-B;B;Plasma;;;\r\n")).hasMessage("Column 'Dato ny': '2020-03-01' is no day such as 01.03.2020");
        assertThatThrownBy(() -> read(good, "NPU3;;01.03")).hasMessageContaining("3 cells where 12 were expected");
        for (String column : new String[] {"Ugyldig i NLK fra", "Dato ny", "Erstattes av"}) {
            byte[] without = (HEADER.replace(column, "Noe annet") + good).getBytes(CP_1252);
            assertThatThrownBy(() -> NlkReader.read(without, "1", TODAY)).hasMessageContaining("The column '" + column + "' is missing");
        }
        byte[] lost = (HEADER + good.replace("Plasma", "\u00d8\ufffd")).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> NlkReader.read(lost, "1", TODAY)).hasMessageContaining("a character was lost");
    }
}
