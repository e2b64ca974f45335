package no.normverk.catalogue.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.LocalText;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.ActorType;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Deadline;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.PublishedCatalogue;
import org.junit.jupiter.api.Test;

/** Equal versions that do not bind everybody alike: what is told of one kind of organisation does not depend on who else is asked for. */
class EqualVersionsTest {

    private static final ActorTypes ACTORS = ActorTypes.of(List.of(
            new ActorType("fastlege", LocalText.nb("Fastlege"), List.of(), false, false),
            new ActorType("apotek", LocalText.nb("Apotek"), List.of(), false, false)));
    private static final LocalDate DAY = LocalDate.of(2022, 1, 1);

    private static Obligation decided(String id, String actor, NormativeLevel level, String decidedOn, String mustFrom) {
        return new Obligation(
                id, actor, List.of(), Direction.MOTTA, level, Optional.empty(), on(mustFrom), Optional.empty(), Optional.of("gruppe"), Optional.empty(),
                Optional.empty(), Optional.of("Direktoratet"), on(decidedOn), List.of(), Optional.empty(), Optional.empty(), true);
    }

    private static Optional<Deadline> on(String date) {
        return Optional.of(new Deadline.On(new PartialDate(date)));
    }

    private static NormativeProduct product(String key, Obligation... obligations) {
        return new NormativeProduct(
                key, LocalText.nb(key), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(),
                new NormativeProduct.Dates(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(obligations), List.of(), Map.of());
    }

    /** Each requirement as it is told: who, how strongly, from when, by what. */
    private static List<String> told(List<String> actors, NormativeProduct... products) {
        ObligationIndex index = ObligationIndex.of(new PublishedCatalogue(Catalogue.of(List.of(products)), ACTORS, List.of()));
        return new RequiredStandards(index).find(RequirementQuery.of(actors, DAY, DAY)).requirements().stream()
                .map(one -> one.reasons().stream().map(Requirement.Reason::asked).distinct().toList() + " " + one.level().code() + " "
                        + one.obligation().mustFrom().flatMap(Deadline::known).map(PartialDate::text).orElse("-") + " "
                        + one.alternatives().stream().map(alternative -> alternative.product().key()).toList())
                .toList();
    }

    @Test
    void whatMustAndWhatShallAreNotToldTogether() {
        NormativeProduct one = product(
                "v1",
                decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"),
                decided("b", "apotek", NormativeLevel.OBLIGATORISK_STANDARD, "2020", "2021-01-01"));
        NormativeProduct other = product(
                "v2",
                decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"),
                decided("b", "apotek", NormativeLevel.OBLIGATORISK_STANDARD, "2020", "2021-01-01"));
        assertThat(told(List.of("fastlege"), one, other)).containsExactly("[fastlege] anbefalt-standard 2020-01-01 [v1, v2]");
        assertThat(told(List.of("apotek"), one, other)).containsExactly("[apotek] obligatorisk-standard 2021-01-01 [v1, v2]");
        assertThat(told(List.of("fastlege", "apotek"), one, other)).containsExactly(
                "[fastlege] anbefalt-standard 2020-01-01 [v1, v2]", "[apotek] obligatorisk-standard 2021-01-01 [v1, v2]");
    }

    @Test
    void anotherDayIsAnotherEntryAndTheSameDayIsTheSame() {
        NormativeProduct one = product(
                "v1",
                decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"),
                decided("b", "apotek", NormativeLevel.ANBEFALT_STANDARD, "2019", "2021-01-01"));
        NormativeProduct other = product("v2", decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"));
        assertThat(told(List.of("fastlege", "apotek"), one, other))
                .containsExactly("[fastlege] anbefalt-standard 2020-01-01 [v1, v2]", "[apotek] anbefalt-standard 2021-01-01 [v1]");
        NormativeProduct alike = product(
                "v1",
                decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"),
                decided("b", "apotek", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"));
        assertThat(told(List.of("fastlege", "apotek"), alike)).containsExactly("[fastlege, apotek] anbefalt-standard 2020-01-01 [v1]");
    }

    @Test
    void theStrongerOfTwoDecisionsOnTheSameSpeaks() {
        NormativeProduct one = product(
                "v1",
                decided("a", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020-01-01"),
                decided("b", "fastlege", NormativeLevel.OBLIGATORISK_STANDARD, "2020", "2021-01-01"));
        assertThat(told(List.of("fastlege"), one)).containsExactly("[fastlege] obligatorisk-standard 2021-01-01 [v1]");
    }

    @Test
    void versionsStandInTheSameOrderWhoeverAsks() {
        NormativeProduct older = product("a-senere", decided("a", "apotek", NormativeLevel.ANBEFALT_STANDARD, "2020", "2021-01-01"), decided("b", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2020", "2021-01-01"));
        NormativeProduct newer = product("b-tidligere", decided("a", "apotek", NormativeLevel.ANBEFALT_STANDARD, "2019", "2021-01-01"), decided("b", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2021", "2021-01-01"));
        assertThat(told(List.of("apotek"), older, newer)).singleElement().asString().endsWith("[b-tidligere, a-senere]");
        assertThat(told(List.of("fastlege"), older, newer)).singleElement().asString().endsWith("[b-tidligere, a-senere]");
    }
}
