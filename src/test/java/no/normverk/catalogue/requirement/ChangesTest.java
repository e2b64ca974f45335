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
import no.normverk.catalogue.requirement.CatalogueChange.Kind;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final ActorTypes ACTORS = ActorTypes.of(List.of(
            new ActorType("fastlege", LocalText.nb("Fastlege"), List.of(), false, false),
            new ActorType("apotek", LocalText.nb("Apotek"), List.of(), false, false)));

    private static Obligation decided(String id, String actor, NormativeLevel level, String decidedOn, String mustFrom, String... supersedes) {
        return new Obligation(
                id, actor, List.of(), Direction.SENDE, level, Optional.empty(), on(mustFrom), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("Direktoratet"), on(decidedOn), List.of(supersedes), Optional.empty(), Optional.empty(), true);
    }

    private static Optional<Deadline> on(String date) {
        return Optional.of(new Deadline.On(new PartialDate(date)));
    }

    private static List<CatalogueChange> changes(Obligation... obligations) {
        NormativeProduct product = new NormativeProduct(
                "melding", LocalText.nb("Melding"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(),
                new NormativeProduct.Dates(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(obligations), List.of(), Map.of());
        ObligationIndex index = ObligationIndex.of(new PublishedCatalogue(Catalogue.of(List.of(product)), ACTORS, List.of()));
        ChangeQuery query = new ChangeQuery(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 12, 31), List.of(), Optional.empty());
        return new Changes(index).find(query).changes();
    }

    @Test
    void aStrongerDecisionRaisesTheLevelWhoeverMadeTheWeaker() {
        Obligation plan = decided("plan", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020");
        Obligation law = decided("lov", "fastlege", NormativeLevel.OBLIGATORISK_STANDARD, "2021-06-18", "2022");
        assertThat(changes(plan, law)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.RAISED);
            assertThat(change.before()).hasValue(plan);
        });
    }

    @Test
    void aDecisionAboutOthersIsNew() {
        Obligation plan = decided("plan", "fastlege", NormativeLevel.ANBEFALT_STANDARD, "2019", "2020");
        Obligation law = decided("lov", "apotek", NormativeLevel.OBLIGATORISK_STANDARD, "2021-06-18", "2022");
        assertThat(changes(plan, law)).extracting(CatalogueChange::kind).containsExactly(Kind.NEW);
    }

    @Test
    void aDecisionTakenAnewMayLowerTheLevelAndMoveTheDeadline() {
        Obligation law = decided("lov", "fastlege", NormativeLevel.OBLIGATORISK_STANDARD, "2019", "2020");
        Obligation softer = decided("mykere", "fastlege", NormativeLevel.RETNINGSLINJE, "2021-02", "2023", "lov");
        assertThat(changes(law, softer)).extracting(CatalogueChange::kind).containsExactly(Kind.LOWERED, Kind.MOVED);
        assertThat(changes(law, softer).getLast().moved().orElseThrow())
                .isEqualTo(new CatalogueChange.Moved("mustFrom", on("2020"), on("2023")));
    }

    @Test
    void theSameDecisionForSeveralActorsIsOneChange() {
        Obligation one = decided("a", "fastlege", NormativeLevel.OBLIGATORISK_STANDARD, "2021-02-01", "2023");
        Obligation other = decided("b", "apotek", NormativeLevel.OBLIGATORISK_STANDARD, "2021-02-01", "2023");
        assertThat(changes(one, other)).singleElement()
                .satisfies(change -> assertThat(change.obligations()).containsExactly(one, other));
    }
}
