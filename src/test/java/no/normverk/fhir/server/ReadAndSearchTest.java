package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAndSearchTest extends HttpTest {

    private List<String> ids(String query) {
        HttpResponse<byte[]> answer = get(query);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return ids(json(answer));
    }

    private static List<String> ids(JsonNode bundle) {
        List<String> ids = new ArrayList<>();
        bundle.path("entry").forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        return ids;
    }

    private static String link(JsonNode bundle, String relation) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals(relation)) {
                return link.path("url").asText();
            }
        }
        return "";
    }

    @Test
    void aReadAnswersWithTheStoredBytes() {
        HttpResponse<byte[]> answer = get("/CodeSystem/colours");

        assertThat(answer.body()).isEqualTo(TestServer.content().resources().getFirst().json());
        assertThat(header(answer, "ETag")).isEqualTo("W/\"2\"");
        assertThat(header(answer, "Last-Modified")).isEqualTo("Wed, 1 May 2024 10:00:00 GMT");
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        for (String tag : new String[] {"W/\"2\"", "\"2\"", "\"1\", W/\"2\"", "*"}) {
            HttpResponse<byte[]> answer = get("/CodeSystem/colours", "If-None-Match", tag);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(get("/CodeSystem/colours", "If-None-Match", "W/\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void everyVersionCanBeRead() {
        assertThat(json(get("/CodeSystem/colours/_history/1")).path("status").asText()).isEqualTo("draft");
        assertThat(json(get("/CodeSystem/colours/_history/2")).path("status").asText()).isEqualTo("active");
        assertThat(json(get("/ValueSet/v00/_history/1")).path("id").asText()).isEqualTo("v00");
        assertThat(outcome(get("/CodeSystem/colours/_history/3"), 404)).contains("'3'");
        assertThat(outcome(get("/CodeSystem/colours/_history/x"), 404)).contains("'x'");
    }

    @Test
    void aHistoryIsNewestFirst() {
        JsonNode history = json(get("/CodeSystem/colours/_history"));

        assertThat(history.path("type").asText()).isEqualTo("history");
        assertThat(history.path("total").asInt()).isEqualTo(2);
        assertThat(history.path("entry").path(0).path("response").path("etag").asText()).isEqualTo("W/\"2\"");
        assertThat(history.path("entry").path(1).path("resource").path("status").asText()).isEqualTo("draft");
        assertThat(json(get("/ValueSet/v00/_history")).path("total").asInt()).isEqualTo(1);
        assertThat(outcome(get("/CodeSystem/nothing/_history"), 404)).contains("nothing");
    }

    @Test
    void resourcesAreFoundByUrlAndVersion() {
        assertThat(ids("/CodeSystem?url=http://x.no/colours")).containsExactly("colours", "colours-1");
        assertThat(ids("/CodeSystem?url=http%3A%2F%2Fx.no%2Fcolours%7C1")).containsExactly("colours-1");
        assertThat(ids("/CodeSystem?url=http://x.no/colours&version=2")).containsExactly("colours");
        assertThat(ids("/CodeSystem?system=http://x.no/colours")).containsExactly("colours", "colours-1");
        assertThat(ids("/CodeSystem?url=http://x.no/col")).isEmpty();
        assertThat(ids("/CodeSystem?url:below=http://x.no/col")).hasSize(2);
    }

    @Test
    void textIsFoundWithoutRegardToCaseAndAccents() {
        assertThat(ids("/CodeSystem?title=farger")).containsExactly("colours", "colours-1");
        assertThat(ids("/CodeSystem?title=%C3%A6rlig")).isEmpty();
        assertThat(ids("/CodeSystem?title:contains=%C3%86RLIG")).containsExactly("colours");
        assertThat(ids("/CodeSystem?title:exact=Farger")).containsExactly("colours-1");
        assertThat(ids("/CodeSystem?publisher=direkt")).containsExactly("colours");
    }

    @Test
    void tokensAreFoundWithAndWithoutSystem() {
        assertThat(ids("/CodeSystem?status=draft,retired")).containsExactly("colours-1", "extra");
        assertThat(ids("/CodeSystem?status=http%3A%2F%2Fhl7.org%2Ffhir%2Fpublication-status%7Cactive")).containsExactly("colours");
        assertThat(ids("/CodeSystem?status:not=active")).containsExactly("colours-1", "extra");
        assertThat(ids("/CodeSystem?identifier=urn:oid:1.2.3")).containsExactly("colours");
        assertThat(ids("/CodeSystem?identifier=urn:ietf:rfc:3986%7Curn:oid:1.2.3")).containsExactly("colours");
        assertThat(ids("/CodeSystem?identifier=%7Curn:oid:1.2.3")).isEmpty();
        assertThat(ids("/CodeSystem?code=crimson")).containsExactly("colours");
        assertThat(ids("/CodeSystem?code=http://x.no/colours%7Cred")).containsExactly("colours", "colours-1");
        assertThat(ids("/CodeSystem?code=purple")).isEmpty();
        assertThat(ids("/CodeSystem?_id=extra,colours")).containsExactly("colours", "extra");
        assertThat(ids("/CodeSystem?content-mode=supplement")).containsExactly("extra");
        assertThat(ids("/Library?type=his")).containsExactly("l");
    }

    @Test
    void referencesAreFoundWithAndWithoutVersion() {
        assertThat(ids("/CodeSystem?supplements=http://x.no/colours")).containsExactly("extra");
        assertThat(ids("/CodeSystem?supplements=http://x.no/colours%7C2")).containsExactly("extra");
        assertThat(ids("/CodeSystem?supplements=http://x.no/colours%7C1")).isEmpty();
        assertThat(ids("/ValueSet?reference=http://x.no/colours&_count=3")).hasSize(3);
        assertThat(ids("/ConceptMap?source-system=http://x.no/colours&target-system=http://x.no/paints")).containsExactly("m");
        assertThat(ids("/ConceptMap?target-system=http://x.no/colours")).isEmpty();
    }

    @Test
    void datesAreComparedByTheirPrecision() {
        assertThat(ids("/CodeSystem?date=2024")).containsExactly("colours");
        assertThat(ids("/CodeSystem?date=2024-05-01")).containsExactly("colours");
        assertThat(ids("/CodeSystem?date=lt2024")).containsExactly("colours-1");
        assertThat(ids("/CodeSystem?date=ge2020-06")).containsExactly("colours", "colours-1");
        assertThat(ids("/CodeSystem?date=sa2020")).containsExactly("colours");
        assertThat(ids("/CodeSystem?date:missing=true")).containsExactly("extra");
        assertThat(ids("/CodeSystem?_lastUpdated=gt2024-05-01T09:59:00Z")).hasSize(3);
        assertThat(ids("/CodeSystem?_lastUpdated=gt2024-05-01T12:30:00%2B02:00")).isEmpty();
    }

    @Test
    void aParameterOfOurOwnIsSearchedLikeAnyOther() {
        assertThat(ids("/Library?text=pas+henv")).containsExactly("l");
        assertThat(ids("/Library?text=pas+epikrise")).isEmpty();
    }

    @Test
    void theLinksLeadThroughAllPages() {
        JsonNode page = json(get("/ValueSet?status=active&_sort=name&_count=10&nonsense=1"));
        List<String> all = new ArrayList<>(ids(page));

        assertThat(page.path("total").asInt()).isEqualTo(23);
        assertThat(link(page, "self")).isEqualTo(base() + "/ValueSet?status=active&_sort=name&_count=10");
        assertThat(link(page, "previous")).isEmpty();
        assertThat(page.path("entry").path(0).path("fullUrl").asText()).isEqualTo(base() + "/ValueSet/" + all.getFirst());
        assertThat(page.path("entry").path(0).path("search").path("mode").asText()).isEqualTo("match");
        String last = link(page, "last");
        while (!link(page, "next").isEmpty()) {
            String before = link(page, "self");
            page = json(get(link(page, "next").substring(base().length())));
            assertThat(link(page, "previous")).isEqualTo(before);
            all.addAll(ids(page));
        }
        assertThat(link(page, "self")).isEqualTo(last);
        assertThat(all).hasSize(23).doesNotHaveDuplicates().startsWith("v22", "v21", "v12").endsWith("v13");
    }

    @Test
    void resultsAreOrderedAsAsked() {
        assertThat(ids("/ValueSet?_sort=-date&_count=2")).containsExactly("v22", "v21");
        assertThat(ids("/ValueSet?_sort=status,-_id&_count=2")).containsExactly("v22", "v21");
        assertThat(ids("/CodeSystem?_sort=date")).containsExactly("colours-1", "colours", "extra");
        assertThat(ids("/CodeSystem?_sort=-date")).containsExactly("colours", "colours-1", "extra");
        assertThat(ids("/ValueSet?_count=2")).containsExactly("v00", "v01");
    }

    @Test
    void theCountAloneIsSentWhenItIsAskedFor() {
        for (String query : new String[] {"/ValueSet?_summary=count", "/ValueSet?_count=0"}) {
            JsonNode bundle = json(get(query));
            assertThat(bundle.path("total").asInt()).isEqualTo(23);
            assertThat(bundle.has("entry")).isFalse();
        }
        assertThat(json(get("/ValueSet?_total=none")).has("total")).isFalse();
    }

    @Test
    void aSummaryOfASearchKeepsTheBundle() {
        JsonNode bundle = json(get("/CodeSystem?_summary=true&_id=colours"));

        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        assertThat(bundle.path("entry").path(0).path("resource").path("name").asText()).isEqualTo("Colours");
        assertThat(bundle.path("entry").path(0).path("resource").has("concept")).isFalse();
        assertThat(text(get("/CodeSystem?_elements=name&_id=colours"))).contains("fullUrl").contains("Colours").doesNotContain("publisher");
    }

    @Test
    void aSearchMayBePosted() {
        JsonNode bundle = json(post("/CodeSystem/_search?status=active", "application/x-www-form-urlencoded", "name=col&_count=5"));

        assertThat(ids(bundle)).containsExactly("colours");
        assertThat(link(bundle, "self")).isEqualTo(base() + "/CodeSystem?status=active&name=col&_count=5");
    }

    @Test
    void unknownParametersAreLeftOutUnlessTheCallerIsStrict() {
        assertThat(ids("/CodeSystem?nonsense=1&name=extra")).containsExactly("extra");
        assertThat(outcome(get("/CodeSystem?nonsense=1", "Prefer", "handling=strict"), 400)).contains("nonsense").contains("url");
        assertThat(outcome(get("/CodeSystem?_sort=nonsense", "Prefer", "handling=strict"), 400)).contains("nonsense");
    }

    @Test
    void anUnusableValueIsNamedWithWhatWasExpected() {
        assertThat(outcome(get("/CodeSystem?_count=-1"), 400)).contains("_count").contains("-1").contains("number");
        assertThat(outcome(get("/CodeSystem?_count=many"), 400)).contains("many");
        assertThat(outcome(get("/CodeSystem?_offset=x"), 400)).contains("_offset");
        assertThat(outcome(get("/CodeSystem?date=yesterday"), 400)).contains("date").contains("yesterday").contains("2024-05-01");
        assertThat(outcome(get("/NamingSystem?date=yesterday"), 400)).contains("yesterday");
        assertThat(outcome(get("/CodeSystem?name:nonsense=x"), 400)).contains("name:nonsense").contains("contains");
        assertThat(outcome(get("/CodeSystem?date:missing=perhaps"), 400)).contains("perhaps");
        assertThat(outcome(get("/CodeSystem?_total=some"), 400)).contains("_total");
    }

    @Test
    void anOffsetBehindTheEndIsAnEmptyPage() {
        JsonNode bundle = json(get("/ValueSet?_count=10&_offset=2000000000"));

        assertThat(ids(bundle)).isEmpty();
        assertThat(bundle.path("total").asInt()).isEqualTo(23);
        assertThat(link(bundle, "previous")).contains("_offset=20");
    }
}
