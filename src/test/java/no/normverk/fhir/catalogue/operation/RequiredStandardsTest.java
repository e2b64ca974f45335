package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is required, asked of the real server about the catalogue that ships with it. What is expected was worked out from the sources by hand. */
class RequiredStandardsTest extends CatalogueTest {

    private Asked ask(String query) {
        return answered("Library/$required-standards?" + query);
    }

    /** Products, status, level and days of a requirement, in one line. */
    private static String line(JsonNode requirement) {
        String products = Asked.parts(requirement, "satisfied-by").stream()
                .map(product -> Asked.key(Asked.part(product, "product")))
                .collect(Collectors.joining("|"));
        String level = Asked.part(requirement, "level").replace("-standard", "");
        return products + " " + Asked.part(requirement, "status") + " " + level + " " + Asked.part(requirement, "from") + ".."
                + Asked.part(requirement, "until");
    }

    private static List<String> about(Asked asked, String prefix) {
        List<String> lines = new ArrayList<>();
        for (JsonNode requirement : asked.all("requirement")) {
            String line = line(requirement);
            if (line.startsWith(prefix)) {
                lines.add(line);
            }
        }
        return lines;
    }

    @ParameterizedTest(name = "{0} {1} {2} as of {3}: {4}")
    @CsvSource(delimiter = ';', nullValues = "-", value = {
        // Svarrapport: three decisions of the coordinated plan and the regulation, two authorities
        "helseforetak; motta; 2022-03-01; 2019-12-12; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..",
        "helseforetak; motta; 2022-03-01; 2019-12-13; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2021-07-01..",
        "helseforetak; motta; 2022-03-01; 2020-06-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2021-07-01..",
        "helseforetak; motta; 2022-03-01; 2021-03-22; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2021-07-01..",
        "helseforetak; motta; 2022-03-01; 2021-04-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        "helseforetak; motta; 2022-03-01; 2021-07-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..2022-06-30 + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        "helseforetak; motta; 2022-01-31; 2021-07-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..2022-06-30",
        "helseforetak; motta; 2022-06-30; 2021-07-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..2022-06-30 + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        "helseforetak; motta; 2022-07-01; 2021-07-01; svarrapportering; svarrapportering-1.4 binding obligatorisk 2022-07-01.. + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        "helseforetak; motta; 2022-07-01; 2021-06-17; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        "helseforetak; sende; 2021-12-30; 2020-01-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..",
        "helseforetak; sende; 2021-12-31; 2020-01-01; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2021-12-31..",
        "fastleger; sende; 2022-05-31; 2021-03-23; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01..",
        "fastleger; sende; 2022-06-01; 2021-03-23; svarrapportering; svarrapportering-1.3|svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-06-01..",
        // No source says that the obligation to send ended with version 1.3.
        "fastleger; sende; 2022-06-30; 2021-07-01; svarrapportering; svarrapportering-1.4|svarrapportering-1.3 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-06-01..",
        "fastleger; sende; 2022-07-01; 2021-07-01; svarrapportering; svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-06-01..",
        "fastleger; sende; 2026-11-20; 2026-11-20; svarrapportering; svarrapportering-1.4 binding obligatorisk 2015-09-01.. + svarrapportering-1.4 binding anbefalt 2022-06-01..",
        "fastleger; motta; 2026-11-20; 2026-11-20; svarrapportering; svarrapportering-1.4 binding obligatorisk 2022-07-01.. + svarrapportering-1.4 binding anbefalt 2022-02-01..",
        // Henvisning: two equal versions, then the moved plan of version 2.0
        "fastleger; sende; 2016-01-01; -; henvisning; henvisning-1.0|henvisning-1.1 binding obligatorisk 2015-09-01..",
        "helseforetak; motta; 2016-01-01; -; henvisning; henvisning-1.0|henvisning-1.1 binding obligatorisk 2015-09-01..",
        "private-sykehus; motta; 2016-01-01; -; henvisning; henvisning-1.0|henvisning-1.1 binding obligatorisk 2015-09-01..",
        "spesialisthelsetjenesten; motta; 2016-01-01; -; henvisning; henvisning-1.0|henvisning-1.1 binding obligatorisk 2015-09-01..",
        "avtalespesialister; motta; 2016-01-01; -; henvisning-1; -",
        "fastleger; motta; 2016-01-01; -; henvisning-1; -",
        "fastleger; sende; 2015-08-31; -; henvisning; -",
        "fastleger; sende; 2021-03-31; -; henvisning-2; -",
        "fastleger; sende; 2021-04-01; -; henvisning-2; henvisning-2.0 permitted anbefalt 2021-07-01..",
        "fastleger; sende; 2021-07-01; -; henvisning-2; henvisning-2.0 binding anbefalt 2021-07-01..",
        "helseforetak; motta; 2020-12-31; -; henvisning-2; -",
        "helseforetak; motta; 2021-01-01; -; henvisning-2; henvisning-2.0 binding anbefalt 2021-01-01..",
        // Common parts
        "fastleger; bruke; 2016-01-01; -; applikasjonskvittering; applikasjonskvittering-1.0|applikasjonskvittering-1.1 binding obligatorisk 2015-09-01..",
        "apotek; bruke; 2016-01-01; -; ebxml; ebxml-rammeverk-1.1 binding obligatorisk 2015-09-01..",
        "apotek; motta; 2021-08-31; -; ebxml; -",
        "apotek; motta; 2021-09-01; -; ebxml; ebxml-rammeverk-1.1 binding obligatorisk 2021-09-01..",
        "apotek; sende; 2021-12-31; -; ebxml; -",
        "apotek; sende; 2022-01-01; -; ebxml; ebxml-rammeverk-1.1 binding obligatorisk 2022-01-01..",
        "plo; bruke; 2020-12-14; -; hodemelding; -",
        "plo; bruke; 2020-12-15; -; hodemelding; hodemelding-1.2 binding anbefalt 2020-12-15..",
        "legevakt; motta; 2016-01-01; -; tilbakemelding; tilbakemelding-om-feil binding obligatorisk 2015-09-01..",
        // Epikrise, forespørsel, PLO messages
        "plo; motta; 2016-01-01; -; epikrise-1; epikrise-1.1|epikrise-1.2 binding obligatorisk 2015-09-01..",
        "plo; sende; 2016-01-01; -; epikrise-1; epikrise-1.2 binding anbefalt ..",
        "fastleger; motta; 2016-01-01; -; epikrise-1; epikrise-1.1|epikrise-1.2 binding obligatorisk 2015-09-01..",
        "fastleger; sende; 2016-01-01; -; epikrise-1; -",
        "avtalespesialister; sende; 2016-01-01; -; epikrise-1; epikrise-1.1|epikrise-1.2 binding obligatorisk 2015-09-01..",
        "avtalespesialister; motta; 2016-01-01; -; epikrise-1; -",
        "helseforetak; sende; 2016-01-01; -; epikrise-1; epikrise-1.1|epikrise-1.2 binding obligatorisk 2015-09-01..",
        "plo; sende; 2016-01-01; -; foresporsel; foresporsel-og-svar binding obligatorisk 2015-09-01..",
        "kommuner-ohd; motta; 2016-01-01; -; foresporsel; foresporsel-og-svar binding anbefalt ..",
        "plo; sende; 2016-01-01; -; innleggelsesrapport; innleggelsesrapport-1.5|innleggelsesrapport-1.6 binding obligatorisk 2015-09-01..",
        "private-sykehus; motta; 2016-01-01; -; innleggelsesrapport; innleggelsesrapport-1.5|innleggelsesrapport-1.6 binding obligatorisk 2015-09-01..",
        "plo; sende; 2016-01-01; -; orientering; orientering-om-tjenestetilbud-1.5|orientering-om-tjenestetilbud-1.6 binding obligatorisk 2015-09-01..",
        "fastleger; motta; 2016-01-01; -; orientering; orientering-om-tjenestetilbud-1.5|orientering-om-tjenestetilbud-1.6 binding obligatorisk 2015-09-01..",
        "fastleger; sende; 2016-01-01; -; medisinske; medisinske-opplysninger-1.5|medisinske-opplysninger-1.6 binding obligatorisk 2015-09-01..",
        "plo; motta; 2016-01-01; -; medisinske; medisinske-opplysninger-1.5|medisinske-opplysninger-1.6 binding obligatorisk 2015-09-01..",
        "helseforetak; sende; 2019-09-01; -; utskrivningsrapport; utskrivningsrapport-1.6 binding anbefalt ..",
        // Withdrawn, stopped, split
        "plo; bruke; 2018-10-14; -; plo-2.0; -",
        "plo; bruke; 2019-01-01; -; plo-2.0; -",
        "plo; bruke; 2022-06-01; -; helsefaglig; helsefaglig-dialog undated anbefalt .. + helsefaglig-dialog undated anbefalt ..",
        "helseforetak; bruke; 2018-01-01; -; tjenestebasert-adressering-2015; -",
        "helseforetak; bruke; 2020-01-01; -; tjenestebasert-adressering-del-1; tjenestebasert-adressering-del-1 binding obligatorisk .. + tjenestebasert-adressering-del-1 binding anbefalt 2019-12-31..",
        "fastleger; bruke; 2020-01-01; -; tjenestebasert-adressering-del-1; tjenestebasert-adressering-del-1 binding anbefalt .. + tjenestebasert-adressering-del-1 binding anbefalt 2019-12-31..",
        // Not before the year of the edition, where no source gives a day
        "fastleger; bruke; 2015-12-31; -; tjenestebasert-adressering-del-1; -",
        "fastleger; bruke; 2016-01-01; -; tjenestebasert-adressering-del-1; tjenestebasert-adressering-del-1 binding anbefalt ..",
        "fastleger; bruke; 2016-12-31; -; tjenestebasert-adressering-del-3; -",
        "plo; bruke; 2016-12-31; -; helsefaglig; -",
        "kommuner-ohd; motta; 2013-12-31; -; innleggelsesrapport-1.6; -",
        // National solutions
        "fastleger; bruke; 2022-06-30; -; kjernejournal; -",
        "fastleger; bruke; 2022-07-01; -; kjernejournal; kjernejournal binding obligatorisk 2022-07-01..",
        "legevakt; bruke; 2022-07-01; -; kjernejournal; kjernejournal binding obligatorisk 2022-07-01..",
        "avtalespesialister; bruke; 2023-12-31; -; kjernejournal; -",
        "avtalespesialister; bruke; 2024-01-01; -; kjernejournal; kjernejournal binding obligatorisk 2024-01-01..",
        "spesialisthelsetjenesten; bruke; 2024-01-01; -; kjernejournal; kjernejournal binding obligatorisk 2022-07-01.. + kjernejournal binding obligatorisk 2024-01-01..",
        "apotek; bruke; 2021-12-31; -; helsenettet; -",
        "apotek; bruke; 2022-01-01; -; helsenettet; helsenettet binding obligatorisk 2022-01-01..",
        "helseforetak; bruke; 2022-12-31; -; helsenorge; -",
        "helseforetak; bruke; 2023-01-01; -; helsenorge; helsenorge binding obligatorisk 2023-01-01..",
        "private-sykehus; bruke; 2023-01-01; -; helsenorge; -",
        "helseforetak; bruke; 2022-07-01; -; e-resept; e-resept binding obligatorisk 2022-07-01..",
        "private-sykehus; bruke; 2022-12-31; -; e-resept; -",
        "private-sykehus; bruke; 2023-01-01; -; e-resept; e-resept binding obligatorisk 2023-01-01..",
        "avtalespesialister; bruke; 2023-01-01; -; e-resept; e-resept binding obligatorisk 2023-01-01..",
        // FHIR, terminology, NAV, roles
        "fastleger; bruke; 2024-03-01; -; fhir-basisprofiler; fhir-basisprofiler-2.2 binding anbefalt ..",
        "fastleger; bruke; 2024-01-15; -; fhir-basisprofiler; -",
        "fastleger; bruke; 2021-03-01; -; retningslinje-snomed-ct; retningslinje-snomed-ct binding retningslinje ..",
        "sykmeldere; sende; 2019-01-01; -; nav-foresporsel; nav-foresporsel-om-pasient binding obligatorisk ..",
        "fastleger; sende; 2019-01-01; -; nav-foresporsel; -",
        "virksomheter-som-tilbyr-radiologi; motta; 2016-01-01; -; rekvirering; rekvirering-1.5|rekvirering-1.6 binding obligatorisk ..",
    })
    void theCatalogueAnswers(String actor, String direction, String date, String asOf, String prefix, String expected) {
        String query = "actor=" + actor + "&direction=" + direction + "&date=" + date + (asOf == null ? "" : "&asOf=" + asOf);
        List<String> lines = expected == null ? List.of() : Arrays.asList(expected.split(" \\+ "));
        assertThat(about(ask(query), prefix)).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void twoAuthoritiesAndWhatComesNextAreToldBeforeTheLawBinds() {
        Asked asked = ask("actor=helseforetak&direction=motta&date=2022-03-01&asOf=2021-07-01");
        JsonNode plan = asked.all("requirement").stream()
                .filter(requirement -> Asked.part(requirement, "id").equals("svarrapportering-1.4#plan-2021-motta"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.part(plan, "verb")).isEqualTo("skal");
        assertThat(Asked.part(plan, "authority")).startsWith("Nasjonalt koordinert plan");
        assertThat(Asked.part(plan, "decided-on")).isEqualTo("2021-03-23");
        assertThat(Asked.parts(plan, "source")).isNotEmpty();
        JsonNode next = Asked.parts(plan, "next-change").getFirst();
        assertThat(Asked.part(next, "date")).isEqualTo("2022-07-01");
        assertThat(Asked.parts(next, "change").stream()
                        .map(change -> Asked.part(change, "kind") + " " + Asked.key(Asked.part(change, "product")) + "#" + Asked.part(change, "obligation")))
                .containsExactlyInAnyOrder(
                        "begins svarrapportering-1.4#forskrift-2021-motta",
                        "ends svarrapportering-1.4#sidestilt-motta-opphor");
        JsonNode law = Asked.parts(next, "change").stream()
                .filter(change -> Asked.part(change, "kind").equals("begins"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.part(law, "authority")).isEqualTo("Helse- og omsorgsdepartementet");
        assertThat(Asked.part(law, "legal-basis")).contains("§ 6 nr. 4-8");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "983971636, 2019-06-01, exempt, 2020-12-31", // Ahus
        "983971636, 2020-12-31, exempt, 2020-12-31",
        "983971636, 2021-01-01, binding, ''",
        "983974880, 2020-06-01, exempt, 2020-12-31", // Finnmarkssykehuset
        "983974929, 2020-06-01, exempt, 2020-12-31", // Helgelandssykehuset
        "983974910, 2020-06-01, exempt, 2020-12-31", // Nordlandssykehuset
        "997005562, 2019-12-31, exempt, 2019-12-31", // Helse Møre og Romsdal
        "997005562, 2020-01-01, binding, ''",
        "983974791, 2019-06-01, exempt, 2019-12-31", // Helse Nord-Trøndelag
        "993467049, 2019-06-01, binding, ''" // Oslo universitetssykehus: no exemption
    })
    void anExemptionFreesItsOrganisationUntilItEnds(String number, String date, String status, String until) {
        Asked asked = ask("actor=helseforetak&direction=motta&date=" + date + "&organization=" + number);
        JsonNode requirement = asked.all("requirement").stream()
                .filter(one -> Asked.part(one, "id").startsWith("forskrift-6-4-8"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.part(requirement, "status")).isEqualTo(status);
        assertThat(Asked.parts(requirement, "exemption").stream().map(exemption -> Asked.part(exemption, "until")).findFirst().orElse(""))
                .isEqualTo(until);
    }

    @Test
    void anExemptionWithAConditionIsToldAndFreesNobodyFromTheRest() {
        Asked asked = ask("actor=fastleger&direction=sende&date=2018-06-01");
        JsonNode referral = asked.all("requirement").stream()
                .filter(one -> Asked.part(one, "id").equals("forskrift-6-2-henvisning/sende"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.part(referral, "status")).isEqualTo("binding");
        JsonNode exemption = Asked.parts(referral, "exemption").getFirst();
        assertThat(Asked.part(exemption, "reference")).isEqualTo("Basic/bup-henvisning");
        assertThat(Asked.part(exemption, "condition")).contains("BUP");
        assertThat(about(ask("actor=fastleger&direction=sende&date=2019-01-01"), "henvisning-1")).hasSize(1);
        assertThat(ask("actor=fastleger&direction=sende&date=2019-01-01").text()).doesNotContain("bup-henvisning");
    }

    @Test
    void whatIsNotPublishedIsInNoAnswerCountOrTotal() {
        assertThat(Asked.get(port, "Basic/enkeltperson").status()).isEqualTo(404);
        assertThat(Asked.get(port, "Basic/enkeltperson/_history").status()).isEqualTo(404);
        assertThat(Asked.get(port, "Basic/enkeltperson/_history/1").status()).isEqualTo(404);
        Asked all = Asked.get(port, "Basic?_count=100");
        assertThat(all.json().path("total").asInt()).isEqualTo(8);
        assertThat(all.text()).doesNotContain("enkeltperson").doesNotContain("Lege Ukjent");
        assertThat(Asked.get(port, "Basic?organization=999999999").json().path("total").asInt()).isZero();
        String question = "actor=fastleger&direction=sende&date=2025-01-01&organization=";
        Asked asked = ask(question + "999999999");
        assertThat(asked.text()).doesNotContain("enkeltperson");
        assertThat(about(asked, "henvisning")).isEqualTo(about(ask(question + "983971636"), "henvisning"));
        String deadlines = "Library/$upcoming-deadlines?from=2030-01-01&to=2031-01-01";
        assertThat(Asked.get(port, deadlines + "&organization=999999999").value("total"))
                .isEqualTo(Asked.get(port, deadlines).value("total"));
    }

    @Test
    void exemptionsAreFoundByOrganisationActorAndEnd() {
        assertThat(Asked.get(port, "Basic?code=unntak&organization=983971636").json().path("total").asInt()).isEqualTo(2);
        assertThat(Asked.get(port, "Basic?actor=fastleger").json().path("total").asInt()).isEqualTo(1);
        assertThat(Asked.get(port, "Basic?until=ge2020-01-01").json().path("total").asInt()).isEqualTo(4);
    }

    @Test
    void aCollectionTellsWhichOfItsMembersAreBound() {
        JsonNode requirement = ask("actor=spesialisthelsetjenesten&direction=motta&date=2016-01-01").all("requirement").stream()
                .filter(one -> Asked.part(one, "id").equals("forskrift-6-2-henvisning/motta"))
                .findFirst()
                .orElseThrow();
        JsonNode reason = Asked.parts(requirement, "reason").getFirst();
        assertThat(Asked.part(reason, "actor")).isEqualTo("spesialisthelsetjenesten");
        assertThat(Asked.part(reason, "bound-as")).isEqualTo("helseforetak-og-private-sykehus");
        assertThat(Asked.parts(reason, "member").stream().map(Asked::value)).containsExactly("helseforetak", "private-sykehus");
    }

    @Test
    void severalActorsAreAUnionWithAReasonForEach() {
        JsonNode kjernejournal = ask("actor=helseforetak&actor=fastleger&direction=bruke&date=2022-08-01").all("requirement").stream()
                .filter(one -> line(one).startsWith("kjernejournal"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.parts(kjernejournal, "reason").stream().map(reason -> Asked.part(reason, "actor")))
                .containsExactly("helseforetak", "fastleger");
    }

    @Test
    void levelsTopicsAndPagesNarrowTheAnswer() {
        Asked mandatory = ask("actor=helseforetak&date=2022-08-01&level-min=obligatorisk-standard");
        assertThat(mandatory.all("requirement")).isNotEmpty().allSatisfy(one -> assertThat(Asked.part(one, "verb")).isEqualTo("må"));
        Asked laboratory = ask("actor=helseforetak&date=2022-08-01&topic=laboratorie-og-radiologi");
        assertThat(laboratory.all("requirement")).isNotEmpty().hasSizeLessThan(ask("actor=helseforetak&date=2022-08-01").all("requirement").size());
        int total = Integer.parseInt(mandatory.value("total"));
        List<String> paged = Stream.iterate(0, offset -> offset < total, offset -> offset + 3)
                .flatMap(offset -> ask("actor=helseforetak&date=2022-08-01&level-min=obligatorisk-standard&count=3&offset=" + offset)
                        .all("requirement").stream())
                .map(one -> Asked.part(one, "id"))
                .toList();
        assertThat(paged).isEqualTo(mandatory.all("requirement").stream().map(one -> Asked.part(one, "id")).toList());
    }

    @Test
    void theAnswerSaysOnWhatDayAndKnowledgeItRests() {
        Asked asked = ask("actor=helseforetak&date=2022-03-01&asOf=2021-07-01");
        assertThat(asked.value("date")).isEqualTo("2022-03-01");
        assertThat(asked.value("asOf")).isEqualTo("2021-07-01");
        assertThat(asked.value("latest-decision")).isEqualTo("2021-06-18");
        assertThat(asked.value("knowledge")).contains("2021-07-01");
        assertThat(asked.all("role-not-asked").stream().map(Asked::value)).contains("rekvirenter", "henvisende-virksomheter");
        assertThat(asked.all("requirement")).allSatisfy(one -> assertThat(Asked.parts(one, "source")).isNotEmpty());
        Asked today = ask("actor=helseforetak");
        assertThat(today.value("date")).isEqualTo(CatalogueServer.TODAY);
        assertThat(today.value("asOf")).isEqualTo(CatalogueServer.TODAY);
    }

    @Test
    void aProductWithdrawnOnAnUnknownDayIsNamedAsLeftOut() {
        Asked asked = ask("actor=helseforetak&direction=bruke&date=2017-01-01");
        assertThat(asked.all("left-out").stream().map(one -> Asked.key(Asked.part(one, "product")))).contains("tjenestebasert-adressering-2015");
    }

    @Test
    void wordsComeInTheLanguageAskedFor() {
        String query = "Library/$required-standards?actor=helseforetak&direction=motta&date=2022-08-01&level-min=obligatorisk-standard&count=1";
        assertThat(Asked.part(Asked.get(port, query).all("requirement").getFirst(), "deviation-rule")).contains("forskriften");
        assertThat(Asked.part(Asked.get(port, query + "&displayLanguage=nn").all("requirement").getFirst(), "deviation-rule")).contains("forskrifta");
        Asked english = Asked.get(port, query, "Accept-Language", "en-GB");
        assertThat(Asked.part(english.all("requirement").getFirst(), "deviation-rule")).contains("exemption");
        assertThat(Asked.part(english.all("requirement").getFirst(), "verb")).isEqualTo("must");
        assertThat(english.all("actor").getFirst().at("/valueCoding/display").asText()).isEqualTo("Hospital trusts");
    }

    @Test
    void aBodyAsksAsAQueryDoes() {
        Asked posted = Asked.post(port, "Library/$required-standards", "{'resourceType':'Parameters','parameter':["
                + "{'name':'actor','valueCoding':{'system':'http://normverk.no/fhir/CodeSystem/aktor','code':'fastleger'}},"
                + "{'name':'direction','valueCode':'sende'},{'name':'date','valueDate':'2016-01-01'}]}");
        assertThat(posted.text()).isEqualTo(ask("actor=fastleger&direction=sende&date=2016-01-01").text());
        Asked xml = Asked.get(port, "Library/$required-standards?actor=fastleger&direction=sende&date=2016-01-01&_format=xml");
        assertThat(xml.contentType()).contains("application/fhir+xml");
        assertThat(xml.text()).contains("henvisning-1.1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
        "required-standards; actor; one of",
        "required-standards?actor=sykehus; 'sykehus'; helseforetak-og-private-sykehus",
        "required-standards?actor=http://x.no|fastleger; actor.system; http://normverk.no/fhir/CodeSystem/aktor",
        "required-standards?actor=fastleger&direction=begge; 'begge'; sende, motta, bruke",
        "required-standards?actor=fastleger&level-min=lov; 'lov'; veileder, retningslinje, anbefalt-standard, obligatorisk-standard",
        "required-standards?actor=fastleger&date=1990-01-01; '1990-01-01'; when the catalogue begins",
        "required-standards?actor=fastleger&date=2022-02-30; '2022-02-30'; YYYY-MM-DD",
        "required-standards?actor=fastleger&date=i dag; 'i dag'; YYYY-MM-DD",
        "required-standards?actor=fastleger&asOf=2026-11-21; '2026-11-21'; not after today, 2026-11-20",
        "required-standards?actor=fastleger&topic=frimerker; 'frimerker'; laboratorie-og-radiologi",
        "required-standards?actor=fastleger&topic=frimerker; 'frimerker'; informasjonssikkerhet",
        "required-standards?actor=fastleger&organization=983971637; '983971637'; the last of which checks the others",
        "required-standards?actor=fastleger&count=mange; 'mange'; whole number",
        "changes-since; since; YYYY-MM-DD",
        "changes-since?since=2022-01-01&until=2021-01-01; since; 2021-01-01",
        "changes-since?since=2021-01-01&until=2027-01-01; '2027-01-01'; 2026-11-20",
        "changes-since?since=2021-01-01&level=hard; 'hard'; veileder",
        "upcoming-deadlines?from=2022-01-01&to=2021-01-01; from; 2021-01-01",
        "gap-analysis?actor=fastleger; supports; svarrapportering-1.4",
        "gap-analysis?actor=fastleger&supports=HIS 80822; 'HIS 80822'; svarrapportering-1.3, svarrapportering-1.4",
        "gap-analysis?actor=fastleger&supports=telefaks; 'telefaks'; HIS 80822:2014",
        "gap-analysis?actor=fastleger&register-entry=Patient/eksempel-journal-4.2; register-entry; DeviceDefinition/[id]"
    })
    void aQuestionThatMakesNoSenseIsRefusedWithWhatWouldMakeSense(String question, String names, String expected) {
        Asked asked = Asked.get(port, "Library/$" + question.replace(" ", "%20"));
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(asked.outcome()).contains(names).contains(expected);
    }
}
