package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and exemptions by what their obligations say, asked of the real server about the catalogue that ships with it. */
class ObligationSearchTest extends CatalogueTest {

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> ids(String search) {
        List<String> ids = new ArrayList<>();
        Asked asked = answered(search + "&_count=1000");
        asked.json().path("entry").forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        assertThat(asked.json().path("total").asInt()).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void productsAreFoundByTheDayTheyMustBeSupportedFrom() {
        assertThat(ids("Library?obligation-from=2022-02-01")).containsExactly("svarrapportering-1.4");
        assertThat(ids("Library?obligation-from=2022-02")).containsExactly("svarrapportering-1.4");
        assertThat(ids("Library?obligation-from=ge2022-02-01&obligation-from=le2022-06-30")).contains("svarrapportering-1.4");
        assertThat(ids("Library?obligation-from=gt2021-12-31")).contains("svarrapportering-1.4").doesNotContain("henvisning-1.0");
    }

    @Test
    void aDeadlineThatHasBeenMovedIsNoLongerFound() {
        // The coordinated plan of 2019 said 2021-07-01 for receiving; the plan of 2021 took its place.
        assertThat(ids("Library?obligation-from=2021-07-01")).doesNotContain("svarrapportering-1.4");
        assertThat(ids("Library?obligation-from=2020-10-01")).doesNotContain("henvisning-2.0");
    }

    @Test
    void theFirstDayOneMayBeginAndTheLastDayAreSearchedForToo() {
        assertThat(ids("Library?obligation-may-from=2021-04-01")).containsExactly("henvisning-2.0");
        assertThat(ids("Library?obligation-until=2022-06-30")).containsExactly("svarrapportering-1.3", "svarrapportering-1.4");
        assertThat(ids("Library?obligation-until:missing=false")).contains("svarrapportering-1.3").doesNotContain("kjernejournal");
    }

    @Test
    void aDeadlineWithoutADateIsNoDate() {
        assertThat(ids("Library?obligation-from:missing=true")).contains("helsefaglig-dialog");
        assertThat(ids("Library?obligation-from=ge1900-01-01")).doesNotContain("helsefaglig-dialog");
    }

    @Test
    void directionsAndLevelsOfObligationsAreCodes() {
        assertThat(ids("Library?direction=bruke")).contains("ebxml-rammeverk-1.1", "kjernejournal").doesNotContain("svarrapportering-1.4");
        assertThat(ids("Library?direction=http://normverk.no/fhir/CodeSystem/retning|bruke")).isEqualTo(ids("Library?direction=bruke"));
        assertThat(ids("Library?obligation-level=anbefalt-standard")).contains("svarrapportering-1.4");
        assertThat(ids("Library?normeringsniva=anbefalt-standard")).doesNotContain("svarrapportering-1.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"§ 6 nr. 2", "§6 nr2", "6 nr. 2", "FOR-2015-07-01-853|§ 6 nr. 2", "Forskrift om standarder og nasjonale e-helseløsninger|6 nr 2"})
    void aProvisionIsFoundHoweverItIsCited(String citation) {
        assertThat(ids("Library?legal-basis=" + encoded(citation))).containsExactly("henvisning-1.0", "henvisning-1.1");
    }

    @Test
    void aNumberWithinASpanIsFound() {
        assertThat(ids("Library?legal-basis=" + encoded("§ 6 nr. 5"))).contains("svarrapportering-1.3", "svarrapportering-1.4").doesNotContain("henvisning-1.0");
        assertThat(ids("Library?legal-basis=" + encoded("§ 6 nr. 1"))).containsExactly("tilbakemelding-om-feil");
    }

    @Test
    void lettersParagraphsAndWholeRegulationsAreFound() {
        assertThat(ids("Library?legal-basis=" + encoded("§ 5 bokstav a"))).containsExactly("ebxml-rammeverk-1.1");
        assertThat(ids("Library?legal-basis=" + encoded("§5a"))).containsExactly("ebxml-rammeverk-1.1");
        assertThat(ids("Library?legal-basis=" + encoded("§ 6"))).contains("henvisning-1.0", "svarrapportering-1.4").doesNotContain("ebxml-rammeverk-1.1");
        assertThat(ids("Library?legal-basis=FOR-2021-06-18-2023")).containsExactly("svarrapportering-1.4");
        assertThat(ids("Library?legal-basis=FOR-2015-07-01-853|")).contains("henvisning-1.0", "ebxml-rammeverk-1.1");
        assertThat(ids("Library?legal-basis=" + encoded("§ 7"))).isEmpty();
        // A comma that is part of the citation is escaped, as FHIR wants it.
        assertThat(ids("Library?legal-basis=" + encoded("4\\, jf. § 2"))).contains("nav-legeerklaering").doesNotContain("tjenestebasert-adressering-del-1");
    }

    @Test
    void actorDirectionLevelAndDayAreOfOneObligation() {
        // General practitioners send referrals, hospital trusts receive them: no hospital trust must send.
        assertThat(ids("Library?actor=helseforetak&direction=sende")).contains("henvisning-1.0");
        assertThat(ids("Library?actor-direction-level-from=" + encoded("helseforetak$sende$obligatorisk-standard$"))).doesNotContain("henvisning-1.0");
        assertThat(ids("Library?actor-direction-level-from=" + encoded("alle-virksomheter$motta$obligatorisk-standard$2022-07-01"))).containsExactly("svarrapportering-1.4");
        assertThat(ids("Library?actor-direction-level-from=" + encoded("$motta$$ge2022-02-01"))).contains("svarrapportering-1.4");
        assertThat(ids("Library?actor-direction-level-from=" + encoded("$sende$obligatorisk-standard$ge2022-07-01"))).doesNotContain("svarrapportering-1.4");
    }

    @Test
    void anObligationIsFoundByEveryKindOfOrganisationItReaches() {
        // Laid on hospital trusts and private hospitals together, and on all who give health care.
        assertThat(ids("Library?actor=helseforetak")).contains("henvisning-1.0", "svarrapportering-1.4", "kjernejournal");
        assertThat(ids("Library?actor=apotek")).contains("svarrapportering-1.4").doesNotContain("henvisning-1.0");
        assertThat(ids("Library?actor=http://normverk.no/fhir/CodeSystem/aktor|helseforetak")).isEqualTo(ids("Library?actor=helseforetak"));
    }

    @ParameterizedTest
    @CsvSource({
        "actor=sykehus, helseforetak-og-private-sykehus", "direction=sendt, 'bruke, motta, sende'", "obligation-level=plikt, obligatorisk-standard", "normeringsniva=plikt, obligatorisk-standard",
        "livssyklus=borte, utgatt", "obligation-from=neste-år, a date such as", "obligation-until=le2022-13, a date such as", "actor-direction-level-from=helseforetak$motta, actor$direction$obligation-level$obligation-from",
        "actor-direction-level-from=$$$, not all", "actor-direction-level-from=$$$snart, a date such as", "obligation-from:exact=2022-02-01, another modifier"
    })
    void whatCannotBeUsedIsRefused(String query, String expected) {
        int equals = query.indexOf('=');
        Asked refused = Asked.get(port, "Library?" + query.substring(0, equals + 1) + encoded(query.substring(equals + 1)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).contains(expected);
    }

    @Test
    void whatIsFoundComesInTheOrderOfItsDays() {
        List<String> ascending = ids("Library?obligation-from:missing=false&_sort=obligation-from");
        assertThat(ascending.indexOf("svarrapportering-1.4")).isLessThan(ascending.indexOf("henvisning-2.0"));
        List<String> descending = ids("Library?obligation-from:missing=false&_sort=-obligation-from");
        assertThat(descending.indexOf("svarrapportering-1.4")).isLessThan(descending.indexOf("henvisning-2.0"));
        Asked several = Asked.get(port, "Library?_sort=actor-direction-level-from", "Prefer", "handling=strict");
        assertThat(several.status()).isEqualTo(400);
        assertThat(several.outcome()).contains("_sort").contains("actor-direction-level-from");
    }

    @Test
    void everyParameterIsInTheCapabilityStatement() {
        List<String> listed = new ArrayList<>();
        answered("metadata").json().at("/rest/0/resource").forEach(resource -> {
            if (resource.path("type").asText().equals("Library")) {
                resource.path("searchParam").forEach(parameter -> listed.add(parameter.path("name").asText() + " " + parameter.path("type").asText()));
            }
        });
        assertThat(listed).contains(
                "direction token", "obligation-level token", "obligation-from date", "obligation-may-from date", "obligation-until date", "legal-basis token", "actor-direction-level-from composite");
    }

    @Test
    void aCodeSystemIsFoundUnderAnyOfItsNames() {
        for (String name : List.of("urn:oid:2.16.578.1.12.4.1.1.9603", "http://helsedir.no/fhir/CodeSystem/no-kodeverk-9603", "http://ehelse.no/fhir/CodeSystem/no-kodeverk-9603")) {
            assertThat(ids("Library?depends-on=" + name)).as(name).containsExactly("ihe-xds-metadata");
        }
        assertThat(ids("Library?depends-on=http://helsedir.no/fhir/CodeSystem/no-kodeverk-9603|1")).isEmpty();
        assertThat(ids("Library?depends-on=http://helsedir.no/fhir/CodeSystem/no-kodeverk-9602")).isEmpty();
    }

    @Test
    void exemptionsAreFoundByTheirDaysAndTheirProvision() {
        assertThat(ids("Basic?period=ge2020-06-01&period=le2020-06-01")).containsExactlyInAnyOrder(
                "ahus-svarrapport", "finnmarkssykehuset-svarrapport", "helgelandssykehuset-svarrapport", "nordlandssykehuset-svarrapport");
        assertThat(ids("Basic?period=ge2021-01-01")).isEmpty();
        assertThat(ids("Basic?legal-basis=" + encoded("§ 6 nr. 5"))).hasSize(6);
        // Made up and not published; it departs from the same provision.
        assertThat(ids("Basic?legal-basis=" + encoded("§ 6 nr. 2"))).containsExactly("bup-henvisning");
    }
}
