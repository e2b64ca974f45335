package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.normverk.authoring.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductFinderTest {

    private final Catalogue catalogue = ShippedCatalogue.read();
    private final ActorTypes actors = ShippedCatalogue.actors();
    private final ProductFinder finder = ProductFinder.of(
            catalogue,
            actors,
            Map.of(ProductFacet.TOPIC, Map.of("e-resept", LocalText.of("E-resept", "E-resept", "Electronic prescription"))));

    private List<String> keys(ProductSearch search) {
        return finder.find(search).products().stream().map(NormativeProduct::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "HIS 80822, svarrapportering-1.4",
        "80822:2014, svarrapportering-1.4",
        "HIS80822, svarrapportering-1.4",
        "his80822:2014, svarrapportering-1.4",
        "HIS80822 svarrapport, svarrapportering-1.4",
        "M24.1, eresept-m24.1",
        "m24.1 abonnement, eresept-m24.1",
        "svarrapport, svarrapportering-1.4",
        "svarrapporter, svarrapportering-1.4",
        "Svarrapporteringsmelding, svarrapportering-1.4",
        "tilvising, tilvising-first",
        "utskrivingsrapport, utskrivningsrapport-1.6",
        "referral, tilvising-first",
        "discharge summary 1.2, epikrise-1.2",
        "overvaaking, overvakning-meldingsversjoner-ebxml",
        "epikrisemeldinger, epikrise-1.2",
        "legeerklering, nav-legeerklaering",
        "ICD10, kodeverk-icd-10",
        "icd-10, kodeverk-icd-10",
        "ICD 10, kodeverk-icd-10",
        "eresept, e-resept",
        "sha256, ebxml-rammeverk-1.1",
        "SHA-256, ebxml-rammeverk-1.1",
        "foedselsepikrise, fodselsepikrise",
        "vedlegg svarrapport, svarrapportering-1.4",
        "HIS 1153-2:2016, tjenestebasert-adressering-del-2"
    })
    void isFoundHoweverItIsAskedFor(String text, String first) {
        List<String> found = keys(ProductSearch.of(text));
        if (first.equals("tilvising-first")) {
            assertThat(found).contains("henvisning-1.0", "henvisning-1.1", "henvisning-2.0").first().asString().startsWith("henvisning");
        } else {
            assertThat(found).first().isEqualTo(first);
        }
    }

    @Test
    void theNamesOfWhatAProductIsClassifiedByFindItToo() {
        assertThat(keys(ProductSearch.of("mandatory epikrise"))).contains("epikrise-1.2").doesNotContain("epikrise-tannhelse");
        assertThat(keys(ProductSearch.of("fastlegar epikrise"))).contains("epikrise-1.1", "epikrise-1.2");
        assertThat(keys(ProductSearch.of("general practitioners referral"))).contains("henvisning-1.0");
        assertThat(keys(ProductSearch.of("electronic prescription FEST"))).containsExactly("eresept-m30-fest");
    }

    @Test
    void aNumberIsNotLookedForAmongTheWords() {
        assertThat(keys(ProductSearch.of("HIS 1153-2:2016"))).containsExactly("tjenestebasert-adressering-del-2");
        assertThat(keys(ProductSearch.of("1153-2"))).containsExactly("tjenestebasert-adressering-del-2");
        assertThat(keys(ProductSearch.of("1153"))).hasSize(5).allMatch(key -> key.startsWith("tjenestebasert"));
    }

    @Test
    void anEnglishPluralIsFoundByItsSingular() {
        assertThat(keys(ProductSearch.of("pharmacy"))).isNotEmpty().isEqualTo(keys(ProductSearch.of("pharmacies")));
    }

    @Test
    void whatNobodyWroteIsNotFound() {
        assertThat(keys(ProductSearch.of("qwertyuiop"))).isEmpty();
        assertThat(keys(ProductSearch.of("HIS 99999"))).isEmpty();
        assertThat(keys(ProductSearch.of("..."))).isEmpty();
    }

    @Test
    void whatBindsAllSpecialistsIsAmongWhatBindsHospitalTrusts() {
        ProductSearch trusts = new ProductSearch(Optional.empty(), Map.of(ProductFacet.ACTOR, Set.of("helseforetak")));
        assertThat(keys(trusts)).contains("epikrise-1.2", "helsenorge", "helsenettet").doesNotContain("eresept-m25.3");
    }

    @Test
    void aCountIsWhatChoosingTheCodeWouldGive() {
        Random random = new Random(6);
        List<String> texts = new ArrayList<>(List.of("", "henvisning", "svarrapport", "m9", "melding", "epikrise tannhelse"));
        for (int round = 0; round < 300; round++) {
            Map<ProductFacet, Set<String>> wanted = new HashMap<>();
            for (ProductFacet facet : ProductFacet.values()) {
                List<String> codes = List.copyOf(finder.codes(facet));
                if (random.nextInt(3) == 0) {
                    wanted.put(facet, Set.of(codes.get(random.nextInt(codes.size()))));
                }
            }
            String text = texts.get(random.nextInt(texts.size()));
            ProductSearch search = new ProductSearch(Optional.of(text).filter(words -> !words.isEmpty()), wanted);
            ProductFinder.Found found = finder.find(search);
            for (ProductFacet facet : ProductFacet.values()) {
                for (String code : finder.codes(facet)) {
                    Map<ProductFacet, Set<String>> chosen = new HashMap<>(wanted);
                    chosen.put(facet, Set.of(code));
                    int expected = finder.find(new ProductSearch(search.text(), chosen)).products().size();
                    assertThat(found.counts().getOrDefault(facet, Map.of()).getOrDefault(code, 0)).as("round %d, %s of %s", round, code, search).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void everyProductIsFoundByItsOwnTitleInEveryLanguageAndItsOwnNumber() {
        for (NormativeProduct product : catalogue.products()) {
            LocalText title = product.title();
            List<String> texts = new ArrayList<>(List.of(title.nb(), title.nn().orElse(title.nb()), title.en().orElse(title.nb())));
            product.identifiers().forEach(identifier -> texts.add(identifier.toString()));
            for (String text : texts) {
                assertThat(keys(ProductSearch.of(text))).as(text).contains(product.key());
            }
        }
    }
}
