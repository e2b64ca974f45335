package no.normverk.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdministrativeCodeListReaderTest {
    private static final String FRUIT = """
            {
              "id": "9998",
              "name": "Frukt",
              "title": "Frukt",
              "description": "Tenkte koder for frukt.",
              "version": "1.0.0",
              "status": "Til utbredelse eller er i bruk",
              "status_last_changed": "2020-12-04T11:04:13.0000000",
              "owner": "Fruktdirektoratet",
              "valid_from": "2003-03-02T00:00:00.000",
              "active": true,
              "concepts": [
                {"code": "1", "display": "Eple", "definition": "Rødt\\r\\neller grønt"},
                {"code": "2", "display": "Pære ", "definition": ""}
              ]
            }""";

    @Test
    void theListIsCalledByTheDirectoratesAddressAndKnownByItsOid() throws Exception {
        Classification list = read(FRUIT);
        assertThat(list.header().url()).isEqualTo("http://helsedir.no/fhir/CodeSystem/no-kodeverk-9998");
        assertThat(list.aliases()).containsExactly(
                "urn:oid:2.16.578.1.12.4.1.1.9998",
                "http://ehelse.no/fhir/CodeSystem/no-kodeverk-9998",
                "http://helsedirektoratet.no/fhir/CodeSystem/no-kodeverk-9998");
        assertThat(list.header().version()).isEqualTo("1.0.0");
        assertThat(list.header().name()).isEqualTo("NoKodeverk9998");
        assertThat(list.header().title()).isEqualTo("9998 Frukt");
        assertThat(list.publisher()).isEqualTo("Fruktdirektoratet");
    }

    @Test
    void listsWhoseAddressIsKnownOtherwiseKeepIt() throws Exception {
        assertThat(read(FRUIT.replace("9998", "7280")).header().url()).isEqualTo("http://helsedir.no/fhir/CodeSystem/no-kodeverk-7280-nlk");
        assertThat(read(FRUIT.replace("9998", "7275")).header().url()).isEqualTo("urn:oid:2.16.578.1.12.4.1.1.7275");
    }

    @Test
    void displaysAreOnOneLineAndDefinitionsKeepTheirLines() throws Exception {
        assertThat(read(FRUIT).concepts()).extracting(ClassificationConcept::display).containsExactly("Eple", "Pære");
        assertThat(read(FRUIT).concepts()).extracting(ClassificationConcept::definition).containsExactly("Rødt\neller grønt", null);
    }

    @Test
    void theDaysOfTheListAreKept() throws Exception {
        assertThat(read(FRUIT).header().standing().date()).isEqualTo("2020-12-04");
        assertThat(read(FRUIT).header().standing().inForceSince()).isEqualTo("2003-03-02");
    }

    @Test
    void theDirectoratesStatusBecomesFhirsAndIsToldInItsOwnWords() throws Exception {
        assertThat(status(FRUIT)).isEqualTo("active");
        assertThat(status(FRUIT.replace("Til utbredelse eller er i bruk", "Til anbefaling"))).isEqualTo("active");
        assertThat(status(FRUIT.replace("Til utbredelse eller er i bruk", "Under utarbeidelse"))).isEqualTo("draft");
        assertThat(status(FRUIT.replace("\"active\": true", "\"active\": false"))).isEqualTo("retired");
        assertThat(read(FRUIT).description()).isEqualTo("Tenkte koder for frukt.\n\nStatus hos utgiveren: Til utbredelse eller er i bruk.");
    }

    @Test
    void aStatusNobodyKnowsIsWarnedOf() throws Exception {
        Classification list = read(FRUIT.replace("Til utbredelse eller er i bruk", "På loftet"));
        assertThat(list.header().standing().status()).isEqualTo("active");
        assertThat(list.facts().remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.text()).contains("På loftet", "taken as active");
            assertThat(remark.line()).isEqualTo(7);
        });
    }

    @Test
    void membersThatAreNotKnownAreWarnedOfAndThoseOfCodesAreProperties() throws Exception {
        Classification list = read(FRUIT.replace("\"active\": true,", "\"active\": true, \"colour\": \"red\",")
                .replace("\"display\": \"Eple\"", "\"display\": \"Eple\", \"valid_from\": \"2003-03-02T00:00:00\", \"valid_to\": \"2010-12-31T23:59:00\", \"taste\": \"sour\""));
        assertThat(list.facts().remarks()).extracting(FileRemark::text).containsExactly("the member 'colour' is not known and was left out");
        assertThat(list.concepts().getFirst().properties()).extracting(property -> property.code() + "=" + property.value().text())
                .containsExactly("validFrom=2003-03-02", "validTo=2010-12-31", "inactive=true", "taste=sour");
        assertThat(list.header().properties()).containsOnlyKeys("validFrom", "validTo", "inactive", "taste");
    }

    @Test
    void aCodeThatIsThereTwiceIsRefusedUnlessItMeansTheSame() throws Exception {
        refused(FRUIT.replace("\"code\": \"2\"", "\"code\": \"1\""), 14, "'1' is in line 13 already, with another meaning");
        Classification repeated = read(FRUIT.replace("\"code\": \"2\", \"display\": \"Pære \", \"definition\": \"\"", "\"code\": \"1\", \"display\": \"Eple\", \"definition\": \"Rødt\\r\\neller grønt\""));
        assertThat(repeated.concepts()).hasSize(1);
        assertThat(repeated.facts().remarks()).extracting(FileRemark::line).containsExactly(14);
    }

    @Test
    void aDamagedListIsRefusedWhereItIsDamaged() {
        refused(FRUIT.substring(0, FRUIT.indexOf("Pære")), 14, "Not well-formed JSON");
        refused(FRUIT.replace("\"display\": \"Pære \", ", ""), 14, "without display");
        refused(FRUIT.replace("\"code\": \"2\", ", ""), 14, "without code");
        refused(FRUIT.replace("\"9998\"", "\"frukt\""), 2, "'frukt'");
        refused(FRUIT.replace("2003-03-02T", "2. mars T"), 10, "'valid_from'");
        refused(FRUIT.replace("\"active\": true", "\"active\": \"ja\""), 11, "'active'");
        refused(FRUIT.replace("\"id\": \"9998\",", ""), 1, "no 'id'");
        refused(FRUIT.replace("\"version\": \"1.0.0\",", ""), 1, "--version");
        refused(FRUIT.replace("\"code\": \"2\",", "\"code\": \"2\", \"code\": \"3\","), 14, "Duplicate field 'code'");
        refused(FRUIT.replace("\"version\": \"1.0.0\",", "\"version\": [],"), 6, "'version'");
        refused(FRUIT.substring(0, FRUIT.indexOf('[') + 1) + "]}", 1, "no codes");
        refused(FRUIT + "{}", 16, "Something follows");
    }

    @Test
    void anotherEncodingThanUtf8IsRefusedAtTheFirstByteThatTells() {
        assertThatThrownBy(() -> read(FRUIT.getBytes(Charset.forName("windows-1252"))))
                .isInstanceOfSatisfying(ClassificationException.class, refusal -> {
                    assertThat(refusal.line()).isEqualTo(13);
                    assertThat(refusal).hasMessageContaining("UTF-8");
                });
    }

    @Test
    void aListIsToldByItsMembers() {
        assertThat(AdministrativeCodeListReader.recognises(Set.of("id", "title", "owner", "concepts"))).isTrue();
        assertThat(AdministrativeCodeListReader.recognises(Set.of("id", "title", "owner"))).isFalse();
        assertThat(AdministrativeCodeListReader.recognises(Set.of("id", "concepts"))).isFalse();
    }

    private static String status(String json) throws ClassificationException {
        return read(json).header().standing().status();
    }

    private static void refused(String json, int line, String reason) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(ClassificationException.class, refusal -> {
            assertThat(refusal).hasMessageContaining(reason);
            assertThat(refusal.line()).as(reason).isEqualTo(line);
        });
    }

    private static Classification read(String json) throws ClassificationException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Classification read(byte[] json) throws ClassificationException {
        return new AdministrativeCodeListReader(null, LocalDate.parse("2026-01-01")).read(json);
    }
}
