package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void rangesComeInOrderOfQualityThenOfWriting() {
        assertThat(Languages.parse("en;q=0.5, nb, nn;q=0.8, sv").ranges()).containsExactly("nb", "sv", "nn", "en");
        assertThat(Languages.parse("de-CH ; q=1.000,fr;level=1;Q=0.9").ranges()).containsExactly("de-CH", "fr");
    }

    @Test
    void aRangeOfQualityZeroIsNotWanted() {
        assertThat(Languages.parse("nb, en;q=0").ranges()).containsExactly("nb");
    }

    @Test
    void theStarSaysWhetherAnotherLanguageWillDo() {
        assertThat(Languages.parse("nb").fallback()).isTrue();
        assertThat(Languages.parse("nb, *;q=0.1").fallback()).isTrue();
        assertThat(Languages.parse("nb, *;q=0").fallback()).isFalse();
        assertThat(Languages.parse("nb, *; q=0.0").fallback()).isFalse();
        assertThat(Languages.parse("nb, *").ranges()).containsExactly("nb");
    }

    @Test
    void emptyItemsAreSkipped() {
        assertThat(Languages.parse("").isEmpty()).isTrue();
        assertThat(Languages.parse(" , ,nb,").ranges()).containsExactly("nb");
        assertThat(Languages.parse(";").isEmpty()).isTrue();
        assertThat(Languages.parse("nb,;;").ranges()).containsExactly("nb");
    }

    @Test
    void theTextIsKeptForTheEcho() {
        assertThat(Languages.parse("nb, *; q=0").text()).isEqualTo("nb, *; q=0");
    }

    @Test
    void whatIsNoLanguageTagIsRefused() {
        for (String text : new String[] {"no_NO", "-", "english-", "n*", "toolongtag", "nb nn", "nb|nn", "ø"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Languages.parse(text));
        }
    }

    @Test
    void aQualityIsADecimalFromZeroToOne() {
        for (String quality : new String[] {"2", "-1", "abc", "", "NaN", "Infinity", "1d", "0x1p-1", "1e-1", "0,5", "1.001"}) {
            assertThatIllegalArgumentException().as(quality).isThrownBy(() -> Languages.parse("nb;q=" + quality));
        }
    }

    @Test
    void aMoreSpecificLanguageLiesInARange() {
        assertThat(Languages.matches("de", "de")).isTrue();
        assertThat(Languages.matches("de", "de-CH")).isTrue();
        assertThat(Languages.matches("DE", "de-ch")).isTrue();
        assertThat(Languages.matches("de-CH", "de")).isFalse();
        assertThat(Languages.matches("de", "den")).isFalse();
        assertThat(Languages.matches("de", null)).isFalse();
    }

    @Test
    void norwegianIsBokmaalAndNynorskButTheseAreNotEachOther() {
        assertThat(Languages.matches("no", "nb")).isTrue();
        assertThat(Languages.matches("no", "nn-NO")).isTrue();
        assertThat(Languages.matches("nb", "no")).isTrue();
        assertThat(Languages.matches("nn", "no")).isTrue();
        assertThat(Languages.matches("nb", "nn")).isFalse();
        assertThat(Languages.matches("no", "en")).isFalse();
    }

    @Test
    void whoAsksForNothingGetsTheDisplay() {
        assertThat(Languages.ANY.choose("Red", "en", List.of(in("nb", "Rød")))).isEqualTo(new Term("Red", "en", true));
        assertThat(Languages.ANY.choose(null, "en", List.of(in("nb", "Rød")))).isNull();
    }

    @Test
    void theFirstRangeWithATextDecides() {
        List<Designation> designations = List.of(in("nn", "Raud"), in("nb", "Rød"));

        assertThat(Languages.parse("nb,nn").choose("Red", "en", designations)).isEqualTo(new Term("Rød", "nb", true));
        assertThat(Languages.parse("sv,nn").choose("Red", "en", designations)).isEqualTo(new Term("Raud", "nn", true));
        assertThat(Languages.parse("en,nn").choose("Red", "en", designations)).isEqualTo(new Term("Red", "en", true));
    }

    @Test
    void anExactLanguageComesBeforeAMoreSpecificOne() {
        List<Designation> designations = List.of(in("de-CH", "Rot (CH)"), in("de", "Rot"));

        assertThat(Languages.parse("de").choose("Red", "en", designations)).isEqualTo(new Term("Rot", "de", true));
        assertThat(Languages.parse("de").choose("Red", "en", designations.subList(0, 1)))
                .isEqualTo(new Term("Rot (CH)", "de-CH", true));
    }

    @Test
    void theDisplayIsTheFallbackUnlessRefused() {
        assertThat(Languages.parse("sv").choose("Red", "en", List.of())).isEqualTo(new Term("Red", "en", false));
        assertThat(Languages.parse("sv,*;q=0").choose("Red", "en", List.of())).isNull();
        assertThat(Languages.parse("sv").choose("Red", null, List.of())).isEqualTo(new Term("Red", null, false));
    }

    @Test
    void aTextOfUnknownLanguageIsNotWhatWasAskedFor() {
        assertThat(Languages.parse("sv").choose(null, null, List.of(in(null, "Rød")))).isNull();
        assertThat(Languages.parse("sv").wants(null)).isFalse();
    }

    private static Designation in(@org.jspecify.annotations.Nullable String language, String value) {
        return new Designation(language, null, value);
    }
}
