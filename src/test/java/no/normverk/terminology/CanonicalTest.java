package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void theVersionStandsBehindTheBar() {
        assertThat(Canonical.parse("http://x.no/a|1.0")).isEqualTo(Canonical.of("http://x.no/a", "1.0"));
        assertThat(Canonical.parse("http://x.no/a")).isEqualTo(Canonical.of("http://x.no/a", null));
    }

    @Test
    void anEmptyVersionIsNone() {
        assertThat(Canonical.parse("http://x.no/a|")).isEqualTo(Canonical.of("http://x.no/a", null));
    }

    @Test
    void onlyTheFirstBarDivides() {
        assertThat(Canonical.parse("http://x.no/a|1|2")).isEqualTo(Canonical.of("http://x.no/a", "1|2"));
    }

    @Test
    void barsInPairsStandAroundTheTermsOfAConstraint() {
        String url = "http://snomed.info/sct?fhir_vs=ecl/< 1 |a| OR 2 |b|";
        assertThat(Canonical.parse(url)).isEqualTo(Canonical.of(url, null));
        assertThat(Canonical.parse(url + "|http://snomed.info/sct/45991000052106"))
                .isEqualTo(Canonical.of(url, "http://snomed.info/sct/45991000052106"));
        assertThat(Canonical.parse("http://snomed.info/sct?fhir_vs=ecl/< 1|2020")).isEqualTo(Canonical.of("http://snomed.info/sct?fhir_vs=ecl/< 1", "2020"));
    }

    @Test
    void itIsWrittenAsItIsRead() {
        for (String text : new String[] {"http://x.no/a|1.0", "http://x.no/a", "#local"}) {
            assertThat(Canonical.parse(text)).hasToString(text);
        }
    }
}
