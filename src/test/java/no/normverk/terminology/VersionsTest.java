package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void anEditionWithoutADateIsANameOfEachOfItsVersions() {
        assertThat(Versions.names("1.0", "1.0")).isTrue();
        assertThat(Versions.names("1.0", "1.0.1")).isFalse();
        assertThat(Versions.names("1.x", "1.0")).as("a pattern is no name").isFalse();
        assertThat(Versions.names("http://snomed.info/sct/51000202101", "http://snomed.info/sct/51000202101/version/20250415")).isTrue();
        assertThat(Versions.names("http://snomed.info/sct/5100020210", "http://snomed.info/sct/51000202101/version/20250415")).isFalse();
        assertThat(Versions.names("http://snomed.info/sct/51000202101/version/20250415", "http://snomed.info/sct/51000202101")).isFalse();
    }

    private static final String INTERNATIONAL = "http://snomed.info/sct/900000000000207008";
    private static final String NORWEGIAN = "http://snomed.info/sct/51000202101";

    @Test
    void numbersInsideAVersionCompareAsNumbers() {
        assertOldestFirst("1.0.0", "1.2.0", "1.9", "1.10", "2", "10");
        assertOldestFirst("2024-01", "2024-02-28", "2024-11");
        assertOldestFirst("v2", "v10");
        assertOldestFirst("99999999999999999998", "99999999999999999999", "100000000000000000000");
    }

    @Test
    void whatGoesOnIsNewerThanWhatStops() {
        assertOldestFirst("1.0", "1.0.0", "1.0.1");
        assertOldestFirst("2024", "2024-01");
    }

    @Test
    void noVersionIsOlderThanAny() {
        assertThat(Versions.compare(null, "0")).isNegative();
        assertThat(Versions.compare("0", null)).isPositive();
        assertThat(Versions.compare(null, null)).isZero();
    }

    @Test
    void snomedVersionsCompareByDateBeforeEdition() {
        assertOldestFirst(
                NORWEGIAN + "/version/20200101", INTERNATIONAL + "/version/20210131", NORWEGIAN + "/version/20210201");
    }

    @Test
    void zerosBeforeANumberMakeNoDifference() {
        assertThat(Versions.compare("1.01", "1.1")).isZero();
        assertThat(Versions.compare("1.01", "1.2")).isNegative();
        assertThat(Versions.compare("1.00", "1.0")).isZero();
    }

    @Test
    void aSnomedVersionIsNewerThanWhatIsNone() {
        assertOldestFirst("20240101", NORWEGIAN, NORWEGIAN + "/version/20200101");
    }

    @Test
    void theOrderContradictsItselfNowhere() {
        RandomCases.check(3_000, random -> {
            List<@Nullable String> versions = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                versions.add(version(random));
            }
            String a = versions.get(0);
            String b = versions.get(1);
            String c = versions.get(2);
            assertThat(Versions.compare(a, a)).isZero();
            assertThat(Integer.signum(Versions.compare(a, b))).as("%s, %s", a, b).isEqualTo(-Integer.signum(Versions.compare(b, a)));
            if (Versions.compare(a, b) <= 0 && Versions.compare(b, c) <= 0) {
                assertThat(Versions.compare(a, c)).as("%s, %s, %s", a, b, c).isLessThanOrEqualTo(0);
            }
        });
    }

    private static @Nullable String version(Random random) {
        String[] pieces = {"0", "1", "01", "10", "2", ".", "-", "a", "/version/", "x", "9", "/"};
        int length = random.nextInt(5);
        if (length == 0) {
            return null;
        }
        StringBuilder version = new StringBuilder();
        for (int i = 0; i < length; i++) {
            version.append(pieces[random.nextInt(pieces.length)]);
        }
        return version.toString();
    }

    private static void assertOldestFirst(String... versions) {
        List<String> shuffled = new ArrayList<>(List.of(versions));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Versions.ASCENDING);
        assertThat(shuffled).containsExactly(versions);
    }

    @Test
    void aVersionMatchesItselfAndNothingLess() {
        assertThat(Versions.matches("1.2.0", "1.2.0")).isTrue();
        assertThat(Versions.matches("1", "1.2.0")).isFalse();
        assertThat(Versions.matches("1.2", "1.2.0")).isFalse();
        assertThat(Versions.matches("1.2.0", "1.2")).isFalse();
        assertThat(Versions.matches("1.2.0", null)).isFalse();
    }

    @Test
    void wildcardsStandForOneSegmentEach() {
        assertThat(Versions.matches("1.x.x", "1.2.0")).isTrue();
        assertThat(Versions.matches("1.X.0", "1.2.0")).isTrue();
        assertThat(Versions.matches("1.0.x", "1.2.0")).isFalse();
        assertThat(Versions.matches("1.x", "1.2.0")).isFalse();
        assertThat(Versions.matches("x.2", "1.2")).isTrue();
        assertThat(Versions.matches("2.x", "1.2")).isFalse();
    }

    @Test
    void aStarAtTheEndStandsForTheRest() {
        assertThat(Versions.matches("1.*", "1.2.0")).isTrue();
        assertThat(Versions.matches("1.*", "2.0.0")).isFalse();
        assertThat(Versions.matches("*", "anything")).isTrue();
    }

    @Test
    void aSnomedEditionWithoutDateMatchesAllItsVersions() {
        assertThat(Versions.matches(NORWEGIAN, NORWEGIAN + "/version/20240101")).isTrue();
        assertThat(Versions.matches(NORWEGIAN, INTERNATIONAL + "/version/20240101")).isFalse();
        assertThat(Versions.matches("http://snomed.info/sct/510002021", NORWEGIAN + "/version/20240101")).isFalse();
    }

    @Test
    void aPatternIsToldByItsWildcards() {
        assertThat(Versions.isPattern("1.x.x")).isTrue();
        assertThat(Versions.isPattern("1.*")).isTrue();
        assertThat(Versions.isPattern("1.0.0")).isFalse();
        assertThat(Versions.isPattern("xyz")).isFalse();
    }
}
