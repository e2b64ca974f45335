package no.normverk.terminology.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Versions;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeMatcher;
import no.normverk.terminology.valueset.UnknownCodeSystem;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Validates the codings of one question against one value set, and collects what is found. */
final class CodingValidation {

    /**
     * What came of one coding.
     *
     * @param member whether the value set holds it (or might, for all that is known of a fragment)
     * @param found the concept to tell of
     * @param system the code system version it was looked for in
     */
    record Outcome(boolean member, CodeValidation.@Nullable Found found, @Nullable CodeSystemVersion system) {}

    private final CodeSystemFinder systems;
    private final ValidationSettings settings;
    private final ValueSetDefinition valueSet;
    private final Findings findings;
    private final Membership membership;
    private boolean versionsRefused;

    CodingValidation(
            CodeSystemFinder systems, ValidationSettings settings, ValueSetDefinition valueSet, Findings findings) {
        this.systems = systems;
        this.settings = settings;
        this.valueSet = valueSet;
        this.findings = findings;
        this.membership = new Membership(systems, settings.evaluation());
    }

    /** Whether some coding was refused for its version alone, so that membership was not the question. */
    boolean versionsRefused() {
        return versionsRefused;
    }

    /**
     * Validates one coding.
     *
     * @param oneOfSeveral whether it is one of a concept's codings, so that not being in the value set is no error yet
     */
    Outcome validate(Subject subject, boolean oneOfSeveral) {
        Coding coding = subject.coding();
        if (coding.system() == null) {
            return withoutSystem(subject, oneOfSeveral);
        }
        List<Candidate> candidates = membership.candidates(valueSet, coding);
        if (candidates.isEmpty()) {
            return ofOtherSystem(subject, oneOfSeveral);
        }
        Candidate chosen = choose(candidates, subject);
        if (chosen.system() == null) {
            unknownSystem(coding.system(), chosen.wanted(), subject);
            return new Outcome(false, callersOwn(subject), null);
        }
        return judge(subject, chosen, chosen.system(), oneOfSeveral);
    }

    private Outcome withoutSystem(Subject subject, boolean oneOfSeveral) {
        if (!settings.inferSystem()) {
            findings.add(Issue.warning(
                    "invalid", "invalid-data", Message.of("Coding_has_no_system__cannot_validate"), subject.whole()));
            notInValueSet(subject, oneOfSeveral);
            return new Outcome(false, callersOwn(subject), null);
        }
        List<String> fitting = new ArrayList<>();
        Coding coding = subject.coding();
        for (String system : membership.systemsOf(valueSet)) {
            Coding guess = new Coding(system, coding.version(), coding.code(), coding.display());
            if (membership.candidates(valueSet, guess).stream().anyMatch(Candidate::member)) {
                fitting.add(system);
            }
        }
        if (fitting.size() == 1) {
            Coding inferred = new Coding(fitting.getFirst(), coding.version(), coding.code(), coding.display());
            return validate(new Subject(inferred, subject.whole(), subject.prefix()), oneOfSeveral);
        }
        Message message = fitting.isEmpty()
                ? Message.of("UNABLE_TO_INFER_CODESYSTEM", String.valueOf(coding.code()), valueSet.label())
                : Message.of(
                        "Unable_to_resolve_system__value_set_has_multiple_matches",
                        String.valueOf(coding.code()),
                        valueSet.label(),
                        fitting.stream().collect(Collectors.joining(", ", "[", "]")));
        findings.add(Issue.error("not-found", "cannot-infer", message, subject.code()));
        notInValueSet(subject, oneOfSeveral);
        return new Outcome(false, callersOwn(subject), null);
    }

    private CodeValidation.Found callersOwn(Subject subject) {
        Coding coding = subject.coding();
        return new CodeValidation.Found(
                String.valueOf(coding.code()), coding.system(), coding.version(), null, false, null, null);
    }

    /** A coding of a system that the value set does not draw on. */
    private Outcome ofOtherSystem(Subject subject, boolean oneOfSeveral) {
        Coding coding = subject.coding();
        String url = Objects.requireNonNull(coding.system());
        notInValueSet(subject, oneOfSeveral);
        if (settings.membershipOnly()) {
            return new Outcome(false, callersOwn(subject), null);
        }
        boolean relative = !url.contains(":");
        if (relative) {
            findings.add(Issue.error(
                    "invalid", "invalid-data", Message.of("Terminology_TX_System_Relative"), subject.system()));
        }
        String wanted = coding.version() != null
                ? coding.version()
                : settings.evaluation().versions().apply(url, null);
        CodeSystemVersion found = systems.find(url, wanted);
        if (found == null) {
            absentSystem(subject, url, wanted);
            return new Outcome(false, callersOwn(subject), null);
        }
        CodeSystemVersion system = systems.understanding(found, List.of(String.valueOf(coding.code())));
        ConceptFindings concept = new ConceptFindings(system, settings, findings);
        int ordinal = coding.code() == null ? -1 : system.locate(coding.code());
        if (ordinal < 0) {
            concept.unknownCode(subject);
            return new Outcome(false, withVersion(subject, system), system);
        }
        concept.display(ordinal, null, subject);
        return new Outcome(false, concept.found(ordinal, null, String.valueOf(coding.code())), system);
    }

