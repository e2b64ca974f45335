package no.normverk.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class BoundedRegexTest {

    @Test
    void theWholeTextMustMatch() {
        BoundedRegex regex = BoundedRegex.compile("(?i)ham.*r");
        assertThat(regex.matches("Hammer")).isTrue();
        assertThat(regex.matches("Hammers")).isFalse();
    }

    @Test
    void whatUnfoldsToTooMuchIsRefusedBeforeItIsUnfolded() {
        assertThat(BoundedRegex.compile("(a{100}){90}").size()).isBetween(9_000L, 10_000L);
        refused("((a{1000}){1000}){1000}", "unfolds to more than 10000 steps");
        refused("a".repeat(10_001), "unfolds to more than 10000 steps");
    }

    @Test
    void bracketsNestToABound() {
        assertThat(BoundedRegex.compile("(".repeat(200) + "a" + ")".repeat(200)).matches("a")).isTrue();
        refused("(".repeat(201) + "a" + ")".repeat(201), "nest deeper than 200");
        assertThat(BoundedRegex.compile("\\(".repeat(300)).matches("(".repeat(300))).as("brackets that are characters").isTrue();
        assertThat(BoundedRegex.compile("[(]".repeat(300)).matches("(".repeat(300))).isTrue();
        assertThat(BoundedRegex.compile("(a)".repeat(300)).matches("a".repeat(300))).as("beside each other").isTrue();
    }

    @Test
    void whatIsNoRegexIsRefusedAsSuch() {
        refused("(a", "missing closing )");
    }

    private static void refused(String regex, String why) {
        assertThatThrownBy(() -> BoundedRegex.compile(regex))
                .isInstanceOfSatisfying(PatternSyntaxException.class, refused -> assertThat(refused.getDescription()).contains(why));
    }
}
