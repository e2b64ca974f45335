package no.normverk.terminology.validation;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.ImportResolver;
import no.normverk.terminology.valueset.UnknownCodeSystem;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Validates codes against value sets and code systems. A negative answer says everything that is wrong; only a question that makes no sense is an exception.
 */
public final class CodeValidator {

    private final CodeSystemFinder systems;
    private final ValidationSettings settings;

    public CodeValidator(CodeSystemFinder systems, ValidationSettings settings) {
        this.systems = systems;
        this.settings = settings;
    }

    /**
     * Whether a single coding is in a value set.
     *
     * @throws TerminologyException when the value set's definition cannot be used
     */
    public CodeValidation validate(ValueSetDefinition valueSet, Subject subject) {
        new ImportResolver(systems.registry(), settings.evaluation()).checkNotCircular(valueSet);
        Findings findings = new Findings();
        CodingValidation validation = new CodingValidation(systems, settings, valueSet, findings);
        CodingValidation.Outcome outcome;
        try {
            outcome = validation.validate(subject, false);
        } catch (TerminologyException e) {
            return unanswerable(e, subject);
        }
        findings.addAll(validation.standingIssues(outcome));
        return findings.toValidation(outcome.found());
    }

    /**
     * Whether some coding of a concept is in a value set.
     *
     * @throws TerminologyException when the value set's definition cannot be used
     */
    public CodeValidation validateConcept(ValueSetDefinition valueSet, List<Subject> subjects) {
        new ImportResolver(systems.registry(), settings.evaluation()).checkNotCircular(valueSet);
        Findings findings = new Findings();
        CodingValidation validation = new CodingValidation(systems, settings, valueSet, findings);
        CodingValidation.Outcome first = null;
        try {
            for (Subject subject : subjects) {
                CodingValidation.Outcome outcome = validation.validate(subject, true);
                if (first == null && outcome.member()) {
                    first = outcome;
                }
            }
        } catch (TerminologyException e) {
            return unanswerable(e, null);
        }
        if (first == null) {
            boolean undecided = !findings.causedByUnknownSystems().isEmpty() || validation.versionsRefused();
            if (!undecided) {
                findings.add(Issue.error(
                        "code-invalid",
                        "not-in-vs",
                        Message.of("TX_GENERAL_CC_ERROR_MESSAGE", valueSet.label()),
                        null));
            }
        } else {
            findings.addAll(validation.standingIssues(first));
        }
        return findings.toValidation(first == null ? null : first.found());
    }

    /** A value set or code system that is needed and not there makes the answer no, not an error; anything else wrong with a definition is an error. */
    private static CodeValidation unanswerable(TerminologyException cause, @Nullable Subject subject) {
        if (!cause.issues().stream().allMatch(issue -> "not-found".equals(issue.detail()))) {
            throw cause;
        }
        List<Issue> issues = cause.issues().stream()
                .map(issue -> issue.message().id().equals("VS_EXP_IMPORT_UNK_PINNED")
                        ? Issue.error(
                                "not-found",
                                "not-found",
                                Message.of(
                                        "Unable_to_resolve_value_Set_",
                                        String.join("|", issue.message().arguments())),
                                null)
                        : issue)
                .toList();
        CodeValidation.Found found = null;
        if (subject != null && subject.coding().code() != null) {
            Coding coding = subject.coding();
            found = new CodeValidation.Found(
                    String.valueOf(coding.code()), coding.system(), coding.version(), null, false, null, null);
        }
        return new CodeValidation(false, issues, List.of(), found, List.of(), List.of());
    }

    /** Whether a coding's code is in its code system, whatever any value set says. */
    public CodeValidation validateInSystem(Subject subject) {
        Findings findings = new Findings();
        Coding coding = subject.coding();
        String url = coding.system();
        String code = coding.code();
        if (url == null || code == null) {
            findings.add(Issue.warning(
                    "invalid", "invalid-data", Message.of("Coding_has_no_system__cannot_validate"), subject.whole()));
            return findings.refused(
                    code == null ? null : new CodeValidation.Found(code, url, coding.version(), null, false, null, null));
        }
        String wanted = coding.version() != null ? coding.version() : settings.evaluation().versions().apply(url, null);
        CodeSystemVersion base = systems.find(url, wanted);
        if (base == null) {
            findings.add(unknownSystem(url, wanted, subject));
            boolean supplement = systems.registry().codeSystem(url, wanted) != null;
            findings.causedByUnknownSystem(wanted == null || supplement ? url : url + "|" + wanted);
            return findings.toValidation(
                    new CodeValidation.Found(code, url, coding.version(), null, false, null, null));
        }
        CodeSystemVersion system = systems.understanding(base, List.of(code));
        ConceptFindings concept = new ConceptFindings(system, settings, findings);
        int ordinal = system.locate(code);
        if (ordinal < 0) {
            concept.unknownCode(subject);
            return findings.toValidation(notThere(coding, system));
        }
        concept.examine(ordinal, null, subject, null, false);
        concept.checkExpression(ordinal, subject);
        concept.noteExpression(ordinal, subject);
        if (settings.evaluation().activeOnly() && system.isInactive(ordinal)) {
            findings.add(Issue.error(
                    "business-rule", "code-rule", Message.of("STATUS_CODE_WARNING_CODE", code), subject.code()));
        }
        Issue standing = StandingCheck.issue(system.header());
        if (standing != null) {
            findings.add(standing);
        }
        return findings.toValidation(concept.found(ordinal, null, code));
    }

    /**
     * A code that the version looked in does not have: a code of no version, unless the caller said which or the version is but a fragment of what there is.
     * The message names the version looked in.
     */
    private static CodeValidation.Found notThere(Coding coding, CodeSystemVersion system) {
        boolean ofVersion = coding.version() != null || system.header().isFragment();
        return new CodeValidation.Found(
                String.valueOf(coding.code()),
                coding.system(),
                ofVersion ? system.header().version() : null,
                null,
                false,
                null,
                null);
    }

    /** Whether some coding of a concept is in its code system. */
    public CodeValidation validateConceptInSystem(List<Subject> subjects) {
        CodeValidation best = null;
        for (Subject subject : subjects) {
            CodeValidation validation = validateInSystem(subject);
            if (validation.result()) {
                return validation;
            }
            best = best == null ? validation : best;
        }
        if (best == null) {
            throw new TerminologyException(
                    Issue.error("invalid", null, Message.of("codeable-concept-without-coding"), "CodeableConcept"));
        }
        return best;
    }

    private Issue unknownSystem(String url, @Nullable String wanted, Subject subject) {
        CodeSystemVersion supplement = systems.registry().codeSystem(url, wanted);
        if (supplement != null) {
            return Issue.error(
                    "invalid",
                    "invalid-data",
                    Message.of("CODESYSTEM_CS_NO_SUPPLEMENT", supplement.header().canonical().toString()),
                    subject.system());
        }
        return Issue.error(
                "not-found",
                "not-found",
                UnknownCodeSystem.inValidation(systems.registry(), url, wanted),
                subject.system());
    }
}
