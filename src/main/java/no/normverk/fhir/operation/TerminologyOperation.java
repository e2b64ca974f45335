package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** An operation on terminology: what cannot be answered as asked becomes an OperationOutcome here, and only here. */
abstract class TerminologyOperation implements Operation {

    /**
     * Answers.
     *
     * @throws TerminologyException when the question cannot be answered as asked
     * @throws DefinitionException when a resource that came with it cannot be used
     */
    abstract Answer answer(Question question);

    @Override
    public final Answer answer(OperationRequest request) {
        try {
            return answer(Question.of(request));
        } catch (TerminologyException e) {
            return IssueWriter.answer(e.issues(), languages(request));
        } catch (DefinitionException e) {
            Message message = Message.of("malformed-resource", String.valueOf(e.getMessage()));
            return IssueWriter.answer(List.of(Issue.error("structure", null, message, null)), languages(request));
        }
    }

    /** The languages to tell a problem in; the call may be so wrong that they cannot be read from it. */
    private static Languages languages(OperationRequest request) {
        try {
            return new Question(request, new Arguments(request.inputs()), request.snapshot().registry()).messageLanguages();
        } catch (TerminologyException e) {
            return Languages.ANY;
        }
    }
}
