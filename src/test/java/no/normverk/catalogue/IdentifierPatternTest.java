package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierPatternTest {

    private static final Identifier EDITION_2014 = Identifier.parse("HIS 80822:2014").orElseThrow();
    private static final Identifier EDITION_2008 = Identifier.parse("HIS 80822:2008").orElseThrow();

    private static IdentifierPattern pattern(String text) {
        return IdentifierPattern.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIS 80822", "HIS80822", "his 80822", "HIS-80822", "80822", " 80822 ", "His  80822"})
    void aNumberWithoutAYearMeansEveryEdition(String spelling) {
        assertThat(pattern(spelling).matches(EDITION_2014)).isTrue();
        assertThat(pattern(spelling).matches(EDITION_2008)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIS 80822:2014", "80822:2014", "his 80822:2014", "HIS80822:2014", "HIS 80822 : 2014", "80822/2014"})
    void aYearMeansItsEditionOnly(String spelling) {
        assertThat(pattern(spelling).matches(EDITION_2014)).isTrue();
        assertThat(pattern(spelling).matches(EDITION_2008)).isFalse();
    }

    @Test
    void aDocumentIsFoundByItsPartAndAsAWhole() {
        Identifier part = Identifier.parse("HIS 1153-1:2016").orElseThrow();
        assertThat(pattern("HIS 1153-1:2016").matches(part)).isTrue();
        assertThat(pattern("1153-1").matches(part)).isTrue();
        assertThat(pattern("HIS 1153").matches(part)).isTrue();
        assertThat(pattern("HIS 1153-2").matches(part)).isFalse();
    }

    @Test
    void aSeriesThatIsWrittenMustBeTheRightOne() {
        Identifier specification = Identifier.parse("HITS 1210:2018").orElseThrow();
        assertThat(pattern("hits1210").matches(specification)).isTrue();
        assertThat(pattern("1210").matches(specification)).isTrue();
        assertThat(pattern("HIS 1210").matches(specification)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svarrapport", "HIS", "HIS 8", "M24.1", "80822:14", "HIS 80822:2014 v1.4", "", "999999"})
    void otherTextsAreNotNumbers(String text) {
        assertThat(IdentifierPattern.parse(text)).isEmpty();
    }

    @Test
    void anIdentifierIsWrittenAsItIsRead() {
        for (String text : new String[] {"HIS 80822:2014", "HIS 1153-1:2016", "HISD 1168:2016", "HIS 80812"}) {
            assertThat(Identifier.parse(text)).map(Identifier::toString).hasValue(text);
        }
        assertThat(Identifier.parse("his 80822:2014")).isEmpty();
    }
}
