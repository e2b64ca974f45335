package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "https://www.helsedirektoratet.no/standarder/epikrise-v1.2",
        "http://helsedirektoratet.no/standarder/epikrise-v1.2/",
        "www.ehelse.no/standardisering/standarder/epikrise-v1-2",
        "ehelse.no/standarder/epikrise-v1-2#vedlegg",
        " https://www.EHELSE.no/standardisering/standarder/Epikrise-v1-2?print=1 "
    })
    void anAddressIsTheSameWhereverThePageHasBeen(String written) {
        ProductAddress address = ProductAddress.parse(written).orElseThrow();
        assertThat(address).isEqualTo(ProductAddress.parse("https://www.helsedirektoratet.no/standarder/epikrise-v1.2").orElseThrow());
        assertThat(ShippedCatalogue.read().at(address)).extracting(NormativeProduct::key).containsExactly("epikrise-1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"epikrise-v1-2", "HIS 80822:2014", "1153-1", "M24.1", "epikrise", "ehelse.no", "https://www.ehelse.no/", "a/b", "svar på forespørsel/svar"})
    void otherTextsAreNoAddresses(String written) {
        assertThat(ProductAddress.parse(written)).isEmpty();
    }

    @Test
    void onePageMayTellOfSeveralProducts() {
        ProductAddress page = ProductAddress.parse(
                        "https://ehelse.no/standarder-kodeverk-og-referansekatalog/standarder-og-referansekatalog/tjenestebasert-adressering")
                .orElseThrow();
        assertThat(ShippedCatalogue.read().at(page)).extracting(NormativeProduct::key)
                .containsExactly("tjenestebasert-adressering-del-1", "tjenestebasert-adressering-del-2", "tjenestebasert-adressering-del-3");
    }
}
