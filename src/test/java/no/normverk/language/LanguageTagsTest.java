package no.normverk.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Designation;
import no.normverk.terminology.FilterOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {

    private static final CodeSystemVersion TAGS = LanguageTags.codeSystem();

    private static CodeSystemVersion with(String... codes) {
        return TAGS.withExpressions(List.of(codes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "nb;Norwegian Bokmål",
        "nb-NO;Norwegian Bokmål (Norway)",
        "se-NO;Northern Sami (Norway)",
        "zh-Hant-HK;Chinese (Han (Traditional variant), Hong Kong)",
        "sl-rozaj-biske;Slovenian (Resian, The San Giorgio dialect of Resian)",
        "es-419;Spanish (Latin America and the Caribbean)",
        "zh-yue;Chinese (Yue Chinese)",
        "en-u-ca-gregory;English (u-ca-gregory)",
        "en-x-vest;English (x-vest)",
        "qtx;Private use",
        "no-XZ;Norwegian (Private use)",
        "x-whatever;x-whatever",
        "i-klingon;Klingon"
    })
    void aValidTagIsAConceptNamedInEnglish(String code, String display) {
        CodeSystemVersion more = with(code);
        assertThat(more.locate(code)).isNotNegative();
        assertThat(more.display(more.locate(code))).isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-", "en-", "-en", "english", "en-us", "EN", "en-US-US", "en-latn", "xx-NO", "nb-XX1", "en-a", "en-a-bb-a-cc", "en-x",
        "en-yue", "sl-rozaj-rozaj", "x", "en-u-toolongsubtag", "en_US", "nb NO"
    })
    void whatIsNotRegisteredOrNotWellFormedIsNone(String code) {
        assertThat(with(code)).isSameAs(TAGS);
    }

    @Test
    void aLongTagIsNone() {
        assertThat(with("en-x" + "-abcdefgh".repeat(100))).isSameAs(TAGS);
    }

    @Test
    void thePartsOfATagCanBeFilteredOn() {
        CodeSystemVersion more = with("nb-NO", "nb-SJ", "zh-Hant");
        ConceptFilter norway = new ConceptFilter("region", FilterOperator.EQUALS, "NO");
        ConceptFilter anyScript = new ConceptFilter("script", FilterOperator.EXISTS, "true");
        assertThat(more.filter(norway).toArray()).containsExactly(more.locate("nb-NO"));
        assertThat(more.filter(anyScript).toArray()).containsExactly(more.locate("zh-Hant"));
    }

    @Test
    void otherNamesAndNamedPartsAreDesignations() {
        CodeSystemVersion more = with("es-ES");
        assertThat(more.designations(more.locate("es-ES"))).extracting(Designation::value)
                .containsExactly("Castilian (Spain)", "Spanish (Region=Spain)");
    }

    @Test
    void theCommonLanguagesAreListed() {
        assertThat(TAGS.size()).isEqualTo(485);
        assertThat(TAGS.code(0)).isEqualTo("aa");
        assertThat(TAGS.header().version()).isNull();
        assertThat(LanguageTags.commonLanguagesValueSet().includes().getFirst().concepts()).hasSize(485);
    }
}
