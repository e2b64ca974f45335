package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import no.normverk.catalogue.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed and what is due, asked of the real server; the calendar and the feed are read by libraries that know the formats. */
class ChangesAndDeadlinesTest extends CatalogueTest {

    private Asked ask(String question) {
        return answered("Library/$" + question);
    }

    private static String change(JsonNode change) {
        String moved = Asked.part(change, "field").isEmpty()
                ? ""
                : " " + Asked.part(change, "field") + " " + Asked.part(change, "old") + ">" + Asked.part(change, "new");
        return Asked.part(change, "date") + " " + Asked.part(change, "kind") + " " + Asked.key(Asked.part(change, "product")) + moved;
    }

    private List<String> changes(String query) {
        return ask("changes-since?" + query).all("change").stream().map(ChangesAndDeadlinesTest::change).toList();
    }

    @Test
    void aMovedPlanAndANewRegulationAreChanges() {
        assertThat(changes("since=2021-03-22&until=2021-06-18&actor=helseforetak")).containsExactlyInAnyOrder(
                "2021-03-23 moved svarrapportering-1.4 mustFrom 2021-07-01>2022-02-01",
                "2021-03-23 moved svarrapportering-1.4 mustFrom 2021-12-31>2022-06-01",
                "2021-06-18 ended svarrapportering-1.3 until >2022-06-30",
                "2021-06-18 ended svarrapportering-1.3 until >2022-06-30",
                "2021-06-18 ended svarrapportering-1.4 until >2022-06-30",
                "2021-06-18 new svarrapportering-1.4");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(nullValues = "-", value = {
        "2006-10-10, 2006-10-11, 2006-10-11 published dialogmelding-1.0",
        "2019-12-12, 2019-12-13, 2019-12-13 new svarrapportering-1.4",
        "2021-04-01, 2021-06-17, -",
        "2018-10-14, 2018-10-15, 2018-10-15 withdrawn plo-2.0-del-1",
        "2023-07-31, 2023-08-31, 2023-08 withdrawn eresept-m24.1",
        "2024-02-29, 2024-03-31, 2024-03 withdrawn anbefaling-amqp",
        "2024-01-31, 2024-02-29, 2024-02 new fhir-basisprofiler-2.2",
        "2024-04-09, 2024-04-10, 2024-04-10 withdrawn kommunikasjon-av-epj-innhold",
        "2025-12-14, 2025-12-15, 2025-12-15 revised svarrapportering-1.4",
        "2023-05-31, 2023-06-30, 2023-06 withdrawn identifikatorer-for-personer"
    })
    void whatHappenedInASpanIsTold(String since, String until, String expected) {
        List<String> changes = changes("since=" + since + "&until=" + until);
        if (expected == null) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).contains(expected);
        }
    }

    @Test
    void everyChangeHasItsDecisionAndSource() {
        Asked asked = ask("changes-since?since=2021-06-17&until=2021-06-18&actor=helseforetak");
        JsonNode law = asked.all("change").stream()
                .filter(change -> Asked.part(change, "kind").equals("new"))
                .findFirst()
                .orElseThrow();
        assertThat(Asked.part(law, "authority")).isEqualTo("Helse- og omsorgsdepartementet");
        assertThat(Asked.part(law, "from")).isEqualTo("2022-07-01");
        assertThat(asked.all("change")).allSatisfy(change -> assertThat(Asked.parts(change, "source")).isNotEmpty());
        assertThat(Integer.parseInt(asked.value("undated"))).isPositive();
        assertThat(asked.value("comment")).contains(asked.value("undated"));
    }

    @Test
    void whoAsksFromTheDayBeforeTheCatalogueBeginsIsToldEverything() {
        Asked refused = Asked.get(port, "Library/$changes-since?since=0001-01-01", "Accept-Language", "en");
        String first = refused.outcome().replaceAll(".* from (\\d{4}-\\d\\d-\\d\\d) on.*", "$1");
        int whole = ask("changes-since?since=" + first).all("change").size();
        int spans = 0;
        LocalDate since = LocalDate.parse(first);
        while (since.isBefore(LocalDate.parse(CatalogueServer.TODAY))) {
            LocalDate until = since.plusYears(1).isAfter(LocalDate.parse(CatalogueServer.TODAY)) ? LocalDate.parse(CatalogueServer.TODAY) : since.plusYears(1);
            spans += ask("changes-since?since=" + since + "&until=" + until).all("change").size();
            since = until;
        }
        assertThat(whole).isEqualTo(spans).isGreaterThan(100);
        long dated = ShippedCatalogue.read().products().stream()
                .mapToLong(product -> product.revisions().size() + product.dates().published().stream().count() + product.dates().withdrawn().stream().count())
                .sum();
        assertThat(ask("changes-since?since=" + first).all("change").stream().filter(change -> Asked.part(change, "obligation").isEmpty())).hasSize((int) dated);
    }

    @Test
    void theLevelLeavesOutWhatIsWeaker() {
        assertThat(changes("since=2019-12-12&until=2019-12-13&level=obligatorisk-standard")).isEmpty();
        assertThat(changes("since=2021-06-17&until=2021-06-18&level=obligatorisk-standard")).hasSize(4);
    }

    private static String deadline(JsonNode deadline) {
        String products = Asked.parts(deadline, "product").stream()
                .map(product -> Asked.key(Asked.part(product, "product")))
                .collect(Collectors.joining("|"));
        return Asked.part(deadline, "date") + " " + Asked.part(deadline, "kind") + " " + products;
    }

    private List<String> deadlines(String query) {
        return ask("upcoming-deadlines?" + query).all("deadline").stream().map(ChangesAndDeadlinesTest::deadline).toList();
    }

    @Test
    void theDeadlinesOfBothAuthoritiesAreDueInOrder() {
        assertThat(deadlines("from=2022-01-01&to=2022-12-31&actor=helseforetak&direction=motta&asOf=2021-07-01")).containsExactly(
                "2022-02-01 must-from svarrapportering-1.4",
                "2022-06-30 until svarrapportering-1.3|svarrapportering-1.4",
                "2022-07-01 must-from svarrapportering-1.4");
    }

    @Test
    void whatWasDueDependsOnWhatWasKnown() {
        assertThat(deadlines("from=2021-06-01&to=2022-12-31&actor=fastleger&direction=motta&topic=laboratorie-og-radiologi&asOf=2020-06-01"))
                .containsExactly("2021-07-01 must-from svarrapportering-1.4");
        assertThat(deadlines("from=2021-06-01&to=2022-12-31&actor=fastleger&direction=motta&topic=laboratorie-og-radiologi&asOf=2021-04-01"))
                .containsExactly("2022-02-01 must-from svarrapportering-1.4");
    }

    @Test
    void nationalSolutionsAndTheEndOfAnExemptionAreDueToo() {
        assertThat(deadlines("from=2023-06-01&to=2024-12-31&actor=avtalespesialister&direction=bruke")).contains("2024-01-01 must-from kjernejournal");
        assertThat(deadlines("from=2020-06-01&to=2020-12-31&actor=helseforetak&direction=motta&organization=983971636"))
                .contains("2020-12-31 exemption-until ");
        assertThat(deadlines("from=2020-06-01&to=2020-12-31&actor=helseforetak&direction=motta").toString()).doesNotContain("exemption");
    }

    @Test
    void aDeadlineWithoutADayStandsLastWithItsReason() {
        Asked asked = ask("upcoming-deadlines?from=2026-01-01&to=2027-01-01&actor=plo&direction=bruke");
        JsonNode last = asked.all("deadline").getLast();
        assertThat(deadline(last)).isEqualTo(" must-from helsefaglig-dialog");
        assertThat(Asked.part(last, "date-unknown")).contains("stanset");
    }

    @Test
    void aCalendarProgramReadsTheDeadlines() {
        String query = "upcoming-deadlines?from=2020-01-01&to=2024-12-31&actor=plo&asOf=2021-07-01";
        Asked asked = ask(query + "&_format=ics");
        assertThat(asked.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        ICalendar calendar = Biweekly.parse(asked.text()).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).as(calendar.validate(ICalVersion.V2_0).toString()).isTrue();
        List<JsonNode> deadlines = ask(query).all("deadline");
        assertThat(calendar.getEvents().size() + calendar.getTodos().size()).isEqualTo(deadlines.size());
        VEvent plan = calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().contains("plan-2021-motta"))
                .findFirst()
                .orElseThrow();
        assertThat(plan.getDateStart().getValue().getRawComponents().toString()).contains("2022");
        assertThat(plan.getDateStart().getValue().hasTime()).isFalse();
        assertThat(plan.getSummary().getValue()).isEqualTo("Frist: Svarrapportering av medisinske tjenester v1.4 (motta)");
        assertThat(plan.getDescription().getValue()).contains("Anbefalt standard (skal)").contains("Nasjonalt koordinert plan").contains("Kilder: ");
        assertThat(calendar.getEvents()).allSatisfy(event -> assertThat(event.getDescription().getValue()).contains("Kilder: "));
        assertThat(calendar.getEvents()).extracting(event -> event.getUrl().getValue()).allSatisfy(address -> assertThat(address)
                .matches("https://www\\.helsedirektoratet\\.no/.*|http://localhost:" + port + "/fhir/Library/.*"));
        assertThat(calendar.getTodos()).extracting(VTodo::getSummary).isNotEmpty();
        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
        assertThat(asked.text().lines()).allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void aCalendarIsAskedForByAcceptTooAndSpeaksTheCallersLanguage() {
        Asked asked = Asked.get(port, "Library/$upcoming-deadlines?from=2022-01-01&to=2022-12-31&actor=helseforetak", "Accept", "text/calendar", "Accept-Language", "en");
        assertThat(asked.contentType()).startsWith("text/calendar");
        assertThat(asked.text()).contains("SUMMARY:Deadline: ");
        Asked wrong = Asked.get(port, "Library/$upcoming-deadlines?actor=ukjent&_format=ics");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.contentType()).contains("application/fhir+json");
        assertThat(Asked.get(port, "Library/$required-standards?actor=fastleger&_format=ics").status()).isEqualTo(406);
    }

    @Test
    void aFeedReaderReadsTheChanges() throws FeedException {
        String query = "changes-since?since=2018-01-01&until=2024-12-31";
        Asked asked = ask(query + "&_format=atom");
        assertThat(asked.contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(asked.text()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).hasSize(Integer.parseInt(ask(query).value("total")));
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries()).isSortedAccordingTo((one, other) -> other.getUpdatedDate().compareTo(one.getUpdatedDate()));
        SyndEntry moved = feed.getEntries().stream()
                .filter(entry -> entry.getUri().contains("svarrapportering-1.4/moved/2021-03-23/plan-2021-motta"))
                .findFirst()
                .orElseThrow();
        assertThat(moved.getTitle()).isEqualTo("Fristen er flyttet: Svarrapportering av medisinske tjenester v1.4");
        assertThat(moved.getDescription().getValue()).startsWith("Frist: 2021-07-01 → 2022-02-01").contains("Kilder: Sakspapirer til NUFA");
        assertThat(feed.getEntries()).allSatisfy(entry -> assertThat(entry.getDescription().getValue()).contains("Kilder: "));
        assertThat(moved.getLink()).endsWith("/fhir/Library/svarrapportering-1.4");
        assertThat(Asked.get(port, moved.getLink().substring(moved.getLink().indexOf("/fhir/") + 6)).status()).isEqualTo(200);
    }

    @Test
    void aFeedThatIsReadAgainGoesOnToTheDayItIsReadOn() throws FeedException {
        SyndFeed open = new SyndFeedInput().build(new StringReader(ask("changes-since?since=2021-03-22&actor=fastleger&displayLanguage=en&_format=atom").text()));
        assertThat(open.getLinks()).anyMatch(link -> link.getRel().equals("self") && !link.getHref().contains("until=") && link.getHref().contains("actor=fastleger") && link.getHref().contains("displayLanguage=en"));
        SyndFeed closed = new SyndFeedInput().build(new StringReader(ask("changes-since?since=2021-03-22&until=2021-06-18&_format=atom").text()));
        assertThat(closed.getLinks()).anyMatch(link -> link.getRel().equals("self") && link.getHref().contains("until=2021-06-18"));
        assertThat(open.getUri()).isNotEqualTo(closed.getUri());
    }
}
