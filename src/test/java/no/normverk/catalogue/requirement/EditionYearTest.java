package no.normverk.catalogue.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
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
import no.normverk.catalogue.Identifier;
import no.normverk.catalogue.LegalBasis;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.PublishedCatalogue;
import org.junit.jupiter.api.Test;

/** A document that is of 2016 was not to be followed in 2014, whatever no source says. */
class EditionYearTest {

    private static final ActorTypes ACTORS =
            ActorTypes.of(List.of(new ActorType("fastlege", LocalText.nb("Fastlege"), List.of(), false, false)));
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    private static Obligation obligation(Optional<String> mustFrom, Optional<String> group, Optional<String> inForceFrom) {
        return new Obligation(
                "a", "fastlege", List.of(), Direction.SENDE, NormativeLevel.ANBEFALT_STANDARD, Optional.empty(),
                mustFrom.map(PartialDate::new).map(Deadline.On::new), Optional.empty(), group, Optional.empty(),
                inForceFrom.map(date -> new LegalBasis(
                        "Forskriften", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new PartialDate(date)))),
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), true);
    }

    private static NormativeProduct product(String key, Obligation obligation, String... numbers) {
        return new NormativeProduct(
                key, LocalText.nb(key), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Arrays.stream(numbers).map(number -> Identifier.parse(number).orElseThrow()).toList(),
                List.of(), List.of(), List.of(), List.of(),
                new NormativeProduct.Dates(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(obligation), List.of(), Map.of());
    }

    private static List<Requirement> on(String date, NormativeProduct... products) {
        ObligationIndex index = ObligationIndex.of(new PublishedCatalogue(Catalogue.of(List.of(products)), ACTORS, List.of()));
        return new RequiredStandards(index).find(RequirementQuery.of(List.of("fastlege"), LocalDate.parse(date), LATER)).requirements();
    }

    @Test
    void whatHasNoDayBeginsNotBeforeTheYearOfItsEdition() {
        NormativeProduct product = product("del-1", obligation(Optional.empty(), Optional.empty(), Optional.empty()), "HIS 1153-1:2016");
        assertThat(on("2015-12-31", product)).isEmpty();
        assertThat(on("2016-01-01", product)).singleElement().extracting(Requirement::status).isEqualTo(RequirementStatus.BINDING);
    }

    @Test
    void theOldestOfSeveralEditionsCountsAndANumberWithoutAYearSaysNothing() {
        Obligation undated = obligation(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(on("2011-01-01", product("to", undated, "HIS 1000:2014", "HITS 1000:2011"))).hasSize(1);
        assertThat(on("2010-12-31", product("to", undated, "HIS 1000:2014", "HITS 1000:2011"))).isEmpty();
        assertThat(on("1999-01-01", product("uten", undated, "HIS 80812"))).hasSize(1);
    }

    @Test
    void aProvisionThatIsOlderThanTheEditionDoesNotDemandIt() {
        Obligation byLaw = obligation(Optional.empty(), Optional.empty(), Optional.of("2015-09-01"));
        assertThat(on("2016-12-31", product("ny", byLaw, "HIS 1001:2017"))).isEmpty();
        assertThat(on("2015-09-01", product("gammel", byLaw, "HIS 1001:2014"))).hasSize(1);
        assertThat(on("2015-08-31", product("gammel", byLaw, "HIS 1001:2014"))).isEmpty();
    }

    @Test
    void aDayThatASourceGivesStands() {
        Obligation dated = obligation(Optional.of("2013-05-01"), Optional.empty(), Optional.empty());
        assertThat(on("2013-05-01", product("datert", dated, "HIS 1001:2014"))).hasSize(1);
    }

    @Test
    void theYearOfAnEditionIsNoDayThatIsAnnounced() {
        Obligation first = obligation(Optional.of("2014-01-01"), Optional.of("gruppe"), Optional.empty());
        NormativeProduct old = product("gammel", first, "HIS 1001:2014");
        NormativeProduct byEdition = product("ny", obligation(Optional.empty(), Optional.of("gruppe"), Optional.empty()), "HIS 1001:2016");
        NormativeProduct dated = product("ny", obligation(Optional.of("2016-02-01"), Optional.of("gruppe"), Optional.empty()), "HIS 1001:2016");
        assertThat(on("2015-01-01", old, byEdition)).singleElement().satisfies(one -> assertThat(one.next()).isEmpty());
        assertThat(on("2015-01-01", old, dated)).singleElement()
                .satisfies(one -> assertThat(one.next().orElseThrow().date()).isEqualTo("2016-02-01"));
        assertThat(on("2016-01-01", old, byEdition)).singleElement().satisfies(one -> assertThat(one.alternatives()).hasSize(2));
    }
}
