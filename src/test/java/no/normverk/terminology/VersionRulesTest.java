package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionRulesTest {

    private static final String S = "http://x.no/s";

    private static List<Canonical> rule(String version) {
        return List.of(Canonical.of("http://x.no/other", "9"), Canonical.of(S, version));
    }

    @Test
    void withoutRulesTheStatedVersionCounts() {
        assertThat(VersionRules.NONE.apply(S, "1")).isEqualTo("1");
        assertThat(VersionRules.NONE.apply(S, null)).isNull();
    }

    @Test
    void aDefaultCountsOnlyWhereNothingIsStated() {
        VersionRules rules = new VersionRules(rule("2"), List.of(), List.of());

        assertThat(rules.apply(S, null)).isEqualTo("2");
        assertThat(rules.apply(S, "1")).isEqualTo("1");
        assertThat(rules.required(S)).isNull();
    }

    @Test
    void aCheckIsADefaultAndARequirement() {
        VersionRules rules = new VersionRules(List.of(), rule("2"), List.of());

        assertThat(rules.apply(S, null)).isEqualTo("2");
        assertThat(rules.apply(S, "1")).isEqualTo("1");
        assertThat(rules.required(S)).isEqualTo("2");
    }

    @Test
    void aDefaultComesBeforeACheck() {
        VersionRules rules = new VersionRules(rule("1"), rule("2"), List.of());

        assertThat(rules.apply(S, null)).isEqualTo("1");
        assertThat(rules.required(S)).isEqualTo("2");
    }

    @Test
    void aForcedVersionCountsWhateverIsStated() {
        VersionRules rules = new VersionRules(rule("1"), rule("2"), rule("3"));

        assertThat(rules.apply(S, null)).isEqualTo("3");
        assertThat(rules.apply(S, "1")).isEqualTo("3");
    }

    @Test
    void aRuleIsForItsOwnSystem() {
        VersionRules rules = new VersionRules(rule("1"), rule("2"), rule("3"));

        assertThat(rules.apply("http://x.no/third", null)).isNull();
        assertThat(rules.required("http://x.no/third")).isNull();
    }
}
