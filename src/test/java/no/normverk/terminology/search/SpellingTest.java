package no.normverk.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void oneEditMakesAVariant() {
        assertThat(Spelling.variants("sukker")).startsWith("sukker").contains("suker", "zukker", "uskker", "sukkre", "asukker").doesNotContain("sker");
    }

    @Test
    void shortWordsAndCodesAreTakenAsTheyAre() {
        assertThat(Spelling.variants("saft")).containsExactly("saft");
        assertThat(Spelling.variants("e1140")).containsExactly("e1140");
    }
}
