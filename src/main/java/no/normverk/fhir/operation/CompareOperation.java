package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.comparison.Comparison;
import no.normverk.terminology.comparison.Relation;
import no.normverk.terminology.comparison.ValueSetComparer;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ValueSetDefinition;

/**
 * {@code ValueSet/$compare} of HL7's terminology ecosystem (formerly {@code $related}): how {@code thisUrl} or {@code thisValueSet} (or the instance) relates to {@code otherUrl} or
 * {@code otherValueSet}. With {@code diagnostics=true} the answer tells codes too, and whether expansions had to be compared. {@code excludePostCoordinated=true} leaves out codes that a grammar
 * puts together, of which there is no end.
 */
final class CompareOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        ValueSetDefinition first = question.request().resourceId() != null
                ? Instances.valueSet(question.request())
                : valueSet(question, "this");
        ValueSetDefinition other = valueSet(question, "other");
        EvaluationSettings settings = question.settings(null);
        Set<Canonical> supplements = new LinkedHashSet<>(settings.supplements());
        supplements.addAll(first.supplements());
        supplements.addAll(other.supplements());
        CodeSystemFinder systems = CodeSystemFinder.of(question.registry(), List.copyOf(supplements));
        boolean expressionsCount = !question.arguments().isTrue("excludePostCoordinated");
        Comparison comparison = new ValueSetComparer(systems, settings, expressionsCount).compare(first, other);
        return write(question, comparison, text(comparison, first, other, question.messageLanguages()));
    }

    /** The value set of one side: sent, or named by {@code ...Url}, with {@code |version} or {@code ...Version}. */
    private static ValueSetDefinition valueSet(Question question, String side) {
        Arguments arguments = question.arguments();
        JsonNode sent = arguments.resource(side + "ValueSet", "ValueSet");
        if (sent != null) {
            return ValueSetReader.read(sent);
        }
        String url = arguments.required(side + "Url", "which value set is compared (or send it as " + side + "ValueSet)");
        Canonical canonical = Canonical.parse(url);
        String version = arguments.text(side + "Version");
        return question.valueSet(version == null ? canonical : new Canonical(canonical.url(), version));
    }

    private static String text(Comparison comparison, ValueSetDefinition first, ValueSetDefinition other, Languages languages) {
        String key = "compare-" + comparison.relation().code();
        if (comparison.relation() != Relation.INDETERMINATE) {
            return Messages.text(Message.of(key, first.label(), other.label()), languages);
        }
        String reason = Messages.text(comparison.reasons().getFirst().message(), languages);
        return Messages.text(Message.of(key, first.label(), other.label(), reason), languages);
    }

    private static Answer write(Question question, Comparison comparison, String text) {
        ParametersWriter parameters = ParametersWriter.start();
        parameters.code("result", comparison.relation().code());
        parameters.string("message", text);
        if (question.arguments().isTrue("diagnostics")) {
            parameters.bool("performed-expansion", comparison.expanded());
            if (comparison.codes() != null) {
                codes(parameters, "common-codes", comparison.codes().common());
                codes(parameters, "missing-codes", comparison.codes().missing());
                codes(parameters, "extra-codes", comparison.codes().extra());
            }
        }
        return parameters.answer();
    }

    private static void codes(ParametersWriter parameters, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            parameters.string(name, String.join(",", codes));
        }
    }
}
