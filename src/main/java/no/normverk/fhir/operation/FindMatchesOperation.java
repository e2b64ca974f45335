package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.fhir.definition.DataValues;
import no.normverk.fhir.message.Messages;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Term;
import no.normverk.terminology.Value;
import no.normverk.terminology.matching.ConceptMatch;
import no.normverk.terminology.matching.ConceptMatcher;
import no.normverk.terminology.matching.WantedProperty;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/**
 * {@code CodeSystem/$find-matches} (FHIR R4): concepts with given properties. A machine ({@code exact=true}) gets complete and partial matches, a human possible ones too, with comments. The property
 * {@code display} is a text of the concept; those of SNOMED CT are attributes, and {@code subproperty} says what stands in one relationship group. Expressions are never made up. {@code count}, our
 * own, says how many matches are wanted.
 */
final class FindMatchesOperation extends TerminologyOperation {

    private static final int COUNT = 20;
    private static final int LARGEST_COUNT = 1_000;

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        CodeSystemVersion system = system(question);
        List<WantedProperty> wanted = wanted(arguments.inputs(), "property");
        if (wanted.isEmpty()) {
            throw Arguments.missing("property", "what is known of the concept, with parts code and value");
        }
        if (wanted.size() > ConceptMatcher.MAXIMUM) {
            throw Arguments.invalid("property", wanted.size() + " times", "at most " + ConceptMatcher.MAXIMUM);
        }
        Integer count = arguments.count("count");
        int limit = count == null ? COUNT : Math.min(count, LARGEST_COUNT);
        boolean exact = arguments.isTrue("exact");
        ConceptMatcher matcher = new ConceptMatcher(system, wanted);
        List<ConceptMatch> matches = exact ? matcher.precise(limit) : matcher.precisePossible(limit);
        ParametersWriter parameters = ParametersWriter.start();
        for (ConceptMatch match : matches) {
            write(parameters, system, match, question, exact);
        }
        return parameters.answer();
    }

    private static CodeSystemVersion system(Question question) {
        if (question.request().resourceId() != null) {
            CodeSystemVersion instance = Instances.codeSystem(question.request());
            if (instance == null) {
                throw Question.unknownInstance("CodeSystem", String.valueOf(question.request().resourceId()));
            }
            return instance;
        }
        Arguments arguments = question.arguments();
        CodeSystemFinder systems =
                CodeSystemFinder.of(question.registry(), question.settings(null).supplements());
        String url = arguments.required("system", "the code system to look in");
        return SystemArguments.system(systems, url, arguments.text("version"), question);
    }

    private static List<WantedProperty> wanted(Inputs inputs, String name) {
        List<WantedProperty> wanted = new ArrayList<>();
        for (Input input : inputs.all(name)) {
            if (!input.type().equals("part")) {
                throw Arguments.invalid(name, input.value().asText(), "parts code and value");
            }
            Inputs parts = Inputs.ofParameters(input.value(), Map.of());
            String code = new Arguments(parts).required("code", "the code of a " + name);
            List<WantedProperty> together = wanted(parts, "subproperty");
            Input value = parts.first("value");
            if (value == null && together.isEmpty()) {
                throw Arguments.missing(name + ".value", "the value of " + code);
            }
            wanted.add(new WantedProperty(code, value == null ? null : value(name, value), together));
        }
        return wanted;
    }

    private static Value value(String name, Input input) {
        Value value = DataValues.of(input.type(), input.value());
        if (value == null) {
            throw Arguments.invalid(name + ".value", input.value().asText(), "a code, Coding, string, integer, boolean or dateTime");
        }
        return value;
    }

    private static void write(
            ParametersWriter parameters, CodeSystemVersion system, ConceptMatch match, Question question, boolean exact) {
        Term term = ShownTerm.of(system, match.ordinal(), question.languages(null));
        parameters.startParts("match");
        Coding code = new Coding(system.header().url(), system.header().version(), system.code(match.ordinal()), null);
        ShownTerm.coding(parameters, "code", code, term);
        match.unmatched().forEach(property -> write(parameters, "unmatched", property));
        if (!exact) {
            parameters.string("comment", comment(match, question.messageLanguages()));
        }
        parameters.endParts();
    }

    private static void write(ParametersWriter parameters, String name, WantedProperty property) {
        parameters.startParts(name).code("code", property.code());
        if (property.value() != null) {
            parameters.value("value", property.value());
        }
        property.parts().forEach(part -> write(parameters, "property", part));
        parameters.endParts();
    }

    private static @Nullable String comment(ConceptMatch match, Languages languages) {
        if (match.isComplete()) {
            return null;
        }
        Message message = match.approximate().isEmpty()
                ? Message.of("match-partial", codes(match.unmatched()))
                : Message.of("match-possible", codes(match.approximate()));
        return Messages.text(message, languages);
    }

    private static String codes(List<WantedProperty> properties) {
        return properties.stream().map(WantedProperty::code).collect(Collectors.joining(", "));
    }
}