    private CodeValidation.Found withVersion(Subject subject, CodeSystemVersion system) {
        Coding coding = subject.coding();
        return new CodeValidation.Found(
                String.valueOf(coding.code()), coding.system(), system.header().version(), null, false, null, null);
    }

    private void absentSystem(Subject subject, String url, @Nullable String wanted) {
        if (systems.registry().hasValueSet(url)) {
            findings.add(Issue.error(
                    "invalid", "invalid-data", Message.of("Terminology_TX_System_ValueSet2", url), subject.system()));
            return;
        }
        CodeSystemVersion supplement = systems.registry().codeSystem(url, wanted);
        if (supplement != null) {
            findings.add(Issue.error(
                    "invalid",
                    "invalid-data",
                    Message.of(
                            "CODESYSTEM_CS_NO_SUPPLEMENT",
                            supplement.header().canonical().toString()),
                    subject.system()));
            findings.causedByUnknownSystem(url);
            return;
        }
        findings.add(Issue.error(
                "not-found",
                "not-found",
                UnknownCodeSystem.inValidation(systems.registry(), url, wanted),
                subject.system()));
        boolean otherVersions = wanted != null && !systems.registry().versionNames(url).isEmpty();
        findings.unknownSystem(otherVersions ? url + "|" + wanted : url);
    }

    private void unknownSystem(String url, @Nullable String wanted, Subject subject) {
        findings.add(Issue.error(
                "not-found",
                "not-found",
                UnknownCodeSystem.inValidation(systems.registry(), url, wanted),
                subject.system()));
        findings.causedByUnknownSystem(wanted == null ? url : url + "|" + wanted);
    }

