package no.normverk.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.normverk.terminology.Languages;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void eachCriterionOutweighsAllThoseBelowIt() {
        long best = Ranking.score(false, false, Ranking.EXACT, Ranking.ofText(0, true));
        long notPreferred = Ranking.score(false, false, Ranking.EXACT, Ranking.ofText(0, false));
        long longer = Ranking.score(false, false, Ranking.EXACT, Ranking.ofText(1, true));
        long longest = Ranking.score(false, false, Ranking.EXACT, Ranking.ofText(Ranking.GREATEST_LENGTH, false));
        long begins = Ranking.score(false, false, Ranking.BEGINS, Ranking.ofText(0, true));
        long words = Ranking.score(false, false, Ranking.WORDS, Ranking.ofText(0, true));
        long worstOwn = Ranking.score(false, false, Ranking.WORDS, Ranking.ofText(Ranking.GREATEST_LENGTH, false));
        long otherLanguage = Ranking.score(false, true, Ranking.EXACT, Ranking.ofText(0, true));
        long worstActive = Ranking.score(false, true, Ranking.WORDS, Ranking.ofText(Ranking.GREATEST_LENGTH, false));
        long inactive = Ranking.score(true, false, Ranking.EXACT, Ranking.ofText(0, true));

        assertThat(List.of(best, notPreferred, longer, longest, begins, words, worstOwn, otherLanguage, worstActive, inactive))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aMatchIsExactABeginningOrSomewhere() {
        List<String> text = List.of("diabetes", "mellitus");

        assertThat(Ranking.match(text, List.of("diabetes", "mellitus"))).isEqualTo(Ranking.EXACT);
        assertThat(Ranking.match(text, List.of("diab", "mell"))).isEqualTo(Ranking.BEGINS);
        assertThat(Ranking.match(text, List.of("diabetes"))).isEqualTo(Ranking.BEGINS);
        assertThat(Ranking.match(text, List.of("mellitus"))).isEqualTo(Ranking.WORDS);
        assertThat(Ranking.match(text, List.of("d", "d", "d"))).isEqualTo(Ranking.WORDS);
    }

    @Test
    void lengthIsThatOfTheWordsWithOneSpaceBetween() {
        assertThat(Ranking.length(List.of("ab", "c"))).isEqualTo(4);
        assertThat(Ranking.length(List.of())).isZero();
        assertThat(Ranking.length(List.of("x".repeat(100_000)))).isEqualTo(Ranking.GREATEST_LENGTH);
    }

    @Test
    void aTextIsWantedForItsLanguageOrItsDialect() {
        assertThat(Ranking.isWanted(Languages.ANY, null, List.of())).isTrue();
        assertThat(Ranking.isWanted(Languages.parse("nb"), "nb", List.of())).isTrue();
        assertThat(Ranking.isWanted(Languages.parse("nb-x-123"), "nb", List.of("nb-x-123"))).isTrue();
        assertThat(Ranking.isWanted(Languages.parse("nb"), "en", List.of("en-x-1"))).isFalse();
        assertThat(Ranking.isWanted(Languages.parse("nb"), null, List.of())).isFalse();
    }
}
