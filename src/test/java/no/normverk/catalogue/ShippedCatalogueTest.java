package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.normverk.authoring.Coded;
import no.normverk.authoring.PartialDate;
import org.junit.jupiter.api.Test;

/** What the files of the catalogue say, against what is known from the sources. */
class ShippedCatalogueTest {

    private final Catalogue catalogue = ShippedCatalogue.read();

    private NormativeProduct product(String key) {
        return catalogue.find(key).orElseThrow(() -> new AssertionError("no product " + key));
    }

    @Test
    void everyFileIsReadAndThereAreMoreThanSixty() throws IOException {
        try (var files = Files.list(ShippedCatalogue.FOLDER)) {
            long written = files.filter(file -> file.toString().endsWith(".yaml")).count();
            assertThat(catalogue.products()).hasSize((int) written).hasSizeGreaterThan(60);
        }
    }

    @Test
    void everyProductHasATopicAndASource() {
        assertThat(catalogue.products()).allSatisfy(product -> {
            assertThat(product.topics()).isNotEmpty();
            assertThat(product.sources()).isNotEmpty();
        });
    }

    @Test
    void aMandatoryObligationHasALegalBasisOrIsMarkedAsUncertain() {
        assertThat(catalogue.products()).allSatisfy(product -> assertThat(product.obligations())
                .filteredOn(obligation -> obligation.level() == NormativeLevel.OBLIGATORISK_STANDARD && obligation.legalBasis().isEmpty())
                .allSatisfy(obligation -> assertThat(product.unverified()).containsKey("obligations")));
    }

    @Test
    void noObligationIsStrongerThanItsProduct() {
        assertThat(catalogue.products().stream()
                        .filter(product -> product.obligations().stream().anyMatch(obligation ->
                                product.level().filter(level -> level.compareTo(obligation.level()) >= 0).isEmpty()))
                        .map(NormativeProduct::key))
                .isEmpty();
    }

    @Test
    void anObligationAtALevelThatIsNotVerifiedIsNotVerified() {
        List<NormativeProduct> uncertain = catalogue.products().stream()
                .filter(product -> product.unverified().containsKey("level") && !product.obligations().isEmpty())
                .toList();
        assertThat(uncertain).isNotEmpty().allSatisfy(product -> assertThat(product.obligations())
                .filteredOn(obligation -> product.level().equals(Optional.of(obligation.level())))
                .isNotEmpty()
                .allSatisfy(obligation -> assertThat(obligation.verified()).as(product.key()).isFalse()));
    }

    @Test
    void aWithdrawnProductSaysSoInItsStatus() {
        assertThat(catalogue.products())
                .filteredOn(product -> product.dates().withdrawn().isPresent())
                .isNotEmpty()
                .allSatisfy(product -> assertThat(product.lifecycle()).hasValue(LifecycleStatus.UTGATT));
    }

    @Test
    void revisionsStandOldestFirst() {
        assertThat(catalogue.products()).allSatisfy(product -> assertThat(product.revisions().stream().map(Revision::date))
                .isSortedAccordingTo(Comparator.naturalOrder()));
    }

    @Test
    void anAlternativeGroupJoinsMoreThanOneProduct() {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        catalogue.products().forEach(product -> product.obligations().forEach(obligation -> obligation.alternativeGroup()
                .ifPresent(group -> groups.computeIfAbsent(group, none -> new TreeSet<>()).add(product.key()))));
        assertThat(groups).isNotEmpty().allSatisfy((group, keys) -> assertThat(keys).as(group).hasSizeGreaterThan(1));
    }

    @Test
    void lineageHasNoCircles() {
        catalogue.products().forEach(product -> {
            List<String> older = new ArrayList<>(product.replaces());
            for (int i = 0; i < older.size(); i++) {
                assertThat(older.get(i)).isNotEqualTo(product.key());
                product(older.get(i)).replaces().stream().filter(key -> !older.contains(key)).forEach(older::add);
            }
        });
    }

