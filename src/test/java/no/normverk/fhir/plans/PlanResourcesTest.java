package no.normverk.fhir.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.plans.Choice;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Intervention;
import no.normverk.plans.Selection;
import no.normverk.plans.ShippedPlans;
import no.normverk.profiles.ProfileValidation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import org.junit.jupiter.api.Test;

/** Plans as FHIR resources: written, read back, applied, and validated against their profiles and R4. */
class PlanResourcesTest {

    private static final String PATIENT = "Patient/p1";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static ObjectNode apply(GuidingPlan plan, Choice choice, PlanRequest.Form form, String language) {
        PlanRequest request =
                new PlanRequest(PATIENT, "Encounter/e1", "Practitioner/n1", "Organization/o1", DAY, Languages.parse(language), form);
        return CarePlanWriter.write(plan, Selection.of(plan, choice), request, Registry.empty());
    }

    private static Choice everything(GuidingPlan plan) {
        return new Choice(
                plan.problems().stream().map(problem -> problem.id()).toList(),
                plan.problems().stream().flatMap(problem -> problem.goals().stream()).map(goal -> goal.id()).toList(),
                plan.elements().stream().filter(Intervention.class::isInstance).map(element -> element.id()).toList());
    }

    private static void conform(Map<String, String> resources) {
        Map<String, Object> wrong = new TreeMap<>();
        resources.forEach((name, json) -> {
            List<?> findings = ProfileValidation.validate(json);
            if (!findings.isEmpty()) {
                wrong.put(name, findings);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPlanAndInterventionConformsToItsProfile() {
        Map<String, String> resources = new TreeMap<>();
        for (GuidingPlan plan : ShippedPlans.read().all()) {
            resources.put(plan.key(), PlanDefinitionWriter.write(plan).toString());
            ActivityDefinitionWriter.write(plan).forEach(activity -> resources.put(activity.path("id").asText(), activity.toString()));
        }
        assertThat(resources).hasSizeGreaterThan(80);
        conform(resources);
    }

    @Test
    void whatApplyAnswersConformsToItsProfile() {
        Map<String, String> answers = new TreeMap<>();
        for (GuidingPlan plan : ShippedPlans.read().all()) {
            for (PlanRequest.Form form : PlanRequest.Form.values()) {
                answers.put(plan.key() + " all " + form, apply(plan, everything(plan), form, "nn").toString());
                answers.put(plan.key() + " menu " + form, apply(plan, new Choice(List.of(), List.of(), List.of()), form, "nb").toString());
            }
        }
        conform(answers);
    }

    @Test
    void aPlanIsReadBackAsItWasWritten() {
        for (GuidingPlan plan : ShippedPlans.read().all()) {
            Map<String, Intervention.Activity> activities = plan.elements().stream()
                    .filter(Intervention.class::isInstance)
                    .map(Intervention.class::cast)
                    .collect(Collectors.toMap(Intervention::definition, Intervention::activity, (one, same) -> one));
            GuidingPlan back = PlanDefinitionReader.read(
                    PlanDefinitionWriter.write(plan), definition -> Optional.ofNullable(activities.get(definition)));
            assertThat(back).usingRecursiveComparison().isEqualTo(plan);
        }
    }

    @Test
    void aGoalAndAnActionThatWereChosenComeWithoutWhatWasNot() {
        GuidingPlan plan = ShippedPlans.plan("smerte-akutt", "2.0");
        ObjectNode carePlan = apply(
                plan, new Choice(List.of("akutt-smerte"), List.of("smertefri"), List.of("smertevurdering", "overvake-smerte")), PlanRequest.Form.CONTAINED, "nb");
        assertThat(ids(carePlan)).containsExactly("condition-akutt-smerte", "goal-smertefri", "activity-smertevurdering", "activity-overvake-smerte");
        assertThat(carePlan.path("intent").asText()).isEqualTo("plan");
        assertThat(carePlan.path("instantiatesCanonical").path(0).asText()).isEqualTo("http://normverk.no/fhir/PlanDefinition/smerte-akutt|2.0");
        JsonNode goal = carePlan.path("contained").path(1);
        assertThat(goal.path("target").path(0).path("dueDate").asText()).isEqualTo("2026-11-21");
        assertThat(goal.path("addresses").path(0).path("reference").asText()).isEqualTo("#condition-akutt-smerte");
        JsonNode monitoring = carePlan.path("contained").path(3);
        assertThat(monitoring.path("extension")).as("it serves two goals, of which one was chosen").hasSize(1);
    }

    @Test
    void ofAMereProposalNobodyIsSaidToHaveAnyProblem() {
        ObjectNode carePlan = apply(ShippedPlans.plan("angst", "1.0"), new Choice(List.of(), List.of(), List.of()), PlanRequest.Form.CONTAINED, "nb");
        assertThat(carePlan.path("intent").asText()).isEqualTo("proposal");
        assertThat(ids(carePlan)).noneMatch(id -> id.startsWith("condition"));
        assertThat(carePlan.has("addresses")).isFalse();
    }

    @Test
    void eachZoneIsACarePlanOfItsOwnThatIsPartOfTheMainOne() {
        GuidingPlan plan = ShippedPlans.plan("egenbehandling-kols", "1.0");
        ObjectNode bundle = apply(plan, everything(plan), PlanRequest.Form.BUNDLE, "nb");
        String main = bundle.path("entry").path(0).path("fullUrl").asText();
        List<JsonNode> zones = entries(bundle).filter(resource -> resource.path("partOf").path(0).path("reference").asText().equals(main)).toList();
        assertThat(zones).extracting(zone -> zone.path("title").asText()).containsExactly("Grønn", "Gul", "Rød");
        assertThat(zones.get(1).path("activity")).extracting(activity -> activity.path("detail").path("description").asText())
                .containsExactly("Bruk pusteteknikken", "Ring kols-sykepleieren samme dag");
        assertThat(zones).allSatisfy(zone -> assertThat(zone.path("addresses")).hasSize(plan.problems().size()));
        ObjectNode contained = apply(plan, everything(plan), PlanRequest.Form.CONTAINED, "nb");
        assertThat(contained.path("contained")).filteredOn(resource -> resource.has("partOf")).hasSize(3)
                .allSatisfy(zone -> assertThat(zone.path("partOf").path(0).path("reference").asText()).isEqualTo("#"));
    }

    @Test
    void textsAreInTheLanguageAskedForAndACodeThatIsNotKnownIsMarked() {
        GuidingPlan plan = ShippedPlans.plan("angst", "1.0");
        Choice choice = new Choice(List.of(), List.of("rolig"), List.of());
        assertThat(Stream.of("nb", "nn", "en", "no", "en-GB", "fr").map(language -> apply(plan, choice, PlanRequest.Form.CONTAINED, language)
                        .path("contained").path(0).path("description").path("text").asText()))
                .containsExactly(
                        "Pasienten sier at uroen er mindre",
                        "Pasienten seier at uroa er mindre",
                        "The patient says that the unrest is less",
                        "Pasienten sier at uroen er mindre",
                        "The patient says that the unrest is less",
                        "Pasienten sier at uroen er mindre");
        JsonNode coding = apply(plan, choice, PlanRequest.Form.CONTAINED, "nb").path("contained").path(0).path("description").path("coding").path(0);
        assertThat(coding.path("extension").path(0).path("valueCode").asText()).isEqualTo("system-not-loaded");
        assertThat(coding.has("display")).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        GuidingPlan plan = ShippedPlans.plan("egenbehandling-kols", "1.0");
        assertThat(apply(plan, everything(plan), PlanRequest.Form.BUNDLE, "nb")).isEqualTo(apply(plan, everything(plan), PlanRequest.Form.BUNDLE, "nb"));
    }

    private static List<String> ids(ObjectNode carePlan) {
        return Stream.iterate(0, i -> i < carePlan.path("contained").size(), i -> i + 1)
                .map(i -> carePlan.path("contained").path(i).path("id").asText())
                .toList();
    }

    private static Stream<JsonNode> entries(ObjectNode bundle) {
        return Stream.iterate(0, i -> i < bundle.path("entry").size(), i -> i + 1).map(i -> bundle.path("entry").path(i).path("resource"));
    }
}
