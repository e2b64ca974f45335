package no.normverk.terminology.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import org.jspecify.annotations.Nullable;

/** Collects what one validation has to say. */
final class Findings {

    private final SequencedSet<Issue> issues = new LinkedHashSet<>();
    private final SequencedSet<Message> explanations = new LinkedHashSet<>();
    private final SequencedSet<String> causedByUnknownSystems = new LinkedHashSet<>();
    private final SequencedSet<String> unknownSystems = new LinkedHashSet<>();

    void add(Issue issue) {
        issues.add(issue);
    }

    void addAll(List<Issue> more) {
        issues.addAll(more);
    }

    void explain(Message reason) {
        explanations.add(reason);
    }

    void causedByUnknownSystem(String canonical) {
        causedByUnknownSystems.add(canonical);
    }

    void unknownSystem(String canonical) {
        unknownSystems.add(canonical);
    }

    SequencedSet<String> causedByUnknownSystems() {
        return causedByUnknownSystems;
    }

    /** The answer: yes when nothing found is an error. */
    CodeValidation toValidation(CodeValidation.@Nullable Found found) {
        for (Issue issue : issues) {
            if (issue.severity() == Issue.Severity.ERROR) {
                return validation(false, found);
            }
        }
        return validation(true, found);
    }

    /** The answer no, whatever the severity of what was found. */
    CodeValidation refused(CodeValidation.@Nullable Found found) {
        return validation(false, found);
    }

    private CodeValidation validation(boolean result, CodeValidation.@Nullable Found found) {
        return new CodeValidation(
                result,
                new ArrayList<>(issues),
                new ArrayList<>(explanations),
                found,
                new ArrayList<>(causedByUnknownSystems),
                new ArrayList<>(unknownSystems));
    }
}
