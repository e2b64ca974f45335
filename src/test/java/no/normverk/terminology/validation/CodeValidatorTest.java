package no.normverk.terminology.validation;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.codes;
import static no.normverk.terminology.Samples.concept;
import static no.normverk.terminology.Samples.filtered;
import static no.normverk.terminology.Samples.imports;
import static no.normverk.terminology.Samples.importsOf;
import static no.normverk.terminology.Samples.registry;
import static no.normverk.terminology.Samples.valueSet;
import static no.normverk.terminology.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.RandomCases;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Standing;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import no.normverk.terminology.VersionRules;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Expander;
import no.normverk.terminology.valueset.ExpansionRequest;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CodeValidatorTest {

    private static final String S = "http://x.no/s";
    private static final String V = "http://x.no/v";

    private static final Registry HELD = registry(
            codeSystem(S).version("2").language("en").with(
                    concept("a").display("Arm").designation("nb", "Arm (nb)").designation("nn", "Armen"),
                    concept("b").display("Leg"),
                    concept("old").display("Old").property("inactive", true),
                    concept("ret").display("Ret").property("status", "retired"),
                    concept("dep").display("Dep").property("status", "deprecated"),
                    concept("grp").display("Group").property("notSelectable", true)).make(),
            codeSystem(S).version("1").with(concept("a").display("Arm one"), concept("gone").display("Gone")).make(),
            codeSystem("http://x.no/ci").caseInsensitive().with(concept("Abc").display("ABC")).make(),
            codeSystem("http://x.no/frag").version("1").content("fragment").with(concept("f").display("F")).make(),
            codeSystem("http://x.no/sup").version("1").supplements(S).with(concept("a").display("X")).make());
    private static final CodeSystemVersion DOTTED = new InMemoryCodeSystem(
            new CodeSystemDefinition(CodeSystemHeader.complete("http://x.no/dots", "1", "Dots", "en"), List.of(ConceptDefinition.of("A.1", "One"))),
            new InMemoryCodeSystem.Rules() {
                @Override
                public String plain(String code) {
                    return code.replace(".", "");
                }
            });
    private static final ValueSetDefinition WHOLE = valueSet(V).version("1").include(Include.all(S, null)).make();

    /** A question with the settings that matter to it. */
    private record Asked(Registry registry, ValueSetDefinition valueSet, ValidationSettings settings) {

        static Asked of(ValueSetDefinition valueSet) {
            return new Asked(HELD, valueSet, ValidationSettings.DEFAULT);
        }

        Asked from(Registry other) {
            return new Asked(other, valueSet, settings);
        }

        Asked with(EvaluationSettings evaluation) {
            return new Asked(registry, valueSet, new ValidationSettings(
                    evaluation, settings.languages(), settings.lenientDisplay(), settings.abstractAllowed(), settings.membershipOnly(), settings.inferSystem()));
        }

        Asked in(String languages) {
            return new Asked(registry, valueSet, new ValidationSettings(settings.evaluation(), Languages.parse(languages), false, true, false, false));
        }

        CodeValidation validate(Subject subject) {
            return new CodeValidator(CodeSystemFinder.of(registry, settings.evaluation().supplements()), settings).validate(valueSet, subject);
        }

        CodeValidation concept(Coding... codings) {
            List<Subject> subjects = new ArrayList<>();
            for (Coding coding : codings) {
                subjects.add(Subject.ofConcept(coding, subjects.size()));
            }
            return new CodeValidator(CodeSystemFinder.of(registry, settings.evaluation().supplements()), settings).validateConcept(valueSet, subjects);
        }

        CodeValidation inSystem(Subject subject) {
            return new CodeValidator(CodeSystemFinder.of(registry, settings.evaluation().supplements()), settings).validateInSystem(subject);
        }
    }

    private static Coding coding(@Nullable String version, String code, @Nullable String display) {
        return new Coding(S, version, code, display);
    }

    private static Subject code(String code) {
        return Subject.ofCode(Coding.of(S, code));
    }

    /** Issues as {@code severity code detail message-id @ expression}. */
    private static List<String> told(CodeValidation validation) {
        return validation.issues().stream()
                .map(issue -> issue.severity().code() + " " + issue.code() + " " + issue.detail() + " " + issue.message().id() + " @ " + issue.expression())
                .toList();
    }

    private static List<String> texts(CodeValidation validation) {
        return validation.issues().stream().map(issue -> Messages.text(issue.message(), Languages.ANY)).toList();
    }

    private static CodeValidation.Found found(CodeValidation validation) {
        return Objects.requireNonNull(validation.found());
    }

    @Test
    void aCodeInTheValueSetIsValidAndToldWithItsSystemVersionAndDisplay() {
        CodeValidation validation = Asked.of(WHOLE).validate(code("a"));

        assertThat(validation.result()).isTrue();
        assertThat(validation.issues()).isEmpty();
        assertThat(found(validation)).isEqualTo(new CodeValidation.Found("a", S, "2", "Arm", false, null, null));
        assertThat(validation.summary()).isEmpty();
    }

    @Test
    void aCodeOfTheSystemThatIsNotInTheValueSetIsOneError() {
        CodeValidation validation = Asked.of(valueSet(V).version("1").include(codes(S, null, "b")).make()).validate(code("a"));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly("error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code");
        assertThat(texts(validation)).containsExactly("The provided code 'http://x.no/s#a' was not found in the value set 'http://x.no/v|1'");
        assertThat(found(validation).display()).isEqualTo("Arm");
    }

    @Test
    void aWrongCodeIsTwoErrors() {
        CodeValidation validation = Asked.of(WHOLE).validate(Subject.ofCoding(coding("2", "x", "Ex")));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly(
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ Coding.code",
                "error code-invalid invalid-code Unknown_Code_in_Version @ Coding.code");
        assertThat(texts(validation)).containsExactly(
                "The provided code 'http://x.no/s|2#x ('Ex')' was not found in the value set 'http://x.no/v|1'",
                "Unknown code 'x' in the CodeSystem 'http://x.no/s' version '2'");
        assertThat(validation.summary()).hasSize(2);
    }

    @Test
    void aValueSetWithoutUrlIsUnidentified() {
        CodeValidation validation = Asked.of(valueSet("").include(codes(S, null, "b")).make()).validate(code("a"));

        assertThat(texts(validation)).containsExactly("The provided code 'http://x.no/s#a' was not found in the value set '(unidentified)'");
    }

    @Test
    void aSystemTheValueSetDoesNotDrawOnIsLookedInAllTheSame() {
        CodeValidation known = Asked.of(WHOLE).validate(Subject.ofCode(Coding.of("http://x.no/ci", "nope")));
        CodeValidation unknown = Asked.of(WHOLE).validate(Subject.ofCode(Coding.of("http://x.no/none", "nope")));
        CodeValidation relative = Asked.of(WHOLE).validate(Subject.ofCoding(Coding.of("none", "nope")));

        assertThat(told(known)).containsExactly(
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code",
                "error code-invalid invalid-code Unknown_Code_in @ code");
        assertThat(told(unknown)).containsExactly(
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code",
                "error not-found not-found UNKNOWN_CODESYSTEM @ system");
        assertThat(unknown.unknownSystems()).containsExactly("http://x.no/none");
        assertThat(unknown.causedByUnknownSystems()).isEmpty();
        assertThat(told(relative)).contains("error invalid invalid-data Terminology_TX_System_Relative @ Coding.system");
    }

    @Test
    void aSystemTheValueSetNeedsAndThatIsNotThereIsTheCause() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all("http://x.no/none", "3")).make())
                .validate(Subject.ofCode(Coding.of("http://x.no/none", "a")));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly("error not-found not-found UNKNOWN_CODESYSTEM_VERSION_NONE @ system");
        assertThat(texts(validation)).containsExactly("A definition for CodeSystem 'http://x.no/none' version '3' could not be found, so the code cannot be "
                + "validated. No versions of this code system are known");
        assertThat(validation.causedByUnknownSystems()).containsExactly("http://x.no/none|3");
        assertThat(validation.unknownSystems()).isEmpty();
    }

    @Test
    void aMissingVersionIsToldWithThoseThereAre() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all(S, "3")).make()).validate(code("a"));

        assertThat(texts(validation)).contains("A definition for CodeSystem 'http://x.no/s' version '3' could not be found, so the code cannot be validated. "
                + "Valid versions: 1 or 2");
        assertThat(validation.causedByUnknownSystems()).containsExactly(S + "|3");
    }

    @Test
    void aValueSetOrASupplementIsNoSystem() {
        Registry registry = with(HELD, WHOLE);

        assertThat(told(Asked.of(WHOLE).from(registry).validate(Subject.ofCode(Coding.of(V, "a")))))
                .contains("error invalid invalid-data Terminology_TX_System_ValueSet2 @ system");
        assertThat(texts(Asked.of(WHOLE).validate(Subject.ofCode(Coding.of("http://x.no/sup", "a")))))
                .contains("CodeSystem http://x.no/sup|1 is a supplement, so can't be used as a value in Coding.system");
    }

    @Test
    void aCodingWithoutSystemCannotBeValidated() {
        CodeValidation validation = Asked.of(WHOLE).validate(Subject.ofCoding(new Coding(null, null, "a", null)));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly(
                "warning invalid invalid-data Coding_has_no_system__cannot_validate @ Coding",
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ Coding.code");
        assertThat(validation.summary()).hasSize(2);
    }

    @Test
    void aMissingSystemIsInferredWhenOnlyOneFits() {
        ValueSetDefinition two = valueSet(V).include(codes(S, null, "a", "b"), Include.all("http://x.no/ci", null), codes("http://x.no/frag", null, "f")).make();
        Asked asked = new Asked(HELD.with().codeSystem(codeSystem("http://x.no/t").codes("b").make()).build(),
                valueSet(V).include(codes(S, null, "a", "b"), codes("http://x.no/t", null, "b")).make(),
                new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, false, true, false, true));

        assertThat(found(asked.validate(Subject.ofCode(new Coding(null, null, "a", null)))).system()).isEqualTo(S);
        CodeValidation none = asked.validate(Subject.ofCode(new Coding(null, null, "q", null)));
        assertThat(told(none)).containsExactly(
                "error not-found cannot-infer UNABLE_TO_INFER_CODESYSTEM @ code",
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code");
        CodeValidation several = asked.validate(Subject.ofCode(new Coding(null, null, "b", null)));
        assertThat(texts(several)).contains("The System URI could not be determined for the code 'b' in the ValueSet 'http://x.no/v': value set expansion has "
                + "multiple matches: [http://x.no/s, http://x.no/t]");
        assertThat(two.includes()).hasSize(3);
    }

    @Test
    void inactiveAndDeprecatedConceptsAreValidWithAWarning() {
        CodeValidation inactive = Asked.of(WHOLE).validate(Subject.ofCoding(coding(null, "old", null)));
        CodeValidation retired = Asked.of(WHOLE).validate(code("ret"));
        CodeValidation deprecated = Asked.of(WHOLE).validate(code("dep"));

        assertThat(inactive.result()).isTrue();
        assertThat(told(inactive)).containsExactly("warning business-rule code-comment INACTIVE_CONCEPT_FOUND @ Coding");
        assertThat(texts(inactive)).containsExactly("The concept 'old' has a status of inactive and its use should be reviewed");
        assertThat(inactive.summary()).hasSize(1);
        assertThat(found(inactive).inactive()).isTrue();
        assertThat(texts(retired)).containsExactly("The concept 'ret' has a status of retired and inactive and its use should be reviewed");
        assertThat(found(retired).status()).isEqualTo("retired");
        assertThat(texts(deprecated)).containsExactly("The concept 'dep' is deprecated and its use should be reviewed");
        assertThat(found(deprecated).status()).isEqualTo("deprecated");
        assertThat(found(deprecated).inactive()).isFalse();
    }

    @Test
    void whereOnlyActiveConceptsCountAnInactiveOneIsRefused() {
        for (Asked asked : List.of(
                Asked.of(valueSet(V).inactive(false).include(Include.all(S, null)).make()),
                Asked.of(WHOLE).with(new EvaluationSettings(VersionRules.NONE, List.of(), List.of(), true)))) {
            CodeValidation validation = asked.validate(code("old"));

            assertThat(validation.result()).isFalse();
            assertThat(told(validation)).containsExactly(
                    "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code",
                    "warning business-rule code-comment INACTIVE_CONCEPT_FOUND @ code",
                    "error business-rule code-rule STATUS_CODE_WARNING_CODE @ code");
        }
    }

    @Test
    void abstractConceptsAreValidUnlessRefused() {
        Asked refusing = new Asked(HELD, WHOLE, new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, false, false, false, false));

        assertThat(Asked.of(WHOLE).validate(code("grp")).result()).isTrue();
        CodeValidation refused = refusing.validate(code("grp"));
        assertThat(refused.result()).isFalse();
        assertThat(told(refused)).containsExactly(
                "error code-invalid not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ code",
                "error business-rule code-rule ABSTRACT_CODE_NOT_ALLOWED @ code");
        assertThat(texts(refused)).contains("Code 'http://x.no/s#grp' is abstract, and not allowed in this context");
    }

    @Test
    void aDotThatDoesNotCountIsNotToldAsALetterOfTheOtherCase() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all("http://x.no/dots", null)).make())
                .from(registry(DOTTED))
                .validate(Subject.ofCoding(Coding.of("http://x.no/dots", "A1")));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly("information business-rule code-rule code-spelling-difference @ Coding.code");
    }

    @Test
    void anotherCaseIsToldWhereCaseDoesNotCount() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all("http://x.no/ci", null)).make())
                .validate(Subject.ofCoding(Coding.of("http://x.no/ci", "aBC")));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly("information business-rule code-rule CODE_CASE_DIFFERENCE @ Coding.code");
        assertThat(validation.summary()).isEmpty();
        assertThat(found(validation)).isEqualTo(new CodeValidation.Found("aBC", "http://x.no/ci", null, "ABC", false, null, "Abc"));
    }

    @Test
    void anUnknownCodeOfAFragmentMayBeValid() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all("http://x.no/frag", null)).make())
                .validate(Subject.ofCode(Coding.of("http://x.no/frag", "q")));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly("warning code-invalid invalid-code UNKNOWN_CODE_IN_FRAGMENT @ code");
        assertThat(validation.summary()).isEmpty();
    }

    @Test
    void aCodeMarkedDeprecatedInTheValueSetIsAWarning() {
        ConceptReference marked = new ConceptReference("a", null, List.of(),
                List.of(new Extension("http://hl7.org/fhir/StructureDefinition/valueset-deprecated", new Value.Bool(true))));
        CodeValidation validation = Asked.of(valueSet(V).include(new Include(S, null, List.of(marked), List.of(), List.of())).make()).validate(code("a"));

        assertThat(validation.result()).isTrue();
        assertThat(texts(validation)).containsExactly("The presence of the concept 'a' in the system 'http://x.no/s' in the value set http://x.no/v is marked with "
                + "a status of deprecated and its use should be reviewed");
        assertThat(validation.summary()).isEmpty();
    }

    @Test
    void aWrongDisplayNamesTheRightOnes() {
        CodeValidation one = Asked.of(WHOLE).validate(Subject.ofCode(coding(null, "b", "Foot")));
        CodeValidation several = Asked.of(WHOLE).validate(Subject.ofCoding(coding(null, "a", "Foot")));

        assertThat(one.result()).isFalse();
        assertThat(told(one)).containsExactly("error invalid invalid-display Display_Name_for__should_be_one_of__instead_of @ display");
        assertThat(texts(one)).containsExactly("Wrong Display Name 'Foot' for http://x.no/s#b. Valid display is 'Leg' (en) (for the language(s) '--')");
        assertThat(texts(several)).containsExactly("Wrong Display Name 'Foot' for http://x.no/s#a. Valid display is one of 3 choices: 'Arm' (en), 'Arm (nb)' (nb) "
                + "or 'Armen' (nn) (for the language(s) '--')");
        assertThat(told(several)).containsExactly("error invalid invalid-display Display_Name_for__should_be_one_of__instead_of @ Coding.display");
    }

    @Test
    void anyDisplayInAnyLanguageAndCaseIsRightWhenNoneIsAskedFor() {
        for (String display : new String[] {"Arm", "ARM", "Armen", "Arm (nb)"}) {
            assertThat(Asked.of(WHOLE).validate(Subject.ofCode(coding(null, "a", display))).issues()).as(display).isEmpty();
        }
    }

    @Test
    void onlyDisplaysInTheLanguagesAskedForAreRight() {
        assertThat(Asked.of(WHOLE).in("nb").validate(Subject.ofCode(coding(null, "a", "Arm (nb)"))).result()).isTrue();
        assertThat(texts(Asked.of(WHOLE).in("nb").validate(Subject.ofCode(coding(null, "a", "Armen"))))).containsExactly(
                "Wrong Display Name 'Armen' for http://x.no/s#a. Valid display is 'Arm (nb)' (nb) (for the language(s) 'nb')");
        assertThat(found(Asked.of(WHOLE).in("nn").validate(code("a"))).display()).isEqualTo("Armen");
    }

    @Test
    void whereThereIsNoDisplayInTheLanguageTheDefaultWillDo() {
        CodeValidation fits = Asked.of(WHOLE).in("sv").validate(Subject.ofCode(coding(null, "b", "Leg")));
        CodeValidation wrong = Asked.of(WHOLE).in("sv").validate(Subject.ofCode(coding(null, "b", "Foot")));

        assertThat(fits.result()).isTrue();
        assertThat(told(fits)).containsExactly("information invalid invalid-display NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK @ display");
        assertThat(texts(fits)).containsExactly("There are no valid display names found for the code http://x.no/s#b for language(s) 'sv'. The display is 'Leg' "
                + "which is a valid display for the default language");
        assertThat(fits.summary()).hasSize(1);
        assertThat(wrong.result()).isFalse();
        assertThat(texts(wrong)).containsExactly("Wrong Display Name 'Foot' for http://x.no/s#b. There are no valid display names found for language(s) 'sv'. "
                + "Default display is 'Leg'");
    }

    @Test
    void onlySpaceThatDiffersHasItsOwnMessage() {
        Registry registry = registry(codeSystem(S).with(concept("a").display("Left arm")).make());
        CodeValidation validation = Asked.of(WHOLE).from(registry).validate(Subject.ofCode(coding(null, "a", " left  arm")));

        assertThat(told(validation)).containsExactly("error invalid invalid-display Display_Name_WS_for__should_be_one_of__instead_of @ display");
        assertThat(texts(validation)).containsExactly(
                "Wrong whitespace in Display Name ' left  arm' for http://x.no/s#a. Valid display is 'Left arm' (for the language(s) '--')");
    }

    @Test
    void lenientValidationMakesAWrongDisplayAWarning() {
        Asked lenient = new Asked(HELD, WHOLE, new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, true, true, false, false));
        CodeValidation validation = lenient.validate(Subject.ofCode(coding(null, "b", "Foot")));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly("warning invalid invalid-display Display_Name_for__should_be_one_of__instead_of @ display");
        assertThat(validation.summary()).hasSize(1);
    }

    @Test
    void aRetiredDisplayIsAWarningAndDefinitionsAreNoDisplays() {
        Extension withdrawn = new Extension("http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status", new Value.Code("withdrawn"));
        Registry registry = registry(codeSystem(S).with(concept("a").display("New")
                .designation(new Designation(null, null, "Former", List.of(), List.of(withdrawn)))
                .designation(new Designation(null, Coding.of("http://x.no/uses", "joke"), "Funny"))).make());
        CodeValidation former = Asked.of(WHOLE).from(registry).validate(Subject.ofCode(coding(null, "a", "Former")));

        assertThat(former.result()).isTrue();
        assertThat(told(former)).containsExactly("warning invalid display-comment INACTIVE_DISPLAY_FOUND @ display");
        assertThat(texts(former)).containsExactly(
                "'Former' is no longer considered a correct display for code 'a' (status = withdrawn). The correct display is one of \"New\".");
        assertThat(Asked.of(WHOLE).from(registry).validate(Subject.ofCode(coding(null, "a", "Funny"))).result()).isFalse();
    }

    @Test
    void theValueSetsOwnTextIsARightDisplayAndTheOneShown() {
        ConceptReference own = new ConceptReference("a", "My arm", List.of(new Designation("nb", null, "Armen min")), List.of());
        Asked asked = Asked.of(valueSet(V).include(new Include(S, null, List.of(own), List.of(), List.of())).make());

        assertThat(asked.validate(Subject.ofCode(coding(null, "a", "My arm"))).result()).isTrue();
        assertThat(asked.validate(Subject.ofCode(coding(null, "a", "Armen min"))).result()).isTrue();
        assertThat(found(asked.validate(code("a"))).display()).isEqualTo("My arm");
    }

    @Test
    void theVersionOfTheCodeIsLookedInWhereTheIncludeAllowsIt() {
        CodeValidation validation = Asked.of(WHOLE).validate(Subject.ofCoding(coding("1", "gone", null)));

        assertThat(validation.result()).isTrue();
        assertThat(found(validation).version()).isEqualTo("1");
    }

    @Test
    void aVersionOtherThanTheIncludesIsAMismatch() {
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all(S, "2")).make()).validate(Subject.ofCoding(coding("1", "a", null)));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly("error invalid vs-invalid VALUESET_VALUE_MISMATCH @ Coding.version");
        assertThat(texts(validation)).containsExactly("The code system 'http://x.no/s' version '2' in the ValueSet include is different to the one in the value ('1')");
    }

    @Test
    void aVersionThatIsNotThereIsAWarningOfTheDefaultAndNotFound() {
        CodeValidation validation = Asked.of(WHOLE).validate(Subject.ofCoding(coding("9", "a", null)));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactlyInAnyOrder(
                "warning invalid vs-invalid VALUESET_VALUE_MISMATCH_DEFAULT @ Coding.version",
                "error not-found not-found UNKNOWN_CODESYSTEM_VERSION @ Coding.system");
        assertThat(validation.causedByUnknownSystems()).containsExactly(S + "|9");
    }

    @Test
    void aVersionChangedByAParameterIsAMismatchOfItsOwn() {
        VersionRules forced = new VersionRules(List.of(), List.of(), List.of(Canonical.of(S, "1")));
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all(S, "2")).make())
                .with(new EvaluationSettings(forced, List.of(), List.of(), false))
                .validate(Subject.ofCoding(coding("2", "a", null)));

        assertThat(told(validation)).containsExactly("error invalid vs-invalid VALUESET_VALUE_MISMATCH_CHANGED @ Coding.version");
        assertThat(texts(validation)).containsExactly(
                "The code system 'http://x.no/s' version '1' resulting from the version '2' in the ValueSet include is different to the one in the value ('2')");
    }

    @Test
    void aCheckedVersionMustBeTheOneUsed() {
        VersionRules check = new VersionRules(List.of(), List.of(Canonical.of(S, "1")), List.of());
        CodeValidation validation = Asked.of(valueSet(V).include(Include.all(S, "2")).make())
                .with(new EvaluationSettings(check, List.of(), List.of(), false))
                .validate(code("a"));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactly("error exception version-error VALUESET_VERSION_CHECK @ version");
        assertThat(texts(validation)).containsExactly("The version '2' is not allowed for system 'http://x.no/s': required to be '1' by a version-check parameter");
    }

    @Test
    void theDisplayMayTellWhichVersionIsMeant() {
        ValueSetDefinition both = valueSet(V).include(Include.all(S, "1"), Include.all(S, "2")).make();

        assertThat(found(Asked.of(both).validate(Subject.ofCode(coding(null, "a", "Arm one")))).version()).isEqualTo("1");
        assertThat(found(Asked.of(both).validate(Subject.ofCode(coding(null, "a", "Arm")))).version()).isEqualTo("2");
        assertThat(found(Asked.of(both).validate(code("a"))).version()).isEqualTo("2");
    }

    @Test
    void theStandingOfWhatAnAnswerRestsOnIsToldWithoutPlace() {
        Registry registry = registry(codeSystem(S).version("1").standing(new Standing("draft", false, null, null)).codes("a").make());
        CodeValidation validation = Asked.of(valueSet(V).standing(new Standing("active", false, "withdrawn", null)).include(Include.all(S, null)).make())
                .from(registry).validate(code("a"));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly(
                "information business-rule status-check MSG_DRAFT @ null", "information business-rule status-check MSG_WITHDRAWN @ null");
        assertThat(texts(validation)).containsExactly("Reference to draft CodeSystem http://x.no/s|1", "Reference to withdrawn ValueSet http://x.no/v");
        assertThat(validation.summary()).isEmpty();
    }

    @Test
    void aConceptIsValidWhenOneOfItsCodingsIs() {
        CodeValidation validation = Asked.of(valueSet(V).include(codes(S, null, "b")).make()).concept(Coding.of(S, "a"), Coding.of(S, "b"));

        assertThat(validation.result()).isTrue();
        assertThat(told(validation)).containsExactly(
                "information code-invalid this-code-not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ CodeableConcept.coding[0].code");
        assertThat(found(validation).code()).isEqualTo("b");
        assertThat(validation.summary()).isEmpty();
    }

    @Test
    void aCodingThatIsWrongInItselfMakesTheConceptInvalidUnlessOnlyMembershipCounts() {
        ValueSetDefinition b = valueSet(V).include(codes(S, null, "b")).make();
        CodeValidation wrong = Asked.of(b).concept(Coding.of(S, "x"), Coding.of(S, "b"));
        Asked membership = new Asked(HELD, b, new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, false, true, true, false));

        assertThat(wrong.result()).isFalse();
        assertThat(told(wrong)).contains("error code-invalid invalid-code Unknown_Code_in_Version @ CodeableConcept.coding[0].code");
        assertThat(membership.concept(Coding.of(S, "x"), Coding.of(S, "b")).result()).isTrue();
    }

    @Test
    void aConceptWithoutAnyFittingCodingIsOneErrorAndARemarkForEach() {
        CodeValidation validation = Asked.of(valueSet(V).version("1").include(codes(S, null, "b")).make()).concept(Coding.of(S, "a"), Coding.of(S, "dep"));

        assertThat(validation.result()).isFalse();
        assertThat(told(validation)).containsExactlyInAnyOrder(
                "error code-invalid not-in-vs TX_GENERAL_CC_ERROR_MESSAGE @ null",
                "information code-invalid this-code-not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ CodeableConcept.coding[0].code",
                "information code-invalid this-code-not-in-vs None_of_the_provided_codes_are_in_the_value_set_one @ CodeableConcept.coding[1].code");
        assertThat(validation.found()).isNull();
        assertThat(validation.summary().stream().map(message -> Messages.text(message, Languages.ANY)))
                .containsExactly("No valid coding was found for the value set 'http://x.no/v|1'");
    }

    @Test
    void aMissingImportMakesTheAnswerNoAndACircleIsAnError() {
        CodeValidation missing = Asked.of(valueSet(V).include(imports("http://x.no/none")).make()).validate(code("a"));
        Registry circle = with(HELD, valueSet("http://x.no/1").include(imports("http://x.no/2")).make(), valueSet("http://x.no/2").include(imports("http://x.no/1")).make());

        assertThat(missing.result()).isFalse();
        assertThat(told(missing)).containsExactly("error not-found not-found Unable_to_resolve_value_Set_ @ null");
        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> Asked.of(Objects.requireNonNull(circle.valueSet("http://x.no/1", null))).from(circle).validate(code("a")))
                .satisfies(e -> assertThat(e.issues().getFirst().message().id()).isEqualTo("VALUESET_CIRCULAR_REFERENCE"));
    }

    @Test
    void importsThatFanOutAreLookedInOnce() {
        Registry.Builder registry = HELD.with().valueSet(valueSet("http://x.no/0").include(codes(S, null, "a", "b")).make());
        for (int i = 1; i <= 60; i++) {
            String below = "http://x.no/" + (i - 1);
            registry.valueSet(valueSet("http://x.no/" + i).include(imports(below), imports(below)).make());
        }
        Asked asked = new Asked(registry.build(), valueSet(V).include(imports("http://x.no/60")).make(),
                new ValidationSettings(EvaluationSettings.DEFAULT, Languages.ANY, false, true, false, true));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(asked.validate(code("a")).result()).isTrue();
            assertThat(asked.validate(code("dep")).result()).isFalse();
            assertThat(asked.validate(Subject.ofCode(new Coding(null, null, "a", null))).result()).isTrue();
        });
    }

    @Test
    void inASystemACodeIsKnownOrNot() {
        CodeValidation known = Asked.of(WHOLE).inSystem(code("a"));
        CodeValidation unknown = Asked.of(WHOLE).inSystem(Subject.ofCoding(coding("1", "x", null)));
        CodeValidation noSystem = Asked.of(WHOLE).inSystem(Subject.ofCode(Coding.of("http://x.no/none", "x")));
        CodeValidation supplement = Asked.of(WHOLE).inSystem(Subject.ofCode(Coding.of("http://x.no/sup", "a")));

        assertThat(known.result()).isTrue();
        assertThat(found(known).version()).isEqualTo("2");
        assertThat(told(unknown)).containsExactly("error code-invalid invalid-code Unknown_Code_in_Version @ Coding.code");
        assertThat(told(noSystem)).containsExactly("error not-found not-found UNKNOWN_CODESYSTEM @ system");
        assertThat(noSystem.causedByUnknownSystems()).containsExactly("http://x.no/none");
        assertThat(told(supplement)).containsExactly("error invalid invalid-data CODESYSTEM_CS_NO_SUPPLEMENT @ system");
    }

    /** Validating a code and looking for it in the expansion are two ways to the same answer. */
    @Test
    void whatIsInTheExpansionIsValidAndNothingElseIs() {
        CodeSystemVersion system = codeSystem(S).with(
                concept("a"), concept("b").in("a"), concept("c").in("b").property("p", "x"), concept("d").in("a").property("p", "y"),
                concept("e").property("inactive", true), concept("f").in("e").property("p", "x")).make();
        CodeSystemVersion other = codeSystem("http://x.no/t").codes("a", "c", "z").make();
        RandomCases.check(600, random -> {
            Registry.Builder registry = Registry.empty().with().codeSystem(system).codeSystem(other);
            for (int i = 0; i < 3; i++) {
                registry.valueSet(set(random, "http://x.no/v" + i, i));
            }
            Registry built = registry.build();
            ValueSetDefinition top = set(random, V, 3);
            EvaluationSettings settings = new EvaluationSettings(VersionRules.NONE, List.of(), List.of(), random.nextInt(4) == 0);
            CodeSystemFinder systems = CodeSystemFinder.of(built, List.of());
            Set<String> expanded = new TreeSet<>();
            new Expander(systems, settings).expand(new ExpansionRequest(top, null, null, null, false, Languages.ANY, 1_000)).contains()
                    .forEach(entry -> expanded.add(entry.system().header().url() + "#" + entry.system().code(entry.ordinal())));
            Set<String> valid = new TreeSet<>();
            CodeValidator validator = new CodeValidator(systems, new ValidationSettings(settings, Languages.ANY, false, true, false, false));
            for (CodeSystemVersion from : List.of(system, other)) {
                for (int ordinal = 0; ordinal < from.size(); ordinal++) {
                    if (validator.validate(top, Subject.ofCode(Coding.of(from.header().url(), from.code(ordinal)))).result()) {
                        valid.add(from.header().url() + "#" + from.code(ordinal));
                    }
                }
            }
            assertThat(valid).as("valid codes of %s in %s", top, List.of(0, 1, 2).stream().map(i -> built.valueSet("http://x.no/v" + i, null)).toList())
                    .isEqualTo(expanded);
        });
    }

    private static ValueSetDefinition set(Random random, String url, int imports) {
        var sample = valueSet(url);
        if (random.nextInt(5) == 0) {
            sample.inactive(random.nextBoolean());
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            sample.include(include(random, imports));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            sample.exclude(include(random, imports));
        }
        return sample.make();
    }

    private static Include include(Random random, int imports) {
        String url = random.nextInt(3) == 0 ? "http://x.no/t" : S;
        String[] codes = {"a", "b", "c", "d", "e", "f", "z", "nowhere"};
        String code = codes[random.nextInt(codes.length)];
        String one = "http://x.no/v" + (imports == 0 ? 0 : random.nextInt(imports));
        String two = "http://x.no/v" + (imports == 0 ? 0 : random.nextInt(imports));
        return switch (random.nextInt(imports == 0 ? 6 : 9)) {
            case 0 -> Include.all(url, null);
            case 1 -> codes(url, null, code, codes[random.nextInt(codes.length)]);
            case 2 -> filtered(url, null, "concept", "is-a", code);
            case 3 -> filtered(url, null, "concept", "descendent-of", code);
            case 4 -> filtered(url, null, "p", random.nextBoolean() ? "=" : "not-in", "x");
            case 5 -> filtered(url, null, "concept", "is-not-a", code);
            case 6 -> imports(one);
            case 7 -> imports(one, two);
            default -> importsOf(url, one);
        };
    }
}
