package no.normverk.fhir.catalogue.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Set<String> repeatable = new HashSet<>();

    /** @param parameters the names that it knows beside {@code displayLanguage}, with an asterisk where there may be several of a name */
    CatalogueOperation(Clock clock, FragmentStore fragments, String... parameters) {
        this.clock = clock;
        this.fragments = fragments;
        for (String name : parameters) {
            String plain = name.replace("*", "");
            this.parameters.add(plain);
            if (!plain.equals(name)) {
                repeatable.add(plain);
            }
        }
        this.parameters.add(LANGUAGE);
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

    /**
     * A misspelt parameter, {@code asof} for {@code asOf}, or a second day where one is asked about, must not become the answer to another question. Names that begin with an underscore are the
     * transport's.
     */
    private void requireKnown(OperationRequest request) {
        Set<String> seen = new HashSet<>();
        for (String name : request.inputs().names()) {
            if (name.startsWith("_")) {
                continue;
            }
            if (!parameters.contains(name)) {
                throw refused("not-supported", Message.of("parameter-unknown", name, String.join(", ", parameters)));
            }
            if (!seen.add(name) && !repeatable.contains(name)) {
                throw refused("invalid", Message.of("parameter-repeated", name));
            }
        }
    }

    private static TerminologyException refused(String code, Message message) {
        return new TerminologyException(Issue.error(code, null, message, null));
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
