package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding products, following them and comparing them, asked of the real server about the catalogue that ships with it. */
class CatalogueDiscoveryTest extends CatalogueTest {

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> keys(Asked asked) {
        return asked.all("match").stream().map(match -> Asked.key(Asked.part(match, "product"))).toList();
    }

    /** How many products a code of a facet has. */
    private static int count(Asked asked, String facet, String code) {
        for (JsonNode found : asked.all("facet")) {
            if (Asked.part(found, "name").equals(facet)) {
                for (JsonNode value : Asked.parts(found, "value")) {
                    if (Asked.part(value, "coding").equals(code)) {
                        return Integer.parseInt(Asked.part(value, "count"));
                    }
                }
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource({
        "HIS 80822, svarrapportering-1.4", "80822:2014, svarrapportering-1.4", "HIS80822, svarrapportering-1.4", "M24.1, eresept-m24.1", "svarrapport, svarrapportering-1.4",
        "overvakning meldingsversjoner, overvakning-meldingsversjoner-ebxml", "utskrivingsrapport, utskrivningsrapport-1.6", "summary care record, kjernejournal"
    })
    void aProductIsFoundHoweverItIsWritten(String text, String first) {
        assertThat(keys(answered("Library/$search-catalogue?text=" + encoded(text)))).first().isEqualTo(first);
    }

    @Test
    void aNumberThatSeveralMessagesShareFindsThemAll() {
        assertThat(keys(answered("Library/$search-catalogue?text=" + encoded("HIS 80812"))))
                .contains("eresept-m5-tilbakekalling", "eresept-m7-slettet-resept", "eresept-m9.5", "eresept-m24.1", "eresept-m24.2");
    }

    @Test
    void anOldLinkFindsItsProduct() {
        String old = encoded("https://www.ehelse.no/standardisering/standarder/svarrapportering-av-medisinske-tjenester-v1-4");
        assertThat(keys(answered("Library/$search-catalogue?text=" + old))).containsExactly("svarrapportering-1.4");
        assertThat(answered("Library/$lineage?product=" + old).all("member")).hasSize(2);
        assertThat(answered("Library/$gap-analysis?actor=fastleger&supports=" + old).all("supports")).extracting(one -> Asked.key(Asked.value(one))).containsExactly("svarrapportering-1.4");
        String page = encoded("https://ehelse.no/standarder-kodeverk-og-referansekatalog/standarder-og-referansekatalog/tjenestebasert-adressering");
        assertThat(Asked.get(port, "Library/$lineage?product=" + page).outcome()).contains("tjenestebasert-adressering-del-1, tjenestebasert-adressering-del-2");
    }

    @Test
    void countsTellWhatChoosingWouldGive() {
        Asked all = answered("Library/$search-catalogue?count=0");
        assertThat(all.all("match")).isEmpty();
        int mandatory = count(all, "level", "obligatorisk-standard");
        Asked narrowed = answered("Library/$search-catalogue?level=obligatorisk-standard&count=1000");
        assertThat(narrowed.value("total")).isEqualTo(String.valueOf(mandatory)).isEqualTo(String.valueOf(narrowed.all("match").size()));
        assertThat(count(narrowed, "level", "retningslinje")).isEqualTo(count(all, "level", "retningslinje")).isPositive();
        assertThat(count(narrowed, "topic", "e-resept")).isPositive().isLessThan(count(all, "topic", "e-resept"));
    }

    @Test
    void pagesPutTogetherAreTheWhole() {
        List<String> whole = keys(answered("Library/$search-catalogue?text=melding&count=1000"));
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < whole.size(); offset += 7) {
            pages.addAll(keys(answered("Library/$search-catalogue?text=melding&count=7&offset=" + offset)));
        }
        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void namesComeInTheLanguageAskedFor() {
        Asked nynorsk = answered("Library/$search-catalogue?text=tilvising&displayLanguage=nn&level=obligatorisk-standard");
        assertThat(nynorsk.all("match").stream().map(match -> Asked.part(match, "title")).toList()).startsWith("Tilvising v1.0", "Tilvising v1.1");
        assertThat(nynorsk.text()).contains("Tilvising, epikrise og dialog");
    }

    @ParameterizedTest
    @CsvSource({
        "level=plikt, 'obligatorisk-standard'", "topic=no-such, 'e-resept'", "actor=legen, 'fastleger'", "count=1001, '1000'", "offset=-1, 'whole number'", "lifecycle=borte, 'utgatt'"
    })
    void whatThereIsNotIsRefusedWithWhatThereIs(String query, String expected) {
        Asked refused = Asked.get(port, "Library/$search-catalogue?" + query);
        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.outcome()).contains(query.substring(0, query.indexOf('='))).contains(expected);
    }

    @Test
    void aLineageGoesThroughSplitsAndMergers() {
        Asked asked = answered("Library/tjenestebasert-adressering-del-1/$lineage");
        assertThat(asked.all("member").stream().map(member -> Asked.part(member, "generation") + " " + Asked.key(Asked.part(member, "product"))))
                .containsExactly("-2 adresseopplysninger-2011", "-2 tjenestebasert-adressering-2014", "-1 tjenestebasert-adressering-2015", "0 tjenestebasert-adressering-del-1");
        assertThat(answered("Library/$lineage?product=" + encoded("HIS 1153:2015")).all("member")).hasSize(6);
    }

    @Test
    void twoVersionsAreCompared() {
        Asked asked = answered("Library/svarrapportering-1.4/$compare-versions");
        assertThat(Asked.key(Asked.part(asked.all("from").getFirst(), "product"))).isEqualTo("svarrapportering-1.3");
        assertThat(asked.all("difference").stream()
                        .map(one -> Asked.part(one, "kind") + " " + Asked.part(one, "field") + " " + Asked.part(one, "old") + " > " + Asked.part(one, "new")))
                .contains("field-changed version 1.3 > 1.4", "field-changed lifecycle utgatt > aktiv");
        assertThat(asked.value("total")).isEqualTo(String.valueOf(asked.all("difference").size()));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThat(Asked.get(port, "Library/kjernejournal/$compare-versions").outcome()).contains("from").contains("kjernejournal replaces nothing");
        assertThat(Asked.get(port, "Library/henvisning-2.0/$compare-versions").outcome()).contains("henvisning-1.0, henvisning-1.1");
        Asked unknown = Asked.get(port, "Library/$compare-versions?from=finnes-ikke&to=epikrise-1.2");
        assertThat(unknown.status()).isBetween(400, 499);
        assertThat(unknown.outcome()).contains("from").contains("finnes-ikke");
        assertThat(Asked.get(port, "Library/finnes-ikke/$lineage").status()).isEqualTo(404);
        assertThat(Asked.get(port, "Library/$lineage?product=" + encoded("HIS 80812")).outcome()).contains("eresept-m24.1");
    }

    @Test
    void codesAreComparedWhereBothVersionsOfTheCodeSystemAreHere() {
        Asked asked = answered("Library/$compare-versions?from=tenkt-1&to=tenkt-2");
        JsonNode content = asked.all("difference").stream().filter(one -> Asked.part(one, "kind").equals("content-version")).findFirst().orElseThrow();
        assertThat(Asked.part(content, "old")).isEqualTo("http://example.org/tenkt|1");
        assertThat(codes(content, "codes-added")).containsExactly("c");
        assertThat(codes(content, "codes-removed")).containsExactly("a");
        assertThat(codes(content, "codes-renamed")).containsExactly("b");
    }

    @Test
    void aVersionOfACodeSystemThatIsNotHereIsNamedSoThatSilenceIsNotTakenForNoDifference() {
        Asked asked = answered("Library/$compare-versions?from=tenkt-2&to=tenkt-3");
        JsonNode content = asked.all("difference").stream().filter(one -> Asked.part(one, "kind").equals("content-version")).findFirst().orElseThrow();
        assertThat(Asked.parts(content, "not-held").stream().map(Asked::value)).containsExactly("http://example.org/tenkt|3");
        assertThat(codes(content, "codes-added")).isEmpty();
        assertThat(answered("Library/$compare-versions?from=tenkt-1&to=tenkt-2").text()).doesNotContain("not-held");
    }

    @Test
    void whatIsFoundAndWhatIsBoundHaveTheirSources() {
        assertThat(answered("Library/$search-catalogue?text=epikrise").all("match")).isNotEmpty().allSatisfy(match -> assertThat(Asked.parts(match, "source")).isNotEmpty());
        Asked bound = answered("Library/epikrise-1.2/$bound-content");
        assertThat(Asked.parts(bound.all("of").getFirst(), "source")).isNotEmpty();
        assertThat(bound.all("content")).isNotEmpty().allSatisfy(content -> assertThat(Asked.parts(content, "source")).isNotEmpty());
    }

    private static List<String> codes(JsonNode difference, String name) {
        return Asked.parts(difference, name).stream().flatMap(part -> Asked.parts(part, "code").stream()).map(Asked::value).toList();
    }

    @Test
    void contentIsLinkedWhereItIsHereAndSaidToBeMissingWhereItIsNot() {
        Asked asked = answered("Library/tenkt-2/$bound-content");
        JsonNode held = asked.all("content").getFirst();
        assertThat(Asked.part(held, "held")).isEqualTo("true");
        assertThat(Asked.part(held, "version-held")).isEqualTo("2");
        String link = Asked.part(held, "link");
        assertThat(link).contains("/fhir/CodeSystem/tenkt-2");
        Asked resource = answered(link.substring(link.indexOf("/fhir/") + 6));
        assertThat(resource.json().path("url").asText()).isEqualTo("http://example.org/tenkt");
        JsonNode missing = answered("Library/retningslinje-snomed-ct/$bound-content").all("content").getFirst();
        assertThat(Asked.part(missing, "canonical")).isEqualTo("http://snomed.info/sct");
        assertThat(Asked.part(missing, "held")).isEqualTo("false");
        assertThat(Asked.parts(missing, "link")).isEmpty();
    }

    @Test
    void whichProductsBindThisIsASearch() {
        assertThat(ids("Library?depends-on=http://example.org/tenkt")).containsExactly("tenkt-1", "tenkt-2", "tenkt-3");
        assertThat(ids("Library?depends-on=http://example.org/tenkt|2")).containsExactly("tenkt-2");
        assertThat(ids("Library?depends-on=urn:oid:2.16.578.1.12.4.1.1.9603")).containsExactly("ihe-xds-metadata");
        assertThat(ids("Library?predecessor=http://normverk.no/fhir/Library/tjenestebasert-adressering-2015")).hasSize(3);
        assertThat(ids("Library?derived-from=http://normverk.no/fhir/Library/henvisning-2.0")).contains("viderehenvisning");
        assertThat(ids("Library?topic=tannhelse")).contains("epikrise-tannhelse", "henvisning-tannhelse");
    }

    private List<String> ids(String search) {
        List<String> ids = new ArrayList<>();
        answered(search).json().path("entry").forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        return ids;
    }
}
