package no.normverk.terminology.validity;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Samples;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final String CODES = "http://x.no/codes";

    private static Day on(String date) {
        return new Day(LocalDate.parse(date), true);
    }

    private static @Nullable String firstDay(String version) {
        LocalDate day = Day.firstDay(version, Standing.ACTIVE);
        return day == null ? null : day.toString();
    }

    @Test
    void aReleaseNamedByItsDayBeginsThen() {
        assertThat(firstDay("http://snomed.info/sct/51000202101/version/20251215")).isEqualTo("2025-12-15");
        assertThat(firstDay("2024-01")).isEqualTo("2024-01-01");
        assertThat(firstDay("2024-01-21")).isEqualTo("2024-01-21");
        assertThat(firstDay("7280.61")).isNull();
        assertThat(firstDay("1.2026.0")).isNull();
        assertThat(firstDay("4.0.1")).isNull();
        assertThat(firstDay("2023-02-30")).isNull();
        assertThat(Day.firstDay("7", new Standing("active", false, null, "2020-06-01T10:00:00Z"))).isEqualTo(LocalDate.parse("2020-06-01"));
        assertThat(Day.firstDay("2024-01", new Standing("active", false, null, "2020-06-01", "2003-03-02"))).as("what it states itself counts most").isEqualTo(LocalDate.parse("2003-03-02"));
        assertThat(Day.firstDay("2024-01", new Standing("active", false, null, "2020-06-01"))).as("a release's own name counts before the resource's date").isEqualTo(LocalDate.parse("2024-01-01"));
    }

    private static final Registry TWO_RELEASES = Samples.registry(
            codeSystem(CODES).version("2020-01").with(concept("a").display("old")).make(),
            codeSystem(CODES).version("2023-07").with(concept("a").display("new")).make(),
            codeSystem("http://x.no/undated").version("1").codes("u").make());

    private static @Nullable String version(Registry registry, @Nullable String asked) {
        return Objects.requireNonNull(registry.codeSystem(CODES, asked)).header().version();
    }

    @Test
    void theVersionInForceOnTheDayAnswers() {
        assertThat(version(TWO_RELEASES, null)).isEqualTo("2023-07");
        assertThat(version(TWO_RELEASES.on(on("2023-07-01")), null)).isEqualTo("2023-07");
        assertThat(version(TWO_RELEASES.on(on("2023-06-30")), null)).isEqualTo("2020-01");
        assertThat(version(TWO_RELEASES.on(on("2020-01-01")), null)).isEqualTo("2020-01");
        assertThat(version(TWO_RELEASES.on(on("2021-01-01")), "2023-07")).as("a version that is named is meant").isEqualTo("2023-07");
        assertThat(TWO_RELEASES.on(on("1999-01-01")).codeSystem("http://x.no/undated", null)).as("what has no date is always in force").isNotNull();
        assertThat(TWO_RELEASES.on(on("2021-01-01")).codeSystemVersions(CODES)).hasSize(1);
        assertThat(version(TWO_RELEASES.on(Day.today()), null)).as("nobody asked for a day").isEqualTo("2023-07");
    }

    @Test
    void aDayBeforeAllVersionsIsRefusedWithTheOldest() {
        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> TWO_RELEASES.on(on("2019-12-31")).codeSystem(CODES, null))
                .satisfies(e -> assertThat(e.issues().getFirst().message()).isEqualTo(Message.of("not-in-force", CODES, "2019-12-31", "2020-01", "2020-01-01")));
    }

    /** One release that knows when its codes were valid and when they might be reported. */
    private static final Registry WITH_WINDOWS = Samples.registry(codeSystem("http://x.no/windows").version("2026-01")
            .property("validFrom", null, "dateTime").property("validTo", null, "dateTime").property("replacedBy", null, "code")
            .property("nprReported", null, "boolean").property("nprValidFrom", null, "dateTime").property("nprValidTo", null, "dateTime")
            .with(
                    concept("A00").property("validFrom", new Value.DateTime("1999-01-01")).property("nprReported", true)
                            .property("nprValidFrom", new Value.DateTime("1999-01-01")).property("nprValidTo", new Value.DateTime("2004-12-31")),
                    concept("B01").property("validFrom", new Value.DateTime("1999-01-01")).property("validTo", new Value.DateTime("2010-12-31"))
                            .property("inactive", true).property("replacedBy", "C01").property("replacedBy", "C02"),
                    concept("C01").property("validFrom", new Value.DateTime("2011-01-01")),
                    concept("D01").property("inactive", true),
                    concept("E01"))
            .make());

    private static CodeSystemVersion windows(String date) {
        return Objects.requireNonNull(WITH_WINDOWS.on(on(date)).codeSystem("http://x.no/windows", null));
    }

    private static List<String> active(CodeSystemVersion system) {
        return List.of("A00", "B01", "C01", "D01", "E01").stream().filter(code -> !system.isInactive(system.locate(code))).toList();
    }

    @Test
    void codesAreActiveWithinTheirWindow() {
        assertThat(active(windows("1998-12-31"))).containsExactly("E01");
        assertThat(active(windows("1999-01-01"))).containsExactly("A00", "B01", "E01");
        assertThat(active(windows("2010-12-31"))).as("the last day belongs to it").containsExactly("A00", "B01", "E01");
        assertThat(active(windows("2011-01-01"))).containsExactly("A00", "C01", "E01");
        CodeSystemVersion then = windows("2010-12-31");
        assertThat(then.active().cardinality()).isEqualTo(3);
        assertThat(then.filter(new ConceptFilter("inactive", FilterOperator.EQUALS, "true")).cardinality()).isEqualTo(2);
    }

    @Test
    void whatACodeIsUsedForFollowsItsOwnWindow() {
        assertThat(property(windows("2003-01-01"), "A00", "nprReported")).isEqualTo("true");
        assertThat(property(windows("2004-12-31"), "A00", "nprReported")).isEqualTo("true");
        assertThat(property(windows("2006-01-01"), "A00", "nprReported")).isEqualTo("false");
        assertThat(windows("2003-06-01").filter(new ConceptFilter("nprReported", FilterOperator.EQUALS, "true")).cardinality()).isEqualTo(1);
        assertThat(windows("2006-06-01").filter(new ConceptFilter("nprReported", FilterOperator.EQUALS, "true")).cardinality()).isZero();
        assertThat(property(windows("2005-01-01"), "B01", "inactive")).as("as it was, not as on the day of loading").isEqualTo("false");
    }

    private static String property(CodeSystemVersion system, String code, String property) {
        return system.properties(system.locate(code), property::equals).getFirst().value().text();
    }

    @Test
    void whyACodeIsNotValidIsToldWithWhatReplacesIt() {
        CodeSystemVersion now = windows("2020-01-01");
        assertThat(now.whyNotValid(now.locate("B01"))).isEqualTo(Message.of("code-expired-replaced", "B01", "2010-12-31", "2020-01-01", "C01, C02"));
        assertThat(now.whyNotValid(now.locate("A00"))).isNull();
        CodeSystemVersion then = windows("2005-01-01");
        assertThat(then.whyNotValid(then.locate("B01"))).isNull();
        assertThat(then.whyNotValid(then.locate("C01"))).isEqualTo(Message.of("code-not-yet-valid", "C01", "2011-01-01", "2005-01-01"));
    }

    @Test
    void theSameVersionOnTheSameDayIsTheSameThing() {
        assertThat(windows("2020-01-01")).isSameAs(windows("2020-01-01")).isNotSameAs(windows("2020-01-02"));
        assertThat(TWO_RELEASES.on(on("2024-01-01")).codeSystem(CODES, null)).as("without windows nothing is laid over it").isSameAs(TWO_RELEASES.codeSystem(CODES, null));
    }
}
