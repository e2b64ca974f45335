package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Explanation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.valueset.CodeSystemFinder;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.Expander;
import no.normverk.terminology.valueset.Expansion;
import no.normverk.terminology.valueset.ExpansionRequest;
import no.normverk.terminology.valueset.ValueSetDefinition;
import no.normverk.terminology.valueset.ValueSetExplanation;
import org.jspecify.annotations.Nullable;

/** {@code ValueSet/$expand}. */
final class ExpandOperation extends TerminologyOperation {

    /** The longest text to search for: far longer than what people search for, and so short that looking for each of its words costs little. */
    private static final int LONGEST_FILTER = 1_000;

    private final ExpansionOptions options;

    ExpandOperation(ExpansionOptions options) {
        this.options = options;
    }

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        ValueSetDefinition valueSet = question.valueSet();
        EvaluationSettings settings = question.settings(valueSet);
        Languages languages = question.languages(valueSet);
        Integer offset = arguments.count("offset");
        Integer count = arguments.count("count");
        boolean excludeNested = arguments.isTrue("excludeNested") || "true".equals(valueSet.expansionParameters().get("excludeNested"));
        boolean stated = arguments.has("excludeNested") || valueSet.expansionParameters().containsKey("excludeNested");
        boolean plain = options.isPlain(stated && !excludeNested, arguments.has("property"));
        ExpansionRequest request = new ExpansionRequest(
                valueSet,
                filter(arguments),
                offset,
                count,
                options.nests(stated, arguments.has("filter")) && !excludeNested,
                languages,
                limit(question.request().costThreshold(), arguments.count("limit")));
        CodeSystemFinder systems = CodeSystemFinder.of(question.registry(), settings.supplements());
        Expansion expansion = new Expander(systems, settings).expand(request);
        Explanation explanation = arguments.isTrue("explain") ? new ValueSetExplanation(systems, settings).explain(valueSet) : null;
        ExpansionView view = new ExpansionView(
                languages,
                arguments.isTrue("includeDesignations"),
                arguments.has("filter"),
                arguments.texts("designation"),
                wantsDefinition(arguments),
                properties(arguments),
                !plain);
        return new ExpansionWriter(expansion, view, explanation).write(new ExpansionEcho(arguments, settings, languages, expansion, !plain));
    }

    /** The least of what the server, the header and the parameter allow. */
    private int limit(@Nullable Integer header, @Nullable Integer parameter) {
        int limit = header == null ? options.limit() : Math.min(header, options.limit());
        return parameter == null ? limit : Math.min(parameter, limit);
    }

    private static @Nullable String filter(Arguments arguments) {
        String filter = arguments.text("filter");
        if (filter != null && filter.length() > LONGEST_FILTER) {
            String shown = filter.substring(0, 40) + "... (" + filter.length() + " characters)";
            throw Arguments.invalid("filter", shown, "at most " + LONGEST_FILTER + " characters");
        }
        return filter;
    }

    private static boolean wantsDefinition(Arguments arguments) {
        return arguments.texts("property").contains("definition");
    }

    private static List<String> properties(Arguments arguments) {
        return arguments.texts("property").stream()
                .filter(property -> !property.equals("definition"))
                .map(property -> Canonical.parse(property).url())
                .toList();
    }
}
