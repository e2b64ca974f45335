package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueSearchTest {

    private final Catalogue catalogue = ShippedCatalogue.read();

    private List<String> find(String text) {
        return keys(CatalogueQuery.EVERYTHING.withText(text));
    }

    private List<String> keys(CatalogueQuery query) {
        return catalogue.search(query).stream().map(NormativeProduct::key).toList();
    }

    @Test
    void aBeginningOfAWordFindsTheWholeWord() {
        assertThat(find("svarrapport")).startsWith("svarrapportering-1.4").contains("svarrapportering-1.3", "svarrapport-patologi-1.3");
    }

    @Test
    void aPartInsideACompoundFindsItBelowWordsThatBeginWithIt() {
        Catalogue small = Catalogue.of(List.of(titled("a", "Svarrapportering"), titled("b", "Rapportering av resultater"), titled("c", "Epikrise")));
        assertThat(small.search(CatalogueQuery.EVERYTHING.withText("rapport")))
                .extracting(NormativeProduct::key)
                .containsExactly("b", "a");
        assertThat(find("rapport")).contains("svarrapportering-1.4", "innleggelsesrapport-1.6");
    }

    @Test
    void twoLettersAreNotLookedForInsideWords() {
        Catalogue small = Catalogue.of(List.of(titled("a", "Henvisning"), titled("b", "Visning")));
        assertThat(small.search(CatalogueQuery.EVERYTHING.withText("vi"))).extracting(NormativeProduct::key).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({"overvakning", "overvåkning", "OVERVÅKNING", "overvaakning", "melding over"})
    void wordOrderCaseAndNorwegianLettersDoNotMatter(String text) {
        assertThat(find(text)).first().isEqualTo("overvakning-meldingsversjoner-ebxml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legeerklæring", "legeerklaering", "legeerklering", "Legeerkl"})
    void aeIsFoundAsAeAndAsE(String text) {
        assertThat(find(text)).containsExactly("nav-legeerklaering");
    }

    @Test
    void aLetterPairThatIsNoNorwegianLetterIsLeftAlone() {
        Catalogue small = Catalogue.of(List.of(titled("a", "Dataelement"), titled("b", "Dataanalyse")));
        assertThat(small.search(CatalogueQuery.EVERYTHING.withText("data"))).hasSize(2);
        assertThat(small.search(CatalogueQuery.EVERYTHING.withText("analyse"))).hasSize(1);
    }

    @Test
    void theVersionIsFoundWithAndWithoutItsLetter() {
        assertThat(find("henvisning v1.1").getFirst()).isEqualTo("henvisning-1.1");
        assertThat(find("henvisning 1.1").getFirst()).isEqualTo("henvisning-1.1");
    }

    @Test
    void aMessageIsFoundByItsShortName() {
        assertThat(find("M24.1")).containsExactly("eresept-m24.1");
        assertThat(find("m1").getFirst()).isEqualTo("eresept-m1-resept");
    }

    @Test
    void englishAndFormerTitlesAreFound() {
        assertThat(find("discharge summary")).contains("epikrise-1.1", "epikrise-1.2");
        assertThat(find("avviksmelding")).containsExactly("tilbakemelding-om-feil");
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(find("epikrise radiologi")).isEmpty();
        assertThat(find("zzz")).isEmpty();
        assertThat(find("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIS 80822", "HIS80822", "80822", "his 80822"})
    void aNumberFindsAllItsEditionsInTextAndAsIdentifier(String number) {
        assertThat(find(number)).containsExactly("svarrapportering-1.4", "svarrapportering-1.3");
        assertThat(keys(CatalogueQuery.EVERYTHING.withIdentifier(number))).containsExactly("svarrapportering-1.3", "svarrapportering-1.4");
    }

    @Test
    void aNumberWithAYearFindsItsEdition() {
        assertThat(find("80822:2014")).containsExactly("svarrapportering-1.4");
        assertThat(keys(CatalogueQuery.EVERYTHING.withIdentifier("his 80822:2014"))).containsExactly("svarrapportering-1.4");
    }

    @Test
    void anIdentifierThatIsNoNumberFindsNothing() {
        assertThat(keys(CatalogueQuery.EVERYTHING.withIdentifier("svarrapport"))).isEmpty();
    }

    @Test
    void levelAndLifecycleNarrowTheAnswer() {
        assertThat(catalogue.search(CatalogueQuery.EVERYTHING.withLevels(Set.of(NormativeLevel.VEILEDER, NormativeLevel.RETNINGSLINJE))))
                .isNotEmpty()
                .allSatisfy(product -> assertThat(product.level().orElseThrow()).isLessThan(NormativeLevel.ANBEFALT_STANDARD));
        assertThat(keys(CatalogueQuery.EVERYTHING.withText("svarrapport").withLifecycles(Set.of(LifecycleStatus.AKTIV))))
                .containsExactly("svarrapportering-1.4");
    }

    @Test
    void aQueryThatAsksNothingAnswersEverythingByKey() {
        assertThat(keys(CatalogueQuery.EVERYTHING)).hasSize(catalogue.products().size()).isSorted();
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfReading() {
        List<NormativeProduct> backwards = new ArrayList<>(catalogue.products()).reversed();
        for (String text : List.of("rapport", "melding", "resept", "v1")) {
            CatalogueQuery query = CatalogueQuery.EVERYTHING.withText(text);
            assertThat(Catalogue.of(backwards).search(query)).isEqualTo(catalogue.search(query)).isNotEmpty();
        }
    }

    private static NormativeProduct titled(String key, String title) {
        return Products.titled(key, title);
    }
}
