package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.definition.ConceptMapReader;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Term;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.Equivalence;
import no.normverk.terminology.map.MapAttribute;
import no.normverk.terminology.map.Translation;
import no.normverk.terminology.map.TranslationRequest;
import no.normverk.terminology.map.Translator;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConceptMap/$translate}, with the parameter names of R4 ({@code code}, {@code system}, {@code targetsystem}, {@code reverse}) and of R5 ({@code sourceCode},
 * {@code targetCode} ...).
 */
final class TranslateOperation extends TerminologyOperation {

    /** How many systems a translation may go through. */
    private static final int MOST_STOPS = 5;

    @Override
    Answer answer(Question question) {
        TranslationRequest request = request(question);
        Translation translation = new Translator(question.registry()).translate(request);
        Languages languages = question.languages(null);
        ParametersWriter parameters = ParametersWriter.start();
        parameters.bool("result", translation.result());
        if (translation.message() != null) {
            parameters.string("message", Messages.text(translation.message(), question.messageLanguages()));
        }
        boolean reverseInR4 = question.arguments().isTrue("reverse");
        for (Translation.Match match : translation.matches()) {
            write(parameters, match, question, languages, reverseInR4);
        }
        return parameters.answer();
    }

    private static TranslationRequest request(Question question) {
        Arguments arguments = question.arguments();
        boolean targetGiven = has(arguments, "targetCode", "targetCoding", "targetCodeableConcept");
        boolean sourceGiven = has(arguments, "sourceCode", "sourceCoding", "sourceCodeableConcept", "code", "coding", "codeableConcept");
        if (targetGiven && sourceGiven) {
            throw new TerminologyException(Issue.error(
                    "invalid",
                    null,
                    Message.of("parameter-conflict", "source..., target...", "a code is translated in one direction at a time"),
                    null));
        }
        boolean reverse = targetGiven || arguments.isTrue("reverse");
        String targetScope = first(arguments, "target", "targetScope");
        String otherSystem = otherSystem(arguments, targetGiven);
        if (otherSystem == null && !reverse && isCodeSystem(question, targetScope)) {
            otherSystem = targetScope;
            targetScope = null;
        }
        Canonical map = map(question);
        ConceptMapDefinition supplied = suppliedMap(question);
        List<String> through = arguments.texts("through");
        checkChain(through, map != null || supplied != null, otherSystem);
        return new TranslationRequest(
                codings(arguments, targetGiven),
                map,
                supplied,
                first(arguments, "source", "sourceScope"),
                targetScope,
                otherSystem,
                reverse,
                dependencies(question),
                through);
    }

    /** {@code target} is a value set; callers who mean the code system that it would hold name that. */
    private static boolean isCodeSystem(Question question, @Nullable String target) {
        if (target == null || question.registry().valueSet(Canonical.parse(target).url(), null) != null) {
            return false;
        }
        return question.registry().codeSystem(target, null) != null || !question.registry().conceptMapsTo(target).isEmpty();
    }

    private static void checkChain(List<String> through, boolean mapGiven, @Nullable String otherSystem) {
        if (through.isEmpty()) {
            return;
        }
        if (mapGiven) {
            throw new TerminologyException(Issue.error(
                    "invalid",
                    null,
                    Message.of("parameter-conflict", "through, url", "on the way through other systems there is more than one map"),
                    null));
        }
        if (otherSystem == null) {
            throw Arguments.missing("targetsystem", "the system at the end of the way (in reverse: where it begins)");
        }
        if (through.size() > MOST_STOPS) {
            throw Arguments.invalid("through", through.size() + " systems", "at most " + MOST_STOPS);
        }
    }

