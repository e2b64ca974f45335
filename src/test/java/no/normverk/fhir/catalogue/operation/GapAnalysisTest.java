package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a system lacks, asked of the real server. */
class GapAnalysisTest extends CatalogueTest {

    private static final String LABORATORY = "actor=helseforetak&direction=motta&topic=laboratorie-og-radiologi&asOf=2021-07-01";

    private List<JsonNode> analyses(String query) {
        return answered("Library/$gap-analysis?" + query).all("analysis");
    }

    private static List<String> entries(JsonNode analysis, String prefix) {
        return Asked.parts(analysis, "entry").stream()
                .map(GapAnalysisTest::entry)
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    private static String entry(JsonNode entry) {
        List<JsonNode> requirement = Asked.parts(entry, "requirement");
        String products = requirement.isEmpty()
                ? Asked.key(Asked.part(entry, "product"))
                : Asked.parts(requirement.getFirst(), "satisfied-by").stream()
                        .map(product -> Asked.key(Asked.part(product, "product")))
                        .collect(Collectors.joining("|"));
        String until = Asked.part(entry, "met-until");
        return products + " " + Asked.part(entry, "coverage") + (until.isEmpty() ? "" : " " + until);
    }

    @Test
    void anOldVersionIsEnoughUntilTheLawChanges() {
        List<JsonNode> days = analyses("supports=svarrapportering-1.3&date=2022-03-01&date=2022-07-01&" + LABORATORY);
        assertThat(entries(days.get(0), "svarrapportering")).containsExactlyInAnyOrder(
                "svarrapportering-1.3|svarrapportering-1.4 met-until 2022-06-30", "svarrapportering-1.4 missing");
        assertThat(entries(days.get(1), "svarrapportering")).containsExactlyInAnyOrder(
                "svarrapportering-1.4 missing", "svarrapportering-1.4 missing", "svarrapportering-1.3 not-required");
        assertThat(Asked.part(days.get(1), "missing-count")).isEqualTo("2");
        assertThat(Asked.part(days.get(1), "not-required-count")).isEqualTo("1");
    }

    @Test
    void oneOfTwoEqualVersionsIsEnoughUntilItIsNoLongerEqual() {
        JsonNode day = analyses("supports=svarrapportering-1.3&date=2022-03-01&actor=helseforetak&direction=sende&topic=laboratorie-og-radiologi&asOf=2021-07-01").getFirst();
        assertThat(entries(day, "svarrapportering")).containsExactly("svarrapportering-1.4|svarrapportering-1.3 met-until 2022-06-30");
    }

    @Test
    void theNewVersionMeetsBothAuthoritiesAndStandsInForTheOld() {
        List<JsonNode> days = analyses("supports=HIS%2080822:2014&date=2022-03-01&date=2022-07-01&" + LABORATORY);
        assertThat(entries(days.get(0), "svarrapportering")).containsExactlyInAnyOrder(
                "svarrapportering-1.3|svarrapportering-1.4 met-by-alternative", "svarrapportering-1.4 met");
        assertThat(entries(days.get(1), "svarrapportering"))
                .containsExactlyInAnyOrder("svarrapportering-1.4 met", "svarrapportering-1.4 met");
    }

    @Test
    void bothEqualVersionsMeetTheRequirementWhole() {
        JsonNode day = analyses("actor=fastleger&direction=sende&date=2016-01-01"
                        + "&supports=http://normverk.no/fhir/Library/henvisning-1.0&supports=henvisning-1.1|1.1")
                .getFirst();
        assertThat(entries(day, "henvisning")).containsExactly("henvisning-1.0|henvisning-1.1 met");
    }

    @Test
    void anExemptionMakesWhatIsMissingExempt() {
        JsonNode day = analyses("actor=helseforetak&direction=motta&date=2019-06-01&organization=983971636&supports=henvisning-1.0").getFirst();
        assertThat(entries(day, "svarrapportering")).containsExactly("svarrapportering-1.3|svarrapportering-1.4 exempt");
        assertThat(entries(day, "henvisning-1")).containsExactly("henvisning-1.0|henvisning-1.1 met-by-alternative");
    }

    @Test
    void whatHasNoDateIsNotRequired() {
        JsonNode day = analyses("actor=plo&direction=bruke&date=2022-06-01&supports=helsenettet").getFirst();
        assertThat(entries(day, "helsefaglig-dialog")).containsOnly("helsefaglig-dialog not-required");
        assertThat(entries(day, "helsenettet")).containsExactly("helsenettet met");
    }
}