    @Test
    void svarrapportKeepsEveryDecisionOfItsTwoAuthorities() {
        List<Obligation> receive = product("svarrapportering-1.4").obligations().stream()
                .filter(obligation -> obligation.direction() == Direction.MOTTA)
                .toList();
        assertThat(receive).extracting(Obligation::id).containsExactly(
                "sidestilt-motta", "sidestilt-motta-opphor", "plan-2019-motta", "plan-2021-motta", "forskrift-2021-motta");
        assertThat(receive).extracting(obligation -> obligation.mustFrom().orElseThrow()).contains(
                on("2021-07-01"), on("2022-02-01"), on("2022-07-01"));
        Obligation moved = receive.get(3);
        assertThat(moved.supersedes()).containsExactly("plan-2019-motta");
        assertThat(moved.decisionDate()).hasValue(new PartialDate("2021-03-23"));
        assertThat(moved.legalBasis()).isEmpty();
        assertThat(receive.get(4).legalBasis().flatMap(LegalBasis::reference)).hasValue("FOR-2021-06-18-2023");
        assertThat(receive.get(4).supersedes()).isEmpty();
    }

    @Test
    void theThreePartsOfServiceBasedAddressingReplaceTheOneBefore() {
        assertThat(catalogue.replacedBy("tjenestebasert-adressering-2015")).containsExactly(
                "tjenestebasert-adressering-del-1", "tjenestebasert-adressering-del-2", "tjenestebasert-adressering-del-3");
    }

    @Test
    void theSecondNursingAndCareVersionIsFoundAsWithdrawn() {
        assertThat(catalogue.search(CatalogueQuery.EVERYTHING.withIdentifier("HIS 1162")))
                .hasSize(3)
                .allSatisfy(product -> assertThat(product.dates().withdrawn()).hasValue(new PartialDate("2018-10-15")));
    }

    @Test
    void aStoppedRolloutHasAReasonInsteadOfADate() {
        assertThat(product("helsefaglig-dialog").lifecycle()).hasValue(LifecycleStatus.STANSET);
        assertThat(product("helsefaglig-dialog").obligations()).last()
                .extracting(obligation -> obligation.mustFrom().orElseThrow())
                .isInstanceOf(Deadline.Unknown.class);
    }

    @Test
    void aNumberMayCoverSeveralMessages() {
        assertThat(catalogue.search(CatalogueQuery.EVERYTHING.withIdentifier("HIS 80812")))
                .extracting(NormativeProduct::key)
                .contains("eresept-m5-tilbakekalling", "eresept-m7-slettet-resept", "eresept-m24.1", "eresept-m24.2");
    }

    @Test
    void theSchemaKnowsTheFieldsAndCodesThatTheReaderKnows() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ShippedCatalogue.FOLDER.resolve("product.schema.json").toFile());
        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrder(ProductReader.FIELDS);
        assertThat(codes(schema.at("/properties/level/enum"))).isEqualTo(codes(NormativeLevel.values()));
        assertThat(codes(schema.at("/properties/documentType/enum"))).isEqualTo(codes(DocumentType.values()));
        assertThat(codes(schema.at("/properties/lifecycle/enum"))).isEqualTo(codes(LifecycleStatus.values()));
        assertThat(codes(schema.at("/properties/managementPhase/enum"))).isEqualTo(codes(ManagementPhase.values()));
        assertThat(names(schema.at("/properties/binds/items/properties"))).containsExactly("codeSystem", "valueSet", "conceptMap", "profile", "version", "note");
        assertThat(codes(schema.at("/$defs/obligation/properties/direction/enum"))).isEqualTo(codes(Direction.values()));
    }

    @Test
    void theSchemaOfExemptionsKnowsTheFieldsAndActorsThatTheReaderKnows() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Path.of("terminology", "exemptions", "exemption.schema.json").toFile());
        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrder(ExemptionReader.FIELDS);
        assertThat(codes(schema.at("/properties/direction/enum"))).isEqualTo(codes(Direction.values()));
        Vocabulary actors = Vocabularies.read(ShippedCatalogue.PROFILES).actors();
        assertThat(codes(schema.at("/properties/actors/items/enum"))).hasSizeGreaterThan(10).allMatch(actors::has);
    }

    private static Deadline on(String date) {
        return new Deadline.On(new PartialDate(date));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static List<String> codes(Coded[] values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }
}
