package no.normverk.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import no.normverk.terminology.RandomCases;
import org.junit.jupiter.api.Test;

class RegexSizeTest {

    @Test
    void repetitionsAreWrittenOut() {
        assertThat(RegexSize.of("abc")).isEqualTo(3);
        assertThat(RegexSize.of("a{100}")).isEqualTo(100);
        assertThat(RegexSize.of("a{2,100}b")).isEqualTo(101);
        assertThat(RegexSize.of("(a{10}){10}")).isBetween(100L, 120L);
        assertThat(RegexSize.of("((a{1000}){1000}){1000}")).isGreaterThan(100_000_000L);
        assertThat(RegexSize.of("(((((a{1000}){1000}){1000}){1000}){1000}){1000}")).isPositive();
    }

    @Test
    void aClassAndAnEscapeAreOneStep() {
        assertThat(RegexSize.of("[a-z{9}(]{3}")).isEqualTo(3);
        assertThat(RegexSize.of("[]a]\\{9}")).isEqualTo(4);
        assertThat(RegexSize.of("\\({4}")).isEqualTo(4);
    }

    @Test
    void whatIsNoRegexHasASizeToo() {
        for (String text : new String[] {"", "(", ")", "[", "\\", "{", "{3}", "[\\", "((", "a{"}) {
            assertThat(RegexSize.of(text)).as(text).isNotNegative();
        }
    }

    @Test
    void noProgramIsMuchLargerThanItsEstimate() {
        String[] pieces = {"a", "b", "(", ")", "[ab]", "|", "*", "+", "?", "{2}", "{3,5}", "{0,9}", "{7,}", ".", "\\d"};
        RandomCases.check(5_000, random -> {
            StringBuilder regex = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                regex.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                int actual = Pattern.compile(regex.toString()).programSize();
                assertThat((long) actual).as(regex.toString()).isLessThanOrEqualTo(6 * RegexSize.of(regex.toString()) + 6);
            } catch (PatternSyntaxException e) {
                assertThat(RegexSize.of(regex.toString())).isNotNegative();
            }
        });
    }
}
