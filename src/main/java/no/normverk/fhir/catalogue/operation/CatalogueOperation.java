package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.operation.Arguments;
import no.normverk.fhir.operation.IssueWriter;
import no.normverk.fhir.operation.Operation;
import no.normverk.fhir.operation.OperationRequest;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/** An operation on the catalogue: what cannot be answered as asked becomes an OperationOutcome here. */
abstract class CatalogueOperation implements Operation {

    private static final String LANGUAGE = "displayLanguage";

    private final Clock clock;
    private final FragmentStore fragments;
    private final Set<String> parameters;

    /** @param parameters the names that it knows beside {@code displayLanguage} */
    CatalogueOperation(Clock clock, FragmentStore fragments, String... parameters) {
        this.clock = clock;
        this.fragments = fragments;
        Set<String> known = new LinkedHashSet<>(List.of(parameters));
        known.add(LANGUAGE);
        this.parameters = Collections.unmodifiableSet(known);
    }

    /** The names of the parameters that it knows. */
    Set<String> parameters() {
        return parameters;
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
            requireKnown(request);
            return answer(new CatalogueQuestion(request, arguments, languages, LocalDate.now(clock), fragments));
        } catch (TerminologyException e) {
            return IssueWriter.answer(e.issues(), languages);
        }
    }

    /** A misspelt parameter, {@code asof} for {@code asOf}, must not become the answer to another question. Names that begin with an underscore are the transport's. */
    private void requireKnown(OperationRequest request) {
        for (String name : request.inputs().names()) {
            if (!parameters.contains(name) && !name.startsWith("_")) {
                throw new TerminologyException(
                        Issue.error("not-supported", null, Message.of("parameter-unknown", name, String.join(", ", parameters)), null));
            }
        }
    }

    private static Languages languages(Arguments arguments, @Nullable String header) {
        String wanted = arguments.text(LANGUAGE);
        if (wanted != null) {
            try {
                return Languages.parse(wanted);
            } catch (IllegalArgumentException e) {
                throw Arguments.invalid(LANGUAGE, wanted, "language tags such as nb, nn or en");
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
