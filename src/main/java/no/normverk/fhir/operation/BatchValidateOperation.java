package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/**
 * {@code $batch-validate-code}: many validations in one call. Each {@code validation} parameter holds the Parameters of one; the parameters beside them are defaults for all. One that
 * cannot be answered gets an OperationOutcome in its place, and the others their answers.
 */
final class BatchValidateOperation extends TerminologyOperation {

    private final BiConsumer<Question, JsonOut> validation;

    BatchValidateOperation(BiConsumer<Question, JsonOut> validation) {
        this.validation = validation;
    }

    @Override
    Answer answer(Question question) {
        List<Inputs.Input> validations = question.arguments().inputs().all("validation");
        if (validations.isEmpty()) {
            throw Arguments.missing("validation", "the Parameters of at least one validation");
        }
        ParametersWriter parameters = ParametersWriter.start(512 * validations.size());
        for (Inputs.Input each : validations) {
            parameters.out().startObject().member("name", "validation").name("resource");
            JsonOut one = new JsonOut();
            write(question, each, one);
            parameters.out().json(one.buffer(), 0, one.length()).endObject();
        }
        return parameters.answer();
    }

    private void write(Question outer, Inputs.Input each, JsonOut out) {
        Question inner = outer;
        try {
            if (!each.type().equals("resource") || !"Parameters".equals(each.value().path("resourceType").asText())) {
                throw Arguments.invalid("validation", each.value().toString(), "a Parameters resource");
            }
            inner = outer.inner(new Arguments(merged(outer, each)));
            validation.accept(inner, out);
        } catch (TerminologyException e) {
            IssueWriter.write(out, e.issues(), inner.messageLanguages());
        } catch (DefinitionException | Inputs.MalformedInputException e) {
            Message message = Message.of("malformed-resource", String.valueOf(e.getMessage()));
            IssueWriter.write(out, List.of(Issue.error("structure", null, message, null)), inner.messageLanguages());
        }
    }

    /** The inner parameters, and those outer ones that the inner do not name. */
    private static Inputs merged(Question outer, Inputs.Input each) {
        Inputs inner = Inputs.ofParameters(each.value().path("parameter"), Map.of());
        List<Inputs.Input> all = new ArrayList<>(inner.all());
        for (Inputs.Input input : outer.arguments().inputs().all()) {
            boolean shared = !input.name().equals("validation") && !input.name().equals("tx-resource");
            if (shared && inner.first(input.name()) == null) {
                all.add(input);
            }
        }
        return Inputs.of(all);
    }
}
