package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.IssueWriter;
import no.normverk.fhir.operation.Operation;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.terminology.Languages;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/** An operation on the catalogue: what cannot be answered as asked becomes an OperationOutcome here. */
abstract class CatalogueOperation implements Operation {

    private final Clock clock;
    private final FragmentStore fragments;

    CatalogueOperation(Clock clock, FragmentStore fragments) {
        this.clock = clock;
        this.fragments = fragments;
    }

    /**
     * Answers.
     *
     * @throws TerminologyException when the question cannot be answered as asked
     */
    abstract Answer answer(CatalogueQuestion question);

    @Override
    public final Answer answer(OperationRequest request) {
        Arguments arguments = new Arguments(request.inputs());
        Languages languages = Languages.ANY;
        try {
            languages = languages(arguments, request.acceptLanguage());
            return answer(new CatalogueQuestion(request, arguments, languages, LocalDate.now(clock), fragments));
        } catch (TerminologyException e) {
            return IssueWriter.answer(e.issues(), languages);
        }
    }

    private static Languages languages(Arguments arguments, @Nullable String header) {
        String wanted = arguments.text("displayLanguage");
        if (wanted != null) {
            try {
                return Languages.parse(wanted);
            } catch (IllegalArgumentException e) {
                throw Arguments.invalid("displayLanguage", wanted, "language tags such as nb, nn or en");
            }
        }
        try {
            return header == null ? Languages.ANY : Languages.parse(header);
        } catch (IllegalArgumentException e) {
            // A header is a wish, not part of the question: a malformed one is as good as none.
            return Languages.ANY;
        }
    }
}