    private static boolean has(Arguments arguments, String... names) {
        for (String name : names) {
            if (arguments.has(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String first(Arguments arguments, String... names) {
        for (String name : names) {
            String text = arguments.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The system on the other side: of the results. */
    private static @Nullable String otherSystem(Arguments arguments, boolean targetGiven) {
        return targetGiven
                ? first(arguments, "sourceSystem", "system")
                : first(arguments, "targetSystem", "targetsystem");
    }

    private static List<Coding> codings(Arguments arguments, boolean targetGiven) {
        String prefix = targetGiven ? "target" : "source";
        for (String name : List.of(prefix + "CodeableConcept", "codeableConcept")) {
            List<Coding> concept = arguments.codeableConcept(name);
            if (concept != null) {
                if (concept.isEmpty()) {
                    throw Arguments.invalid(name, "(no coding)", "a CodeableConcept with a coding");
                }
                return concept;
            }
        }
        for (String name : List.of(prefix + "Coding", "coding")) {
            Coding coding = arguments.coding(name);
            if (coding != null) {
                if (coding.code() == null) {
                    throw Arguments.invalid(name, "(no code)", "a Coding with a code");
                }
                return List.of(coding);
            }
        }
        String code = first(arguments, prefix + "Code", "code");
        if (code == null) {
            throw Arguments.missing("code", "the code to translate, with its system (or send a coding or codeableConcept)");
        }
        String system = targetGiven
                ? first(arguments, "targetSystem", "system")
                : first(arguments, "sourceSystem", "system");
        return List.of(new Coding(system, first(arguments, "version", "sourceVersion"), code, null));
    }

    private static @Nullable Canonical map(Question question) {
        String url = question.arguments().text("url");
        if (url == null) {
            return null;
        }
        Canonical canonical = Canonical.parse(url);
        String version = question.arguments().text("conceptMapVersion");
        return version == null ? canonical : new Canonical(canonical.url(), version);
    }

    private static @Nullable ConceptMapDefinition suppliedMap(Question question) {
        if (question.request().resourceId() != null) {
            return Instances.conceptMap(question.request());
        }
        JsonNode resource = question.arguments().resource("conceptMap", "ConceptMap");
        return resource == null ? null : ConceptMapReader.read(resource);
    }

    private static List<MapAttribute> dependencies(Question question) {
        List<MapAttribute> facts = new ArrayList<>();
        for (Inputs.Input dependency : question.arguments().inputs().all("dependency")) {
            Arguments parts = new Arguments(Inputs.ofParameters(dependency.value(), java.util.Map.of()));
            String element = first(parts, "element", "attribute");
            List<Coding> concept = parts.codeableConcept("concept");
            if (element != null && concept != null) {
                concept.stream()
                        .filter(coding -> coding.code() != null)
                        .forEach(coding -> facts.add(new MapAttribute(
                                element, coding.system(), String.valueOf(coding.code()), coding.display())));
            }
        }
        return facts;
    }

    /**
     * R4 asks in reverse for the source concept, and how that compares with the one it asked about; R5 gets the target it asked about with the source beside it, and the mapping as the map has it.
     */
    private static void write(
            ParametersWriter parameters,
            Translation.Match match,
            Question question,
            Languages languages,
            boolean reverseInR4) {
        parameters.startParts("match");
        Equivalence equivalence = Equivalence.of(match.mapping().equivalence());
        parameters.code("equivalence", reverseInR4 ? equivalence.inverse().code() : match.mapping().equivalence());
        parameters.code("relationship", (reverseInR4 ? equivalence.inverse() : equivalence).relationship());
        Coding concept = reverseInR4 ? match.source() : match.concept();
        if (concept != null) {
            write(parameters, "concept", concept, question, languages);
        }
        if (!reverseInR4 && match.source() != null) {
            write(parameters, "source", match.source(), question, languages);
        }
        for (MapAttribute product : match.mapping().products()) {
            attribute(parameters, "product", product);
        }
        for (MapAttribute dependsOn : match.mapping().dependsOn()) {
            attribute(parameters, "dependsOn", dependsOn);
        }
        parameters.string("comment", match.mapping().comment());
        if (match.via() != null) {
            write(parameters, "via", match.via(), question, languages);
        }
        if (match.reason() != null) {
            parameters.string("reason", Messages.text(match.reason(), question.messageLanguages()));
        }
        if (match.map() != null) {
            parameters.canonical("originMap", match.map().url().isEmpty() ? null : match.map().toString());
        }
        for (Translation.Step step : match.steps()) {
            parameters.startParts("step");
            write(parameters, "from", step.from(), question, languages);
            write(parameters, step.match(), question, languages, reverseInR4);
            parameters.endParts();
        }
        parameters.endParts();
    }

    private static void write(
            ParametersWriter parameters, String name, Coding coding, Question question, Languages languages) {
        Term term = languages.isEmpty() ? null : term(coding, question, languages);
        if (term == null) {
            parameters.coding(name, coding);
            return;
        }
        ShownTerm.coding(parameters, name, coding, term);
    }

    /**
     * The code system's text in the caller's languages. The map's own text, of which the language is not known, gives way to one that was asked for, and is better than a fallback
     * unless it only repeats the code system.
     */
    private static @Nullable Term term(Coding coding, Question question, Languages languages) {
        if (coding.system() == null || coding.code() == null) {
            return null;
        }
        CodeSystemVersion system = question.registry().codeSystem(coding.system(), coding.version());
        int ordinal = system == null ? -1 : system.locate(coding.code());
        if (system == null || ordinal < 0) {
            return null;
        }
        Term term = system.term(ordinal, languages);
        boolean own = coding.display() != null && !coding.display().equals(system.display(ordinal));
        return term == null || (own && !term.asked()) ? null : term;
    }

    private static void attribute(ParametersWriter parameters, String name, MapAttribute attribute) {
        parameters.startParts(name).uri("element", attribute.property());
        parameters
                .coding("concept", new Coding(attribute.system(), null, attribute.value(), attribute.display()))
                .endParts();
    }
}