    /**
     * The place that the coding most likely means: of its own version if there is one; then where the value set holds it; then where its display fits; then
     * the newest.
     */
    private Candidate choose(List<Candidate> candidates, Subject subject) {
        List<Candidate> possible = candidates;
        String version = subject.coding().version();
        if (version != null) {
            List<Candidate> ofVersion = candidates.stream()
                    .filter(candidate -> candidate.resolved()
                            && candidate.system() != null
                            && Versions.names(version, String.valueOf(candidate.system().header().version())))
                    .toList();
            possible = ofVersion.isEmpty() ? candidates : ofVersion;
        }
        Candidate best = null;
        int bestScore = -1;
        for (Candidate candidate : possible) {
            int score = (candidate.member() ? 4 : 0)
                    + (candidate.ordinal() >= 0 ? 2 : 0)
                    + (displayFits(candidate, subject) ? 1 : 0);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Objects.requireNonNull(best);
    }

    private boolean displayFits(Candidate candidate, Subject subject) {
        String display = subject.coding().display();
        CodeSystemVersion system = candidate.system();
        return display != null
                && system != null
                && candidate.ordinal() >= 0
                && new DisplayCheck(system, candidate.ordinal(), candidate.reference(), settings.languages())
                        .accepts(display);
    }

    private Outcome judge(Subject subject, Candidate chosen, CodeSystemVersion system, boolean oneOfSeveral) {
        boolean versionRefused = judgeVersion(subject, chosen, system);
        versionsRefused |= versionRefused;
        ConceptFindings concept = new ConceptFindings(system, settings, findings);
        if (chosen.ordinal() < 0) {
            return unknownCode(subject, chosen, system, concept, oneOfSeveral);
        }
        CodeValidation.Found found =
                concept.found(chosen.ordinal(), chosen.reference(), String.valueOf(subject.coding().code()));
        if (chosen.member()) {
            if (!settings.abstractAllowed() && system.isAbstract(chosen.ordinal())) {
                notInValueSet(subject, oneOfSeveral);
            }
            concept.examine(chosen.ordinal(), chosen.reference(), subject, valueSet.label(), chosen.inactiveAsked());
            concept.checkExpression(chosen.ordinal(), subject);
            return new Outcome(chosen.resolved(), chosen.inactiveAsked() ? found.withoutActivity() : found, system);
        }
        if (chosen.resolved()) {
            notInValueSet(subject, oneOfSeveral);
            explain(system, chosen.ordinal());
        }
        if (!chosen.inactiveRefused() && chosen.resolved() && subject.coding().version() == null) {
            Outcome usual = inUsualVersion(subject, system);
            if (usual != null) {
                return usual;
            }
        }
        if (chosen.inactiveRefused()) {
            concept.activity(chosen.ordinal(), subject);
            findings.add(Issue.error(
                    "business-rule",
                    "code-rule",
                    Message.of("STATUS_CODE_WARNING_CODE", system.code(chosen.ordinal())),
                    subject.code()));
        }
        if (!settings.membershipOnly()) {
            concept.display(chosen.ordinal(), chosen.reference(), subject);
        }
        return new Outcome(false, found, system);
    }

    /**
     * A code that the value set does not hold is told of as anybody would look it up: in the version that answers when none is named, provided it is there.
     *
     * @return {@code null} when that is the version looked in already, or does not have the code
     */
    private @Nullable Outcome inUsualVersion(Subject subject, CodeSystemVersion lookedIn) {
        String url = lookedIn.header().url();
        String code = String.valueOf(subject.coding().code());
        CodeSystemVersion found = systems.find(url, settings.evaluation().versions().apply(url, null));
        if (found == null || CodeSystemFinder.isSame(found, lookedIn)) {
            return null;
        }
        CodeSystemVersion usual = systems.understanding(found, List.of(code));
        int ordinal = usual.locate(code);
        if (ordinal < 0) {
            return null;
        }
        ConceptFindings concept = new ConceptFindings(usual, settings, findings);
        if (!settings.membershipOnly()) {
            concept.display(ordinal, null, subject);
        }
        return new Outcome(false, concept.found(ordinal, null, code), usual);
    }

    /** Says which filters keep a concept out, where its code system can tell. */
    private void explain(CodeSystemVersion system, int ordinal) {
        for (Include include : valueSet.includes()) {
            if (systems.registry().isSameSystem(system.header().url(), include.system())) {
                IncludeMatcher.refusals(include, system, ordinal).forEach(findings::explain);
            }
        }
    }

    private Outcome unknownCode(
            Subject subject, Candidate chosen, CodeSystemVersion system, ConceptFindings concept, boolean oneOfSeveral) {
        CodeValidation.Found found = withVersion(subject, system);
        if (!chosen.resolved()) {
            return new Outcome(false, found, system);
        }
        if (system.header().isFragment()) {
            concept.unknownCode(subject);
            return new Outcome(true, found, system);
        }
        notInValueSet(subject, oneOfSeveral);
        if (!settings.membershipOnly()) {
            concept.unknownCode(subject);
        }
        return new Outcome(false, found, system);
    }

    private void notInValueSet(Subject subject, boolean oneOfSeveral) {
        Message message =
                Message.of("None_of_the_provided_codes_are_in_the_value_set_one", "", valueSet.label(), "'" + subject.label() + "'");
        findings.add(
                oneOfSeveral
                        ? Issue.information("code-invalid", "this-code-not-in-vs", message, subject.code())
                        : Issue.error("code-invalid", "not-in-vs", message, subject.code()));
    }

    /** Says what is wrong with versions. Returns whether the coding is refused for it. */
    private boolean judgeVersion(Subject subject, Candidate chosen, CodeSystemVersion system) {
        String url = Objects.requireNonNull(subject.coding().system());
        String version = subject.coding().version();
        String actual = String.valueOf(system.header().version());
        boolean refused = false;
        if (!chosen.resolved()) {
            unknownSystem(url, chosen.wanted(), subject);
            refused = true;
        }
        if (version != null && (!chosen.resolved() || !Versions.names(version, actual))) {
            refused |= mismatch(subject, chosen, url, version, actual);
        }
        String required = settings.evaluation().versions().required(url);
        if (required != null && chosen.resolved() && !Versions.matches(required, system.header().version())) {
            findings.add(Issue.error(
                    "exception",
                    "version-error",
                    Message.of("VALUESET_VERSION_CHECK", actual, url, required),
                    subject.version()));
            refused = true;
        }
        return refused;
    }

    private boolean mismatch(Subject subject, Candidate chosen, String url, String version, String actual) {
        String wanted = chosen.wanted();
        boolean refused = true;
        if (wanted == null) {
            findings.add(Issue.warning(
                    "invalid",
                    "vs-invalid",
                    Message.of("VALUESET_VALUE_MISMATCH_DEFAULT", url, actual, version),
                    subject.version()));
            refused = false;
        } else if (wanted.equals(chosen.stated())) {
            findings.add(Issue.error(
                    "invalid", "vs-invalid", Message.of("VALUESET_VALUE_MISMATCH", url, wanted, version), subject.version()));
        } else {
            findings.add(Issue.error(
                    "invalid",
                    "vs-invalid",
                    Message.of(
                            "VALUESET_VALUE_MISMATCH_CHANGED",
                            url,
                            wanted,
                            chosen.stated() == null ? "" : chosen.stated(),
                            version),
                    subject.version()));
        }
        if (systems.find(url, version) == null) {
            unknownSystem(url, version, subject);
            refused = true;
        }
        return refused;
    }

    /** What there is to say of the value sets and the code system that a positive answer rests on. */
    List<Issue> standingIssues(Outcome outcome) {
        List<Issue> issues = new ArrayList<>();
        CodeSystemVersion system = outcome.system();
        if (system != null) {
            addIfAny(issues, StandingCheck.issue(system.header()));
        }
        membership
                .valueSetsOfConcern()
                .forEach((canonical, standing) -> addIfAny(issues, StandingCheck.issue(standing, "ValueSet", canonical)));
        return issues;
    }

    private static void addIfAny(List<Issue> issues, @Nullable Issue issue) {
        if (issue != null) {
            issues.add(issue);
        }
    }
}
