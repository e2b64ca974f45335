package no.normverk.terminology.validation;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.Term;
import no.normverk.terminology.valueset.ConceptReference;
import org.jspecify.annotations.Nullable;

/** What there is to say of one concept as such: its case, activity, abstractness and display. */
final class ConceptFindings {

    private static final String STANDARDS_STATUS = "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final String DEPRECATED_IN_VALUE_SET = "http://hl7.org/fhir/StructureDefinition/valueset-deprecated";

    private final CodeSystemVersion system;
    private final ValidationSettings settings;
    private final Findings findings;

    ConceptFindings(CodeSystemVersion system, ValidationSettings settings, Findings findings) {
        this.system = system;
        this.settings = settings;
        this.findings = findings;
    }

    /** The concept as an answer tells of it. */
    CodeValidation.Found found(int ordinal, @Nullable ConceptReference reference, String callersCode) {
        String code = system.code(ordinal);
        boolean inactive = system.isInactive(ordinal);
        return new CodeValidation.Found(
                callersCode,
                system.header().url(),
                system.header().version(),
                display(ordinal, reference),
                inactive,
                notableStatus(ordinal),
                code.equals(callersCode) ? null : code,
                fallback(ordinal),
                system.whyNotValid(ordinal) == null ? List.of() : system.retirement(ordinal).successors());
    }

    private @Nullable Term fallback(int ordinal) {
        Term term = settings.languages().isEmpty() ? null : system.term(ordinal, settings.languages());
        return term == null || term.asked() ? null : term;
    }

    /** The status of a concept that should be used with care; what {@code inactive} tells already is not told again. */
    private @Nullable String notableStatus(int ordinal) {
        if (isDeprecated(ordinal)) {
            return "deprecated";
        }
        String status = system.status(ordinal);
        return system.isInactive(ordinal) && !"inactive".equals(status) ? status : null;
    }

    private boolean isDeprecated(int ordinal) {
        if ("deprecated".equals(system.status(ordinal))) {
            return true;
        }
        for (Extension extension : system.extensions(ordinal)) {
            if (saysDeprecated(extension)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String display(int ordinal, @Nullable ConceptReference reference) {
        if (reference != null && reference.display() != null && settings.languages().isEmpty()) {
            return reference.display();
        }
        Term term = system.term(ordinal, settings.languages());
        return term == null ? null : term.value();
    }

    void unknownCode(Subject subject) {
        String version = system.header().version();
        String code = String.valueOf(subject.coding().code());
        if (system.header().isFragment()) {
            findings.add(Issue.warning(
                    "code-invalid",
                    "invalid-code",
                    Message.of("UNKNOWN_CODE_IN_FRAGMENT", code, system.header().url(), String.valueOf(version)),
                    subject.code()));
        } else {
            findings.add(Issue.error("code-invalid", "invalid-code", UnknownCode.message(system, code), subject.code()));
            Message why = system.whyNoExpression(code);
            if (why != null) {
                findings.add(Issue.information("code-invalid", "invalid-code", why, subject.code()));
            }
        }
    }

    /** Says what the system's model has against an expression, where that was asked for. */
    void checkExpression(int ordinal, Subject subject) {
        List<Objection> objections = settings.conceptModel() ? system.objections(ordinal) : null;
        if (objections == null) {
            return;
        }
        for (Objection objection : objections) {
            findings.add(
                    objection.mandatory()
                            ? Issue.error("business-rule", "code-rule", objection.message(), subject.code())
                            : Issue.warning("business-rule", "code-rule", objection.message(), subject.code()));
        }
    }

    /** Says that an expression was looked at as far as its grammar and its concepts go; where there is a model to check it against, the caller has asked for that. */
    void noteExpression(int ordinal, Subject subject) {
        if (settings.conceptModel() && system.objections(ordinal) != null) {
            return;
        }
        Message reservation = system.reservation(ordinal);
        if (reservation != null) {
            findings.add(Issue.information("informational", "process-note", reservation, subject.code()));
        }
    }

    /**
     * Says everything about a concept that was found.
     *
     * @param valueSet how messages name the value set, or {@code null} outside one
     * @param inactiveAsked whether the value set's author asks for inactive concepts
     */
    void examine(
            int ordinal,
            @Nullable ConceptReference reference,
            Subject subject,
            @Nullable String valueSet,
            boolean inactiveAsked) {
        Message notValid = system.whyNotValid(ordinal);
        if (notValid != null) {
            findings.add(Issue.error("business-rule", "code-rule", notValid, subject.code()));
        } else if (!inactiveAsked) {
            activity(ordinal, subject);
        }
        if (reference != null && valueSet != null) {
            deprecationInValueSet(reference, subject, valueSet);
        }
        String code = system.code(ordinal);
        if (!code.equals(subject.coding().code())) {
            findings.add(Issue.information(
                    "business-rule",
                    "code-rule",
                    spelling(String.valueOf(subject.coding().code()), code),
                    subject.code()));
        }
        if (!settings.abstractAllowed() && system.isAbstract(ordinal)) {
            findings.add(Issue.error(
                    "business-rule",
                    "code-rule",
                    Message.of("ABSTRACT_CODE_NOT_ALLOWED", system.header().url(), code),
                    subject.code()));
        }
        display(ordinal, reference, subject);
    }

    /** How the caller's spelling differs: HL7's services have words for letters of the other case only, and a dot is something else. */
    private Message spelling(String written, String code) {
        String key = written.equalsIgnoreCase(code) ? "CODE_CASE_DIFFERENCE" : "code-spelling-difference";
        return Message.of(key, written, code, system.header().canonical().toString());
    }

    void display(int ordinal, @Nullable ConceptReference reference, Subject subject) {
        String display = subject.coding().display();
        if (display == null) {
            return;
        }
        Issue issue = new DisplayCheck(system, ordinal, reference, settings.languages())
                .check(display, subject, settings.lenientDisplay());
        if (issue != null) {
            findings.add(issue);
        }
    }

    void activity(int ordinal, Subject subject) {
        String status = system.status(ordinal);
        String code = system.code(ordinal);
        if (system.isInactive(ordinal)) {
            String said = status == null || status.equals("inactive") ? "inactive" : status + " and inactive";
            findings.add(Issue.warning(
                    "business-rule", "code-comment", Message.of("INACTIVE_CONCEPT_FOUND", code, said), subject.whole()));
            return;
        }
        if (isDeprecated(ordinal)) {
            findings.add(Issue.warning(
                    "business-rule", "code-comment", Message.of("DEPRECATED_CONCEPT_FOUND", code), subject.whole()));
        }
    }

    private static boolean saysDeprecated(Extension extension) {
        return extension.url().equals(STANDARDS_STATUS) && extension.value().text().equals("deprecated");
    }

    private void deprecationInValueSet(ConceptReference reference, Subject subject, String valueSet) {
        boolean deprecated = reference.extensions().stream()
                .anyMatch(extension -> saysDeprecated(extension)
                        || (extension.url().equals(DEPRECATED_IN_VALUE_SET)
                                && extension.value().text().equals("true")));
        if (deprecated) {
            findings.add(Issue.warning(
                    "business-rule",
                    "code-comment",
                    Message.of(
                            "CONCEPT_DEPRECATED_IN_VALUESET",
                            system.header().url(),
                            reference.code(),
                            "deprecated",
                            valueSet),
                    subject.code()));
        }
    }
}
