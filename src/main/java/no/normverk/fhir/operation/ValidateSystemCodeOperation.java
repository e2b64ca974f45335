package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.validation.CodeValidation;
import no.normverk.terminology.validation.CodeValidator;
import no.normverk.terminology.validation.Subject;
import no.normverk.terminology.validation.ValidationSettings;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$validate-code}. */
final class ValidateSystemCodeOperation extends TerminologyOperation {

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
        ValidationSettings settings = ValidateCodeOperation.settings(question, null);
        CodeValidator validator = new CodeValidator(
                CodeSystemFinder.of(question.registry(), settings.evaluation().supplements()), settings);
        List<Coding> concept = arguments.codeableConcept("codeableConcept");
        CodeValidation validation = concept != null
                ? validator.validateConceptInSystem(ValidateCodeOperation.subjects(concept))
                : validator.validateInSystem(subject(question));
        ValidationWriter.write(
                out, validation, ValidateCodeOperation.conceptJson(arguments), question.messageLanguages());
    }

    private static Subject subject(Question question) {
        Arguments arguments = question.arguments();
        Coding coding = arguments.coding("coding");
        Coding instance = instance(question);
        if (coding != null) {
            if (coding.code() == null) {
                throw ValidateCodeOperation.noCode();
            }
            return Subject.ofCoding(
                    coding.system() != null || instance == null
                            ? coding
                            : new Coding(instance.system(), instance.version(), coding.code(), coding.display()));
        }
        String code = arguments.text("code");
        String url = arguments.text("url");
        String system = instance != null ? instance.system() : url != null ? url : arguments.text("system");
        if (code == null || system == null) {
            throw ValidateCodeOperation.noCode();
        }
        String version = instance != null ? instance.version() : arguments.text("version");
        return Subject.ofCode(new Coding(system, version, code, arguments.text("display")));
    }

    /** The system and version of the instance that the operation was called on, or {@code null}. */
    private static @Nullable Coding instance(Question question) {
        if (question.request().resourceId() == null) {
            return null;
        }
        CodeSystemVersion system = Instances.codeSystem(question.request());
        if (system == null) {
            throw Question.unknownInstance("CodeSystem", String.valueOf(question.request().resourceId()));
        }
        return new Coding(system.header().url(), system.header().version(), null, null);
    }
}
