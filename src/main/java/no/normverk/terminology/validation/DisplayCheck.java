package no.normverk.terminology.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Term;
import no.normverk.terminology.valueset.ConceptReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text may stand for a concept.
 *
 * <p>Every display and every designation that is meant for display is a valid text, in the caller's languages if the caller names any; a text of unknown language serves
 * any language. When the concept has no text in those languages, its texts in the code system's own language will do.
 */
final class DisplayCheck {

    private static final String STANDARDS_STATUS = "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String SNOMED_DEFINITION = "900000000000550004";
    private static final Set<String> DISPLAY_USES = Set.of(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra",
            "http://terminology.hl7.org/CodeSystem/designation-usage",
            "http://loinc.org");

    /** @param wanted whether it is in the caller's languages, or nothing is known of its language */
    private record Text(String value, @Nullable String language, @Nullable String retired, boolean wanted) {

        boolean isRetired() {
            return retired != null;
        }

        String label() {
            return language == null ? "'" + value + "'" : "'" + value + "' (" + language + ")";
        }
    }

    private final CodeSystemVersion system;
    private final int ordinal;
    private final Languages languages;
    private final @Nullable ConceptReference reference;
    private @Nullable List<Text> texts;

    DisplayCheck(
            CodeSystemVersion system, int ordinal, @Nullable ConceptReference reference, Languages languages) {
        this.system = system;
        this.ordinal = ordinal;
        this.languages = languages;
        this.reference = reference;
    }

    /** All texts of the concept; looked up only when the display itself is not what the caller has. */
    private List<Text> texts() {
        List<Text> known = texts;
        if (known == null) {
            known = collect();
            texts = known;
        }
        return known;
    }

    private List<Text> collect() {
        List<Text> texts = new ArrayList<>();
        String display = system.display(ordinal);
        if (display != null) {
            texts.add(text(new Designation(system.displayLanguage(ordinal), null, display), null));
        }
        addDesignations(texts, system.designations(ordinal));
        for (Designation former : system.retiredDesignations(ordinal)) {
            texts.add(text(former, "inactive"));
        }
        if (reference != null) {
            if (reference.display() != null) {
                texts.add(new Text(reference.display(), null, null, true));
            }
            addDesignations(texts, reference.designations());
        }
        return texts;
    }

    private Text text(Designation designation, @Nullable String retired) {
        boolean wanted = languages.isEmpty() || designation.language() == null || system.serves(designation, languages);
        return new Text(designation.value(), designation.language(), retired, wanted);
    }

    private void addDesignations(List<Text> texts, List<Designation> designations) {
        for (Designation designation : designations) {
            if (isForDisplay(designation.use())) {
                texts.add(text(designation, retired(designation)));
            }
        }
    }

    /** A designation of unknown use could be anything, and is not taken for a display. */
    private static boolean isForDisplay(@Nullable Coding use) {
        if (use == null || use.system() == null) {
            return use == null;
        }
        return use.system().equals(SNOMED)
                ? !SNOMED_DEFINITION.equals(use.code())
                : DISPLAY_USES.contains(use.system());
    }

    private static @Nullable String retired(Designation designation) {
        for (Extension extension : designation.extensions()) {
            String value = extension.value().text();
            boolean outdated = value.equals("withdrawn") || value.equals("deprecated") || value.equals("retired");
            if (extension.url().equals(STANDARDS_STATUS) && outdated) {
                return value;
            }
        }
        return null;
    }

    /** Whether the text is valid without any remark. */
    boolean accepts(String display) {
        return isOwnDisplay(display) || valid().stream().anyMatch(text -> text.value().equalsIgnoreCase(display));
    }

    private boolean isOwnDisplay(String display) {
        if (!display.equalsIgnoreCase(system.display(ordinal))) {
            return false;
        }
        String language = system.displayLanguage(ordinal);
        return languages.isEmpty() || language == null || system.serves(new Designation(language, null, display), languages);
    }

    private List<Text> valid() {
        return texts().stream()
                .filter(text -> !text.isRetired())
                .filter(Text::wanted)
                .toList();
    }

    /** What there is to say of a text, or {@code null} when it is valid. */
    @Nullable Issue check(String display, Subject subject, boolean lenient) {
        if (accepts(display)) {
            return null;
        }
        List<Text> valid = valid();
        for (Text text : texts()) {
            if (text.isRetired() && text.value().equalsIgnoreCase(display)) {
                return retiredDisplay(display, subject, text, valid);
            }
        }
        Issue.Severity severity = lenient ? Issue.Severity.WARNING : Issue.Severity.ERROR;
        return valid.isEmpty()
                ? noneInLanguage(display, subject, severity)
                : wrong(display, subject, valid, severity);
    }

    private Issue retiredDisplay(String display, Subject subject, Text text, List<Text> valid) {
        String choices = String.join(
                ", ", valid.stream().map(choice -> "\"" + choice.value() + "\"").distinct().sorted().toList());
        return Issue.warning(
                "invalid",
                "display-comment",
                Message.of(
                        "INACTIVE_DISPLAY_FOUND",
                        display,
                        system.code(ordinal),
                        String.valueOf(text.retired()),
                        choices),
                subject.display());
    }

    private Issue noneInLanguage(String display, Subject subject, Issue.Severity severity) {
        String code = system.header().url() + "#" + system.code(ordinal);
        boolean validByDefault = isWhatIsShown(display) || texts().stream()
                .filter(text -> text.language() == null || text.language().equals(system.displayLanguage(ordinal)))
                .anyMatch(text -> text.value().equalsIgnoreCase(display));
        if (validByDefault) {
            return Issue.information(
                    "invalid",
                    "invalid-display",
                    Message.of("NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK", code, languages.text(), display),
                    subject.display());
        }
        return new Issue(
                severity,
                "invalid",
                "invalid-display",
                Message.of(
                        "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_ERR",
                        display,
                        code,
                        languages.text(),
                        String.valueOf(system.display(ordinal))),
                subject.display());
    }

    /** What this server itself shows to a caller in these languages, such as a bokmål text to one who prefers nynorsk, is no wrong display. */
    private boolean isWhatIsShown(String display) {
        Term shown = system.term(ordinal, languages);
        return shown != null && shown.value().equalsIgnoreCase(display);
    }

    private Issue wrong(String display, Subject subject, List<Text> valid, Issue.Severity severity) {
        Set<String> choices = new LinkedHashSet<>();
        valid.forEach(text -> choices.add(text.label()));
        boolean onlySpace = valid.stream().anyMatch(text -> squeezed(text.value()).equalsIgnoreCase(squeezed(display)));
        String id = onlySpace
                ? "Display_Name_WS_for__should_be_one_of__instead_of"
                : "Display_Name_for__should_be_one_of__instead_of";
        return new Issue(
                severity,
                "invalid",
                "invalid-display",
                new Message(
                        id,
                        List.of(
                                Integer.toString(choices.size()),
                                display,
                                system.header().url() + "#" + system.code(ordinal),
                                alternatives(new ArrayList<>(choices)),
                                languages.isEmpty() ? "--" : languages.text())),
                subject.display());
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String alternatives(List<String> choices) {
        return choices.size() == 1
                ? choices.getFirst()
                : String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
    }
}
