package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final Catalogue catalogue = ShippedCatalogue.read();

    private List<String> lineage(String key) {
        return Lineage.of(catalogue, catalogue.find(key).orElseThrow()).stream()
                .map(member -> member.generation() + " " + member.product().key())
                .toList();
    }

    @Test
    void oneThatWasSplitIntoThreeAndWasItselfMergedFromTwo() {
        assertThat(lineage("tjenestebasert-adressering-2015")).containsExactly(
                "-1 adresseopplysninger-2011",
                "-1 tjenestebasert-adressering-2014",
                "0 tjenestebasert-adressering-2015",
                "1 tjenestebasert-adressering-del-1",
                "1 tjenestebasert-adressering-del-2",
                "1 tjenestebasert-adressering-del-3");
    }

    @Test
    void onePartHasTheAncestorsAndNotTheSisters() {
        assertThat(lineage("tjenestebasert-adressering-del-2")).containsExactly(
                "-2 adresseopplysninger-2011", "-2 tjenestebasert-adressering-2014", "-1 tjenestebasert-adressering-2015", "0 tjenestebasert-adressering-del-2");
    }

    @Test
    void aProductWithoutRelativesIsItsOwnLineage() {
        assertThat(lineage("kjernejournal")).containsExactly("0 kjernejournal");
    }
}
