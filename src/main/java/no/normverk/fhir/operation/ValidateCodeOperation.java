package no.normverk.fhir.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.validation.CodeValidation;
import no.normverk.terminology.validation.CodeValidator;
import no.normverk.terminology.validation.Subject;
import no.normverk.terminology.validation.ValidationSettings;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.terminology.valueset.ValueSetExplanation;
import org.jspecify.annotations.Nullable;

/** {@code ValueSet/$validate-code}. */
final class ValidateCodeOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        JsonOut out = JsonOut.forAnswer();
        write(question, out);
        return Answer.ok(out);
    }

    /**
     * Validates and writes the answer.
     *
     * @throws TerminologyException when the question cannot be answered as asked; nothing has been written then
     */
    static void write(Question question, JsonOut out) {
        Arguments arguments = question.arguments();
        ValueSetDefinition valueSet = question.valueSet();
        ValidationSettings settings = settings(question, valueSet);
        CodeSystemFinder systems = CodeSystemFinder.of(
                question.registry(), settings.evaluation().supplements());
        CodeValidator validator = new CodeValidator(systems, settings);
        List<Coding> concept = arguments.codeableConcept("codeableConcept");
        CodeValidation validation = concept != null
                ? validator.validateConcept(valueSet, subjects(concept))
                : validator.validate(valueSet, subject(arguments, settings.inferSystem()));
        List<Explanation> explanations = List.of();
        if (arguments.isTrue("explain")) {
            List<Coding> asked = concept != null ? concept : List.of(inferred(subject(arguments, settings.inferSystem()), validation));
            explanations = explanations(new ValueSetExplanation(systems, settings.evaluation()), valueSet, asked);
        }
        ValidationWriter.write(out, validation, conceptJson(arguments), explanations, question.messageLanguages());
    }

    /** The coding with the system that was found for it. */
    private static Coding inferred(Subject subject, CodeValidation validation) {
        Coding coding = subject.coding();
        CodeValidation.Found found = validation.found();
        return coding.system() != null || found == null
                ? coding
                : new Coding(found.system(), coding.version(), coding.code(), coding.display());
    }

    /** None where something that the value set needs is not there: the answer's issues say what. */
    private static List<Explanation> explanations(
            ValueSetExplanation explaining, ValueSetDefinition valueSet, List<Coding> asked) {
        try {
            return asked.stream().map(coding -> explaining.about(coding).explain(valueSet)).toList();
        } catch (TerminologyException e) {
            if (e.issues().stream().allMatch(issue -> "not-found".equals(issue.detail()))) {
                return List.of();
            }
            throw e;
        }
    }

    static ValidationSettings settings(Question question, @Nullable ValueSetDefinition valueSet) {
        Arguments arguments = question.arguments();
        Languages languages = question.languages(valueSet);
        EvaluationSettings evaluation = question.settings(valueSet);
        return new ValidationSettings(
                evaluation,
                languages,
                arguments.isTrue("lenient-display-validation"),
                !Boolean.FALSE.equals(arguments.bool("abstract")),
                arguments.isTrue("valueset-membership-only"),
                arguments.isTrue("inferSystem"),
                arguments.isTrue("concept-model"));
    }

    static List<Subject> subjects(List<Coding> concept) {
        if (concept.isEmpty()) {
            throw new TerminologyException(
                    Issue.error("required", null, Message.of("codeable-concept-without-coding"), "CodeableConcept"));
        }
        List<Subject> subjects = new ArrayList<>();
        for (Coding coding : concept) {
            subjects.add(Subject.ofConcept(coding, subjects.size()));
        }
        return subjects;
    }

    private static Subject subject(Arguments arguments, boolean inferSystem) {
        Coding coding = arguments.coding("coding");
        if (coding != null) {
            if (coding.code() == null) {
                throw noCode();
            }
            return Subject.ofCoding(coding);
        }
        String code = arguments.text("code");
        String system = arguments.text("system");
        if (code == null || (system == null && !inferSystem)) {
            throw noCode();
        }
        String version = arguments.text("systemVersion");
        return Subject.ofCode(new Coding(
                system, version == null ? arguments.text("version") : version, code, arguments.text("display")));
    }

    static TerminologyException noCode() {
        return new TerminologyException(Issue.error("invalid", null, Message.of("no-code-to-validate"), null));
    }

    static byte @Nullable [] conceptJson(Arguments arguments) {
        Inputs.Input input = arguments.inputs().first("codeableConcept");
        return input == null ? null : input.value().toString().getBytes(StandardCharsets.UTF_8);
    }
}
