package no.normverk.plans;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.normverk.SharedMaterial;
import no.normverk.authoring.Coded;
import no.normverk.authoring.LocalText;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SyntheticEdition;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import no.normverk.terminology.edition.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedPlansTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<String> NAMED = List.of(
            "angst",
            "ernaeringssvikt-underernaering",
            "fall-forebygge",
            "forvirring-akutt",
            "hjerneslag-akutt",
            "selvmord",
            "smerte-akutt",
            "smerte-kronisk-kreft");

    private final GuidingPlans plans = ShippedPlans.read();

    @TempDir
    Path directory;

    @Test
    void theEightNamedPlansAreThereWithAMenuEach() {
        assertThat(NAMED).allSatisfy(name -> {
            GuidingPlan plan = ShippedPlans.plan(name, name.equals("smerte-akutt") ? "2.0" : "1.0");
            assertThat(plan.isInForce(DAY)).isTrue();
            assertThat(plan.problems()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(plan.elements().stream().filter(Goal.class::isInstance)).hasSizeGreaterThanOrEqualTo(3);
            assertThat(plan.elements().stream().filter(Intervention.class::isInstance)).hasSizeGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void everyPlanSaysThatItIsSyntheticInEveryLanguage() {
        assertThat(plans.all()).allSatisfy(plan -> {
            assertThat(plan.synthetic()).isTrue();
            LocalText description = plan.description().orElseThrow();
            assertThat(description.nb()).contains("Syntetisk eksempel");
            assertThat(description.nn().orElseThrow()).contains("Syntetisk eksempel");
            assertThat(description.en().orElseThrow()).contains("Synthetic example");
            assertThat(plan.elements()).allSatisfy(element -> {
                assertThat(element.text().nn()).isPresent();
                assertThat(element.text().en()).isPresent();
            });
        });
    }

    @Test
    void theSyntheticEditionHasEveryCodeInItsReferenceSetAndIsAFragmentThatAnythingOutranks() throws IOException {
        Path target = directory.resolve("edition");
        SnomedCompiler.compile(
                List.of(ShippedPlans.SYNTHETIC_EDITION), new CompileOptions(SyntheticEdition.VERSION), target, Progress.NONE);
        try (var edition = SnomedEditions.open(target)) {
            Registry registry = Registry.empty().with().codeSystem(edition).build();
            PlanCheck check = new PlanCheck(registry, plans, DAY, Languages.ANY, null);
            assertThat(plans.all()).allSatisfy(plan -> {
                assertThat(check.resolves(plan)).isTrue();
                assertThat(check.findings(plan)).noneMatch(finding -> finding.code().isPresent());
            });
            assertThat(edition.header().isFragment()).isTrue();
            assertThat(edition.header().standing().experimental()).isTrue();
            assertThat(Stream.of("nb", "nn", "en").map(language -> requireNonNull(edition.term(edition.locate("274663001"), Languages.parse(language))).value()))
                    .containsExactly("Akutt smerte, syntetisk", "Akutt smerte, syntetisk", "Acute pain, synthetic");
        }
    }

    @Test
    void everyCodeExistsInSnomedCt() throws IOException {
        Path file = SharedMaterial.require("SNOMED CT ids of plans", "data/snomed/gps/ValueSet-snomed-intl-gps.json");
        JsonNode globalPatientSet = new ObjectMapper().readTree(file.toFile());
        Set<String> known = new HashSet<>();
        globalPatientSet.path("compose").path("include").forEach(include -> include.path("concept").forEach(concept -> known.add(concept.path("code").asText())));
        Set<String> used = new HashSet<>();
        plans.all().forEach(plan -> plan.elements().forEach(element -> used.add(element.code().code())));
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(known).containsAll(used);
    }

    @Test
    void aLocalPlanWhoseParentWasRevisedIsDueForReviewAndItsSiblingIsNot() {
        assertThat(plans.isDueForReview(ShippedPlans.plan("smerte-akutt-eksempelsykehuset", "1.0"), DAY)).isTrue();
        assertThat(plans.isDueForReview(ShippedPlans.plan("smerte-akutt-eksempelregionen", "1.0"), DAY)).isFalse();
        assertThat(plans.isDueForReview(ShippedPlans.plan("smerte-akutt-eksempelsykehuset", "1.0"), LocalDate.of(2026, 3, 31)))
                .as("the day before the revision came into force")
                .isFalse();
    }

    @Test
    void theSchemaHasTheFieldsAndCodesOfTheReader() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ShippedPlans.FOLDER.resolve("plan.schema.json").toFile());
        Set<String> names = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyInAnyOrder(PlanReader.FIELDS);
        assertThat(codes(schema.at("/properties/tier/enum"))).isEqualTo(codes(Tier.values()));
        assertThat(codes(schema.at("/properties/status/enum"))).isEqualTo(codes(PlanStatus.values()));
        assertThat(codes(schema.at("/properties/careLevels/items/enum"))).isEqualTo(codes(CareLevel.values()));
        assertThat(codes(schema.at("/$defs/problem/properties/type/enum"))).isEqualTo(codes(ProblemType.values()));
        assertThat(codes(schema.at("/$defs/goal/properties/type/enum"))).isEqualTo(codes(GoalType.values()));
        assertThat(codes(schema.at("/$defs/intervention/properties/type/enum"))).isEqualTo(codes(InterventionType.values()));
        assertThat(codes(schema.at("/$defs/zone/properties/colour/enum"))).isEqualTo(codes(ZoneColour.values()));
    }

    private static List<String> codes(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(i -> array.path(i).asText()).toList();
    }

    private static List<String> codes(Coded[] vocabulary) {
        return Stream.of(vocabulary).map(Coded::code).toList();
    }
}
