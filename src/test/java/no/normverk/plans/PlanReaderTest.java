package no.normverk.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {

    private static final String NATIONAL =
            """
            key: p-1.0
            plan: p
            version: '1.0'
            title: Plan
            status: active
            synthetic: true
            tier: nasjonal
            problems:
              - id: a
                code: '274663001'
                text: A
                type: aktuell
                goals:
                  - {id: g, code: '301379001', text: G, type: bedring}
                interventions:
                  - {id: i, code: '225399009', text: I, type: observere, goals: [g]}
                  - {id: j, code: '52685006', text: J, type: utfore}
            """;
    private static final String LOCAL =
            """
            key: l-1.0
            plan: l
            version: '1.0'
            title: Lokal
            status: active
            synthetic: true
            tier: lokal
            derivedFrom: p-1.0
            adaptations:
              - {reason: R, remove: g}
            """;

    @TempDir
    Path folder;

    private GuidingPlans read(String... files) throws IOException {
        for (String file : files) {
            String key = file.lines().findFirst().orElseThrow().substring("key: ".length());
            Files.writeString(folder.resolve(key + ".yaml"), file);
        }
        return PlanReader.read(folder);
    }

    private List<String> problems(String... files) {
        return catchThrowableOfType(AuthoringException.class, () -> read(files)).problems().stream()
                .map(AuthoringProblem::toString)
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .toList();
    }

    private GuidingPlan derived(String adaptations) throws IOException {
        String local = LOCAL.replace("  - {reason: R, remove: g}\n", adaptations);
        return read(NATIONAL, local).all().stream().filter(plan -> plan.key().equals("l-1.0")).findFirst().orElseThrow();
    }

    @Test
    void aPlanIsReadWithItsProblemsGoalsAndInterventions() throws IOException {
        GuidingPlan plan = read(NATIONAL).all().getFirst();
        assertThat(plan.canonical()).hasToString("http://normverk.no/fhir/PlanDefinition/p|1.0");
        assertThat(plan.elements()).extracting(PlanElement::id).containsExactly("a", "g", "i", "j");
        assertThat(plan.problems().getFirst().interventions().getFirst().definition())
                .isEqualTo("http://normverk.no/fhir/ActivityDefinition/p-i|1.0");
    }

    @Test
    void aDerivedPlanIsItsParentWithWhatItHasOtherwise() throws IOException {
        GuidingPlan plan = derived(
                """
                  - {reason: Ikke her, remove: j}
                  - {reason: Oftere, replace: i, intervention: {code: '710995003', text: Ofte, type: observere, goals: [g]}}
                  - {reason: Også, addTo: a, goal: {id: h, code: '129006008', text: H, type: mestring, dueDays: 3}}
                """);
        assertThat(plan.elements()).extracting(PlanElement::id).containsExactly("a", "g", "h", "i");
        assertThat(plan.elements()).extracting(element -> element.text().nb()).containsExactly("A", "G", "H", "Ofte");
        assertThat(plan.adaptations()).extracting(Adaptation::kind)
                .containsExactly(AdaptationKind.FJERNET, AdaptationKind.ERSTATTET, AdaptationKind.TILFOYD);
        assertThat(plan.adaptations()).extracting(adaptation -> adaptation.reason().nb()).containsExactly("Ikke her", "Oftere", "Også");
    }

    @Test
    void removingAGoalLeavesNoInterventionThatServesIt() throws IOException {
        GuidingPlan plan = derived("  - {reason: R, remove: g}\n");
        assertThat(plan.problems().getFirst().interventions()).allSatisfy(one -> assertThat(one.goals()).isEmpty());
    }

    @Test
    void everyProblemIsToldWithFileLineAndWhatWasExpected() {
        String broken = NATIONAL.replace("'274663001'", "'274663002'")
                .replace("goals: [g]", "goals: [x]")
                .replace("id: j", "id: i")
                .replace("tier: nasjonal", "tier: kommunal\nnivå: 1");
        assertThat(problems(broken))
                .anySatisfy(problem -> assertThat(problem).startsWith("p-1.0.yaml:7: tier: found 'kommunal', expected one of nasjonal, regional, lokal"))
                .anySatisfy(problem -> assertThat(problem).startsWith("p-1.0.yaml:8: nivå: found an unknown field"))
                .anySatisfy(problem -> assertThat(problem).startsWith("p-1.0.yaml:11: problems[1].code: found '274663002', expected a SNOMED CT concept id"))
                .anySatisfy(problem -> assertThat(problem).contains("'x' as a goal of 'i'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("p-1.0.yaml:18: problems[1].interventions[2].id: found 'i'"));
    }

    @Test
    void aDerivedPlanSaysWhyAndOnlyWhatItsParentHas() {
        assertThat(problems(NATIONAL, LOCAL.replace("{reason: R, remove: g}", "{remove: z}")))
                .anySatisfy(problem -> assertThat(problem).contains("reason").contains("required"))
                .anySatisfy(problem -> assertThat(problem).contains("remove: found 'z', expected the id of an element of the parent"));
        assertThat(problems(NATIONAL, LOCAL + "problems: []\n")).singleElement().asString().contains("no such field in a derived plan");
        assertThat(problems(NATIONAL, LOCAL.replace("tier: lokal", "tier: nasjonal"))).singleElement().asString().contains("a regional plan from a national one");
    }

    @Test
    void plansThatAreDerivedFromOneAnotherAreRefusedAndNotReadForEver() {
        String other = LOCAL.replace("l-1.0", "m-1.0").replace("plan: l\n", "plan: m\n").replace("derivedFrom: p-1.0", "derivedFrom: l-1.0");
        assertThat(problems(LOCAL.replace("derivedFrom: p-1.0", "derivedFrom: m-1.0"), other))
                .anySatisfy(problem -> assertThat(problem).contains("derivedFrom").contains("none that is derived from this one"));
    }

    @Test
    void aCheckDigitThatDoesNotFitIsSeen() {
        assertThat(List.of("274663001", "22253000", "138875005", "138441000202109", "900000000000527005")).allMatch(CheckDigit::fits);
        assertThat(List.of("274663002", "724663001", "22253", "0274663001", "abc", "")).noneMatch(CheckDigit::fits);
    }
}
