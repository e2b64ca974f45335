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
    void itIsWrittenAsItIsRead() {
        for (String text : new String[] {"http://x.no/a|1.0", "http://x.no/a", "#local"}) {
            assertThat(Canonical.parse(text)).hasToString(text);
        }
    }
}
