package no.normverk.fhir.operation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.SupplementedCodeSystem;
import no.normverk.terminology.validation.UnknownCode;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$lookup}. */
final class LookupOperation extends TerminologyOperation {

    private static final Coding PREFERRED_FOR_LANGUAGE = Coding.of(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra", "preferredForLanguage", "Preferred For Language");

    @Override
    Answer answer(Question question) {
        Coding coding = SystemArguments.coding(question.arguments());
        Languages languages = question.languages(null);
        CodeSystemFinder systems = CodeSystemFinder.of(
                question.registry(), question.settings(null).supplements());
        CodeSystemVersion system = systems.understanding(
                SystemArguments.system(systems, coding.system(), coding.version(), question),
                List.of(String.valueOf(coding.code())));
        int ordinal = system.locate(String.valueOf(coding.code()));
        if (ordinal < 0) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "invalid-code",
                    UnknownCode.message(system, String.valueOf(coding.code())),
                    "code"));
        }
        return write(system, ordinal, languages, properties(question.arguments()));
    }

    private static Set<String> properties(Arguments arguments) {
        return arguments.texts("property").stream()
                .flatMap(property -> List.of(property.split(",")).stream())
                .map(String::trim)
                .collect(Collectors.toSet());
    }

    private static Answer write(CodeSystemVersion system, int ordinal, Languages languages, Set<String> asked) {
        ParametersWriter parameters = ParametersWriter.start();
        parameters.string("name", name(system));
        parameters.uri("system", system.header().url());
        parameters.string("version", system.header().version());
        parameters.code("code", system.code(ordinal));
        Term term = system.term(ordinal, languages);
        parameters.string("display", term == null ? system.display(ordinal) : term.value());
        parameters.string("definition", system.definition(ordinal));
        parameters.bool("abstract", system.isAbstract(ordinal));
        if (system instanceof SupplementedCodeSystem supplemented) {
            supplemented.supplements().forEach(supplement ->
                    parameters.canonical("used-supplement", supplement.header().canonical().toString()));
        }
        if (wants(asked, "designation", asked.isEmpty())) {
            String display = system.display(ordinal);
            boolean repeated = system.designations(ordinal).stream()
                    .anyMatch(designation -> designation.value().equals(display));
            if (display != null && !repeated) {
                DesignationWriter.write(
                        parameters, new Designation(system.displayLanguage(ordinal), PREFERRED_FOR_LANGUAGE, display));
            }
            system.designations(ordinal).forEach(designation -> DesignationWriter.write(parameters, designation));
        }
        writeProperties(parameters, system, ordinal, languages, asked);
        return parameters.answer();
    }

    private static String name(CodeSystemVersion system) {
        String name = system.header().name();
        String title = system.header().title();
        return name != null ? name : title != null ? title : system.header().url();
    }

    private static boolean wants(Set<String> asked, String property, boolean byDefault) {
        return byDefault || asked.contains(property) || asked.contains("*");
    }

    private static void writeProperties(
            ParametersWriter parameters, CodeSystemVersion system, int ordinal, Languages languages, Set<String> asked) {
        if (wants(asked, "inactive", true)) {
            parameters.startParts("property").code("code", "inactive").bool("value", system.isInactive(ordinal)).endParts();
        }
        if (wants(asked, "parent", asked.isEmpty())) {
            system.forEachParent(ordinal, other -> relative(parameters, system, "parent", other, languages));
        }
        if (wants(asked, "child", asked.isEmpty())) {
            system.forEachChild(ordinal, other -> relative(parameters, system, "child", other, languages));
        }
        for (ConceptProperty property : system.properties(ordinal)) {
            boolean told = property.code().equals("inactive")
                    || property.code().equals("parent")
                    || property.code().equals("child");
            if (!told && wants(asked, property.code(), asked.isEmpty() && system.isShownByDefault(property.code()))) {
                property(parameters, system, property, languages);
            }
        }
    }

    private static void relative(
            ParametersWriter parameters, CodeSystemVersion system, String code, int other, Languages languages) {
        parameters.startParts("property").code("code", code).code("value", system.code(other));
        parameters.string("description", text(system, other, languages)).endParts();
    }

    private static @Nullable String text(CodeSystemVersion system, int ordinal, Languages languages) {
        Term term = system.term(ordinal, languages);
        return term == null ? system.display(ordinal) : term.value();
    }

    /** A property; the value of one that holds codes of the same system is described by the code's text. */
    private static void property(
            ParametersWriter parameters, CodeSystemVersion system, ConceptProperty property, Languages languages) {
        parameters.startParts("property").code("code", property.code()).value("value", property.value());
        int attribute = system.locate(property.code());
        parameters.string("code-display", attribute < 0 ? null : text(system, attribute, languages));
        PropertyDefinition definition = system.header().properties().get(property.code());
        boolean ownCode = property.value() instanceof Value.Code && definition != null && definition.type().equals("code");
        int other = ownCode ? system.locate(property.value().text()) : -1;
        parameters.string("description", other < 0 ? null : text(system, other, languages)).endParts();
    }
}
