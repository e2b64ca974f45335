package no.normverk.terminology.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Term;
import org.jspecify.annotations.Nullable;

/**
 * What validating found.
 *
 * @param result whether the code is valid
 * @param issues everything there is to say
 * @param explanations why the answer is what it is, beyond the issues: part of the summary only
 * @param found the concept the answer is about, or {@code null} when there is none to tell of
 * @param causedByUnknownSystems code systems that the value set needs and that are not there, as {@code url|version}
 * @param unknownSystems code systems that only the code names and that are not there
 */
public record CodeValidation(
        boolean result,
        List<Issue> issues,
        List<Message> explanations,
        @Nullable Found found,
        List<String> causedByUnknownSystems,
        List<String> unknownSystems) {

    /** Messages that concern the code's display or activity: part of the summary though they are no errors. */
    private static final Set<String> SUMMARISED = Set.of(
            "INACTIVE_CONCEPT_FOUND",
            "DEPRECATED_CONCEPT_FOUND",
            "Display_Name_for__should_be_one_of__instead_of",
            "Display_Name_WS_for__should_be_one_of__instead_of",
            "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK",
            "Coding_has_no_system__cannot_validate");

    /**
     * The concept an answer is about.
     *
     * @param code the code as the caller wrote it
     * @param system the code system
     * @param version the code system's version that was looked in
     * @param display the display to use
     * @param inactive whether the concept is inactive
     * @param status the concept's status, when it states one
     * @param normalizedCode the code as the system writes it, when the caller wrote it otherwise
     * @param fallback the display when it is in none of the languages that the caller asked for, with its language; {@code null} otherwise
     * @param successors what replaces it, when it is not valid on the day in question
     */
    public record Found(
            String code,
            @Nullable String system,
            @Nullable String version,
            @Nullable String display,
            boolean inactive,
            @Nullable String status,
            @Nullable String normalizedCode,
            @Nullable Term fallback,
            List<Retirement.Successor> successors) {

        Found(
                String code,
                @Nullable String system,
                @Nullable String version,
                @Nullable String display,
                boolean inactive,
                @Nullable String status,
                @Nullable String normalizedCode) {
            this(code, system, version, display, inactive, status, normalizedCode, null, List.of());
        }

        Found withoutActivity() {
            return new Found(code, system, version, display, false, null, normalizedCode, fallback, successors);
        }
    }

    /** The messages that make up the summary: explanations, all errors, and what concerns display and activity. */
    public List<Message> summary() {
        if (issues.isEmpty() && explanations.isEmpty()) {
            return List.of();
        }
        Set<Message> told = new LinkedHashSet<>(explanations);
        for (Issue issue : issues) {
            if (issue.severity() == Issue.Severity.ERROR || SUMMARISED.contains(issue.message().id())) {
                told.add(issue.message());
            }
        }
        return List.copyOf(told);
    }
}
