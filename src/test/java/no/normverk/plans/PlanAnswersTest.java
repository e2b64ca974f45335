package no.normverk.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.normverk.snomed.Rf2Writer;
import no.normverk.snomed.SnomedImplicits;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen from plans, how they differ, and whether they still hold. */
class PlanAnswersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final GuidingPlan PAIN = ShippedPlans.plan("smerte-akutt", "2.0");

    @TempDir
    Path directory;

    private static Selection chosen(List<String> problems, List<String> goals, List<String> actions) {
        return Selection.of(PAIN, new Choice(problems, goals, actions));
    }

    @Test
    void whatIsChosenIsTakenAndNothingElse() {
        Selection goalAlone = chosen(List.of(), List.of("smertefri"), List.of());
        assertThat(goalAlone.goals()).extracting(Goal::id).containsExactly("smertefri");
        assertThat(goalAlone.interventions()).isEmpty();
        assertThat(goalAlone.problems()).isEmpty();
        assertThat(goalAlone.isProposal()).isFalse();
    }

    @Test
    void anElementIsNamedByIdOrCodeWithOrWithoutItsSystem() {
        assertThat(chosen(List.of("274663001"), List.of(), List.of("http://snomed.info/sct|52685006", "leie")))
                .satisfies(selection -> {
                    assertThat(selection.problems()).extracting(Problem::id).containsExactly("akutt-smerte");
                    assertThat(selection.interventions()).extracting(Intervention::id).containsExactly("smertestillende", "leie");
                });
    }

    @Test
    void withoutAChoiceTheWholeMenuIsAProposal() {
        Selection menu = chosen(List.of(), List.of(), List.of());
        assertThat(menu.isProposal()).isTrue();
        assertThat(menu.interventions()).hasSize((int) PAIN.elements().stream().filter(Intervention.class::isInstance).count());
    }

    @Test
    void whatThePlanDoesNotHaveCannotBeChosen() {
        TerminologyException refused =
                catchThrowableOfType(TerminologyException.class, () -> chosen(List.of(), List.of(), List.of("dans")));
        assertThat(refused.issues().getFirst().message().arguments().subList(0, 2)).containsExactly("action", "dans");
        assertThat(refused.issues().getFirst().message().arguments().get(2)).contains("smertestillende (52685006)");
    }

    @Test
    void aPlanBesideItsRevisedParentShowsBothSidesAndWhatBothChanged() {
        ParentReview review =
                ParentReview.of(ShippedPlans.plan("smerte-akutt-eksempelsykehuset", "1.0"), ShippedPlans.read(), DAY).orElseThrow();
        assertThat(review.own()).extracting(change -> change.kind().code() + " " + change.id())
                .containsExactly(
                        "erstattet kan-ga", "fjernet kulde", "tilfoyd musikk", "tilfoyd operasjonsangst", "tilfoyd rolig-for-operasjon", "tilfoyd samtale");
        assertThat(review.own()).allSatisfy(change -> assertThat(review.reason(change)).isPresent());
        assertThat(review.own().getFirst().aspects()).containsExactly("text", "due");
        assertThat(review.revision()).hasValueSatisfying(next -> assertThat(next.key()).isEqualTo("smerte-akutt-2.0"));
        assertThat(review.since()).extracting(change -> change.kind().code() + " " + change.id())
                .containsExactly("fjernet kulde", "erstattet vurdere-lindring", "tilfoyd overvake-smerte");
        assertThat(review.collisions()).containsExactly("kulde");
    }

    @Test
    void anInactivatedConceptIsFoundWithWhatReplacesItAndAChangedOneWithWhatChanged() throws Exception {
        Rf2Writer before = Rf2Writer.snapshot().day("20250101");
        Rf2Writer after = Rf2Writer.snapshot().day("20260101");
        for (Rf2Writer release : List.of(before, after)) {
            release.concept(138875005, "Root").concept(22253000, "Pain", 138875005).concept(116680003, "Is a", 138875005)
                    .concept(900000000000526001L, "Replaced by", 138875005).concept(301379001, "No pain", 138875005);
        }
        before.concept(274663001, "Sudden pain", 22253000).concept(225399009, "Assess", 138875005);
        after.concept(225399009, "Evaluate", 22253000).concept(287045000, "New pain", 22253000)
                .active(false).bareConcept(274663001, false).active(true)
                .member("c", "Association", List.of("targetComponentId"), 900000000000526001L, 274663001, 287045000);
        try (var old = before.edition(directory.resolve("old")); var current = after.edition(directory.resolve("new"))) {
            Registry registry = Registry.empty().with().codeSystem(old).codeSystem(current).implicit(List.of(new SnomedImplicits())).build();
            List<Finding> findings = new PlanCheck(registry, ShippedPlans.read(), DAY, Languages.ANY, null).findings(PAIN);
            assertThat(findings).filteredOn(finding -> finding.kind() == Finding.Kind.INACTIVE).singleElement().satisfies(finding -> {
                assertThat(finding.element()).contains("akutt-smerte");
                assertThat(finding.replacements()).singleElement().satisfies(replacement -> {
                    assertThat(replacement.association()).isEqualTo("replaced-by");
                    assertThat(replacement.concept().code()).isEqualTo("287045000");
                    assertThat(replacement.concept().display()).isEqualTo("New pain");
                });
            });
            assertThat(findings).filteredOn(finding -> finding.kind() == Finding.Kind.CHANGED).singleElement().satisfies(finding -> {
                assertThat(finding.element()).contains("smertevurdering");
                assertThat(finding.detail()).contains("'Assess' is now 'Evaluate'").contains("[138875005] are now [22253000]");
            });
            assertThat(findings).filteredOn(finding -> finding.kind() == Finding.Kind.UNKNOWN).extracting(finding -> finding.element().orElseThrow())
                    .contains("smertestillende")
                    .doesNotContain("smertefri");
        }
    }

    @Test
    void withoutAnyEditionNothingIsSaidOfCodesButThatNoneIsLoaded() {
        List<Finding> findings = new PlanCheck(Registry.empty(), ShippedPlans.read(), DAY, Languages.ANY, null).findings(PAIN);
        assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.SYSTEM_NOT_LOADED);
    }
}
