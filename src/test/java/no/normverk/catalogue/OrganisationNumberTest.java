package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"983971636", "983974880", "983974929", "983974910", "997005562", "983974791", "974760673"})
    void theLastDigitChecksTheOthers(String number) {
        assertThat(OrganisationNumber.isValid(number)).isTrue();
        char last = number.charAt(8);
        assertThat(OrganisationNumber.isValid(number.substring(0, 8) + (last == '9' ? '0' : (char) (last + 1)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "98397163", "9839716360", "983 971 636", "183971636", "98397163x", "٩٨٣٩٧١٦٣٦"})
    void whatIsNotNineDigitsIsNone(String number) {
        assertThat(OrganisationNumber.isValid(number)).isFalse();
    }
}
