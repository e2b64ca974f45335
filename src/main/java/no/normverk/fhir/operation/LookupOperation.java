package no.normverk.fhir.operation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.CompoundProperty;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Term;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.SupplementedCodeSystem;
import no.normverk.terminology.validation.UnknownCode;
import no.normverk.terminology.valueset.CodeSystemFinder;

/** {@code CodeSystem/$lookup}. */
final class LookupOperation extends TerminologyOperation {

    private static final Coding PREFERRED_FOR_LANGUAGE = Coding.of(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra", "preferredForLanguage", "Preferred For Language");

    private static final String LANGUAGE_PROPERTY = "lang.";

    /** Most answers are a few thousand bytes, with properties asked for some more. */
    private static final int EXPECTED_SIZE = 6_000;

    private static final int EXPECTED_SIZE_WITH_PROPERTIES = 14_000;

    @Override
    Answer answer(Question question) {
        Coding coding = SystemArguments.coding(question.arguments());
        Languages languages = question.languages(null);
        CodeSystemFinder systems = CodeSystemFinder.of(
                question.registry(), question.supplements(null));
        CodeSystemVersion system = systems.understanding(
                SystemArguments.system(systems, coding.system(), coding.version(), question),
                List.of(String.valueOf(coding.code())));
        int ordinal = system.locate(String.valueOf(coding.code()));
        if (ordinal < 0) {
            throw UnknownCode.refusal(system, String.valueOf(coding.code()), "code");
        }
        return write(system, ordinal, languages, question);
    }

    private static Set<String> properties(Arguments arguments) {
        List<String> asked = arguments.texts("property");
        if (asked.isEmpty()) {
            return Set.of();
        }
        return asked.stream()
                .flatMap(property -> List.of(property.split(",")).stream())
                .map(String::trim)
                .collect(Collectors.toSet());
    }

    private static Answer write(CodeSystemVersion system, int ordinal, Languages languages, Question question) {
        Set<String> asked = properties(question.arguments());
        Term display = ShownTerm.of(system, ordinal, languages);
        ParametersWriter parameters = ParametersWriter.start(asked.isEmpty() ? EXPECTED_SIZE : EXPECTED_SIZE_WITH_PROPERTIES);
        parameters.string("name", name(system));
        parameters.uri("system", system.header().url());
        parameters.string("version", system.header().version());
        parameters.code("code", system.codeText(ordinal));
        ShownTerm.parameter(parameters, "display", display);
        parameters.string("definition", system.definition(ordinal));
        parameters.bool("abstract", system.isAbstract(ordinal));
        if (system.original() instanceof SupplementedCodeSystem supplemented) {
            supplemented.supplements().forEach(supplement ->
                    parameters.canonical("used-supplement", supplement.header().canonical().toString()));
        }
        if (wants(asked, "designation", asked.isEmpty())) {
            writeDesignations(parameters, system, ordinal, !asked.isEmpty() || !languages.isEmpty());
        } else {
            writeDesignations(parameters, system, ordinal, languages(asked));
        }
        writeProperties(parameters, system, ordinal, languages, asked);
        String fallback = ShownTerm.fallback(display);
        if (fallback != null) {
            Message message = Message.of("display-fallback", system.code(ordinal), languages.text(), fallback);
            parameters.string("message", Messages.text(message, question.messageLanguages()));
        }
        return parameters.answer();
    }

    /**
     * The display is one of them, whether the system lists it or not.
     *
     * @param standings whether to tell how they stand in dialects: to callers who ask for designations or care for languages
     */
    private static void writeDesignations(
            ParametersWriter parameters, CodeSystemVersion system, int ordinal, boolean standings) {
        String display = system.display(ordinal);
        List<Designation> designations = system.designations(ordinal);
        if (display != null && !isAmong(designations, display)) {
            DesignationWriter.write(
                    parameters, new Designation(system.displayLanguage(ordinal), PREFERRED_FOR_LANGUAGE, display), standings);
        }
        for (Designation designation : designations) {
            DesignationWriter.write(parameters, designation, standings);
        }
    }

    private static boolean isAmong(List<Designation> designations, String display) {
        for (Designation designation : designations) {
            if (designation.value().equals(display)) {
                return true;
            }
        }
        return false;
    }

    /** The languages whose designations are asked for as {@code lang.X} (FHIR R4, $lookup). */
    private static Languages languages(Set<String> asked) {
        List<String> ranges = asked.stream()
                .filter(property -> property.startsWith(LANGUAGE_PROPERTY))
                .map(property -> property.substring(LANGUAGE_PROPERTY.length()))
                .toList();
        return ranges.isEmpty() ? Languages.ANY : new Languages("", ranges, false);
    }

    private static void writeDesignations(
            ParametersWriter parameters, CodeSystemVersion system, int ordinal, Languages asked) {
        if (!asked.isEmpty()) {
            system.designations(ordinal).stream()
                    .filter(designation -> system.serves(designation, asked))
                    .forEach(designation -> DesignationWriter.write(parameters, designation, true));
        }
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
        for (ConceptProperty property : system.properties(ordinal, code -> isWantedHere(system, asked, code))) {
            property(parameters, "property", system, property, languages);
        }
        if (!asked.isEmpty()) {
            system.compoundProperties(ordinal, code -> wants(asked, code, false))
                    .forEach(property -> compound(parameters, system, property, languages));
        }
    }

    /** A property with its parts as {@code subproperty}. */
    private static void compound(
            ParametersWriter parameters, CodeSystemVersion system, CompoundProperty property, Languages languages) {
        parameters.startParts("property").code("code", property.code());
        describe(parameters, "code-display", system, property.property(), languages);
        if (property.value() != null) {
            parameters.value("value", property.value());
        }
        describe(parameters, "description", system, property.target(), languages);
        property.parts().forEach(part -> property(parameters, "subproperty", system, part, languages));
        parameters.endParts();
    }

    private static boolean isWantedHere(CodeSystemVersion system, Set<String> asked, String property) {
        boolean told = property.equals("inactive") || property.equals("parent") || property.equals("child");
        return !told && wants(asked, property, asked.isEmpty() && system.isShownByDefault(property));
    }

    private static void relative(
            ParametersWriter parameters, CodeSystemVersion system, String code, int other, Languages languages) {
        parameters.startParts("property").code("code", code).code("value", system.codeText(other));
        describe(parameters, "description", system, other, languages);
        parameters.endParts();
    }

    private static void describe(
            ParametersWriter parameters, String name, CodeSystemVersion system, int ordinal, Languages languages) {
        if (ordinal >= 0) {
            ShownTerm.parameter(parameters, name, ShownTerm.of(system, ordinal, languages));
        }
    }

    /** A property; the value of one that holds codes of the same system is described by the code's text. */
    private static void property(
            ParametersWriter parameters, String name, CodeSystemVersion system, ConceptProperty property, Languages languages) {
        parameters.startParts(name).code("code", property.code()).value("value", property.value());
        int attribute = property.property() >= 0 ? property.property() : system.locate(property.code());
        describe(parameters, "code-display", system, attribute, languages);
        int other = property.target() >= 0 ? property.target() : target(system, property);
        describe(parameters, "description", system, other, languages);
        parameters.endParts();
    }

    /** The concept of the same system that a property's value is the code of, or -1. */
    private static int target(CodeSystemVersion system, ConceptProperty property) {
        PropertyDefinition definition = system.header().properties().get(property.code());
        boolean ownCode = property.value() instanceof Value.Code && definition != null && definition.type().equals("code");
        return ownCode ? system.locate(property.value().text()) : -1;
    }
}
