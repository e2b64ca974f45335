package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import org.junit.jupiter.api.Test;

class FinnKodeReaderTest {
    private static final String ICD_10 = """
            [{"Kode": "Z99.9", "Tekst_uten_lengdebegrensning": "Tenkt utgått kode", "Gyldig_fra": "1999-01-01T00:00:00",
              "Gyldig_til": "2004-12-31T23:59:00", "Foreldrekode": "Z99", "Rapporteres_til_NPR": null},
             {"Kode": "X", "Tekst_uten_lengdebegrensning": "(J00-J99) Tenkt kapittel", "Rapporteres_til_NPR": null, "Foreldrekode": null},
             {"Kode": "J00-J09", "Tekst_uten_lengdebegrensning": "Tenkt blokk", "Foreldrekode": "X"},
             {"Kode": "J01", "Tekst_uten_lengdebegrensning": "Tenkt kategori", "Foreldrekode": "J00-J09"},
             {"Kode": "J01.1", "Tekst_uten_lengdebegrensning": "Tenkt kode med lang tekst", "Tekst_med_maksimalt_60_tegn": "Tenkt kode",
              "Gyldig_fra": "1999-01-01T00:00:00", "Gyldig_til": null, "Rapporteres_til_NPR": "Ja", "NPR_Gyldig_fra": "2001-01-01T00:00:00",
              "Uspesifikk_kode": "Ja", "Kjønn": "Kvinne", "Foreldrekode": "J01", "Foreldrekodetekst": "Tenkt kategori"}]""";

    @Test
    void chaptersBlocksCategoriesAndCodesHangTogether() throws Exception {
        Map<String, String> parents = read(ICD_10).concepts().stream()
                .filter(concept -> concept.parent() != null)
                .collect(Collectors.toMap(ClassificationConcept::code, concept -> String.valueOf(concept.parent())));
        assertThat(parents).containsOnly(Map.entry("J00-J09", "X"), Map.entry("J01", "J00-J09"), Map.entry("J01.1", "J01"));
    }

    @Test
    void theTwoWindowsOfTimeAreProperties() throws Exception {
        assertThat(properties("J01.1"))
                .containsExactly(
                        "validFrom=1999-01-01", "nprReported=true", "nprValidFrom=2001-01-01", "sex=Kvinne", "unspecific=true");
    }

    @Test
    void aCodeWhoseValidityHasEndedIsInactive() throws Exception {
        assertThat(properties("Z99.9")).containsExactly("validFrom=1999-01-01", "validTo=2004-12-31", "inactive=true");
    }

    @Test
    void chaptersAndBlocksAreNotSelectable() throws Exception {
        assertThat(properties("X")).containsExactly("notSelectable=true");
        assertThat(properties("J00-J09")).containsExactly("notSelectable=true");
        assertThat(properties("J01")).isEmpty();
    }

    @Test
    void theShortTextIsADesignation() throws Exception {
        ClassificationConcept concept = concept("J01.1");
        assertThat(concept.display()).isEqualTo("Tenkt kode med lang tekst");
        assertThat(concept.designations()).extracting(Designation::value).containsExactly("Tenkt kode");
    }

    @Test
    void onlyPropertiesOfFieldsInTheFileAreDeclared() throws Exception {
        assertThat(read(ICD_10).header().properties().values())
                .extracting(PropertyDefinition::code)
                .contains("nprReported", "inactive")
                .doesNotContain("icpc2b", "starCode");
    }

    @Test
    void whatIsMissingOrNotKnownIsWarnedOfWithItsPlace() throws Exception {
        assertThat(read(ICD_10).facts().counts()).containsEntry("codes", 5);
        assertThat(read(ICD_10).facts().remarks()).containsExactly(
                new FileRemark(1, 2, "no row has the field NPR_Gyldig_til"),
                new FileRemark(1, 2, "'Z99' is no code of this file; 'Z99.9' was put at the top"));
        assertThat(read("""
                [{"Kode": "A01", "Tekst_uten_lengdebegrensning": "x", "Kodeverk": "y", "Gyldig_fra": null, "Foreldrekode": null, "Nytt": 1}]""").facts().remarks())
                .extracting(FileRemark::text)
                .containsExactly("no row has the field Gyldig_til", "the field Nytt is not known and was left out");
    }

    @Test
    void theFieldsTellIcpc2() throws Exception {
        Classification icpc2 = read("""
                [{"Kode": "A01", "Tekst_uten_lengdebegrensning": "Tenkt", "Kodeverk": "ICPC-2", "Tilhørighet_i_ICPC-2B": null}]""");
        assertThat(icpc2.header().url()).isEqualTo("urn:oid:2.16.578.1.12.4.1.1.7170");
    }

    @Test
    void aFileThatCouldBeEitherIsRefused() {
        assertThatThrownBy(() -> read("[{\"Kode\": \"A01\", \"Tekst_uten_lengdebegrensning\": \"Tenkt\"}]"))
                .hasMessageContaining("cannot tell which");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithFieldAndValue() {
        assertThatThrownBy(() -> read("[{\"Kode\": \"A01\", \"Tekst_uten_lengdebegrensning\": \"x\", \"Kodeverk\": \"y\", "
                + "\"Gyldig_fra\": \"i fjor\"}]"))
                .hasMessageContaining("Gyldig_fra")
                .hasMessageContaining("'i fjor'");
    }

    @Test
    void aCodeThatIsItsOwnAncestorIsRefused() {
        assertThatThrownBy(() -> read("""
                        [{"Kode": "A", "Tekst_uten_lengdebegrensning": "x", "Kodeverk": "y", "Foreldrekode": "B"},
                         {"Kode": "B", "Tekst_uten_lengdebegrensning": "x", "Foreldrekode": "A"}]"""))
                .hasMessageContaining("its own ancestor");
    }

    private static ClassificationConcept concept(String code) throws ClassificationException {
        return read(ICD_10).concepts().stream()
                .filter(concept -> concept.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.List<String> properties(String code) throws ClassificationException {
        return concept(code).properties().stream().map(FinnKodeReaderTest::text).toList();
    }

    private static String text(ConceptProperty property) {
        return property.code() + "=" + property.value().text();
    }

    private static Classification read(String json) throws ClassificationException {
        return new FinnKodeReader("2026", LocalDate.of(2026, 1, 1)).read(json.getBytes(StandardCharsets.UTF_8));
    }
}
