package no.normverk.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import no.normverk.terminology.RandomCases;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void whatANorwegianTakesForTheSameIsTheSame() {
        assertThat(Folding.fold("Øye")).isEqualTo(Folding.fold("oye")).isEqualTo(Folding.fold("öye"));
        assertThat(Folding.fold("Lår")).isEqualTo(Folding.fold("laar")).isEqualTo(Folding.fold("LAR"));
        assertThat(Folding.fold("Blære")).isEqualTo(Folding.fold("blaere")).isEqualTo(Folding.fold("bläre"));
        assertThat(Folding.fold("ÆØÅ")).isEqualTo("aeoa");
        assertThat(Folding.fold("Ménière")).isEqualTo("meniere");
        assertThat(Folding.fold("Čáhci")).isEqualTo("cahci");
        assertThat(Folding.fold("Straße")).isEqualTo("strasse");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        for (String text : new String[] {"Ål", "Ménière", "Ødem i øye", "Škoda"}) {
            assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(Folding.fold(text));
        }
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        String letters = "aAåÅæÆøØöäßéÉ e-1ñ\u030Ao";
        RandomCases.check(2_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String folded = Folding.fold(text.toString());
            assertThat(Folding.fold(folded)).as("of '%s'", text).isEqualTo(folded);
        });
    }

    @Test
    void wordsAreRunsOfLettersAndDigits() {
        assertThat(Folding.words("Diabetes mellitus, type-2 (ubehandlet)")).containsExactly("diabetes", "mellitus", "type", "2", "ubehandlet");
        assertThat(Folding.words("  ")).isEmpty();
        assertThat(Folding.words("-/()")).isEmpty();
    }
}
