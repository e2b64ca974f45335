package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.VersionRules;
import no.normverk.terminology.validity.Day;
import no.normverk.terminology.valueset.EvaluationSettings;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What all terminology operations read from a call: the registry with the caller's own resources laid over it, the languages, the rules for versions.
 *
 * @param request the call
 * @param arguments its parameters
 * @param registry what to answer from
 */
record Question(OperationRequest request, Arguments arguments, Registry registry) {

    /**
     * Reads a call.
     *
     * @throws DefinitionException when a resource that came with it cannot be used
     */
    static Question of(OperationRequest request) {
        Arguments arguments = new Arguments(request.inputs());
        LocalDate date = arguments.day("date");
        Day day = date == null ? Day.today() : new Day(date, true);
        Registry held = request.snapshot().registry().on(day);
        OperationRequest onTheDay = request.from(request.snapshot().with(held));
        return new Question(onTheDay, arguments, registry(held, request.inputs()));
    }

    /** A question inside this one, with parameters of its own. */
    Question inner(Arguments own) {
        LocalDate date = own.day("date");
        return new Question(request, own, date == null ? registry : registry.on(new Day(date, true)));
    }

    private static Registry registry(Registry held, Inputs inputs) {
        List<Input> brought = inputs.all("tx-resource");
        if (brought.isEmpty()) {
            return held;
        }
        Registry.Builder registry = held.with();
        Set<String> seen = new HashSet<>();
        for (Input input : brought) {
            if (!input.type().equals("resource")) {
                throw Arguments.invalid("tx-resource", input.value().asText(), "a resource");
            }
            if (seen.add(identity(input.value()))) {
                RegistryAssembler.add(registry, input.value());
            }
        }
        return registry.build();
    }

    /** Of several resources with the same URL and version in one call the first counts. */
    static String identity(JsonNode resource) {
        return resource.path("resourceType").asText() + " " + resource.path("url").asText() + "|"
                + resource.path("version").asText();
    }

    /**
     * The languages for texts: what the parameter asks for, or the value set's author, or the header, or the value set's own language.
     *
     * @throws TerminologyException when the parameter is no list of languages
     */
    Languages languages(@Nullable ValueSetDefinition valueSet) {
        String parameter = arguments.text("displayLanguage");
        if (parameter != null) {
            return parse(parameter);
        }
        String ofAuthor = valueSet == null ? null : valueSet.expansionParameters().get("displayLanguage");
        if (ofAuthor != null) {
            return parse(ofAuthor);
        }
        Languages ofHeader = ofHeader();
        if (!ofHeader.isEmpty()) {
            return ofHeader;
        }
        return valueSet == null || valueSet.language() == null ? Languages.ANY : parse(valueSet.language());
    }

    private Languages ofHeader() {
        String header = request.acceptLanguage();
        if (header == null) {
            return Languages.ANY;
        }
        try {
            return Languages.parse(header);
        } catch (IllegalArgumentException e) {
            // A header is a wish, not part of the question: a malformed one is as good as none.
            return Languages.ANY;
        }
    }

    private static Languages parse(String languages) {
        try {
            return Languages.parse(languages);
        } catch (IllegalArgumentException e) {
            throw new TerminologyException(Issue.error(
                    "processing", "invalid-display", Message.of("INVALID_DISPLAY_NAME", languages), null));
        }
    }

    /** The languages in which to speak to the caller; never fails. */
    Languages messageLanguages() {
        String parameter = arguments.inputs().first("displayLanguage") == null ? null : arguments.text("displayLanguage");
        if (parameter != null) {
            try {
                return Languages.parse(parameter);
            } catch (IllegalArgumentException e) {
                return ofHeader();
            }
        }
        return ofHeader();
    }

    EvaluationSettings settings(@Nullable ValueSetDefinition valueSet) {
        return new EvaluationSettings(
                versions(),
                arguments.versionedCanonicals("default-valueset-version"),
                supplements(valueSet),
                arguments.isTrue("activeOnly"));
    }

    /** The caller's rules for code system versions. */
    VersionRules versions() {
        return new VersionRules(
                rules("system-version"),
                rules("check-system-version"),
                rules("force-system-version"));
    }

    /** A rule for a code system holds for it under each of its URIs, the caller's own first. */
    private List<Canonical> rules(String parameter) {
        List<Canonical> stated = arguments.versionedCanonicals(parameter);
        List<Canonical> rules = new ArrayList<>(stated);
        for (Canonical rule : stated) {
            registry.aliases().others(rule.url()).forEach(other -> rules.add(new Canonical(other, rule.version())));
        }
        return rules;
    }

    /** The supplements that the caller and the value set ask for. */
    List<Canonical> supplements(@Nullable ValueSetDefinition valueSet) {
        if (!arguments.has("useSupplement") && (valueSet == null || valueSet.supplements().isEmpty())) {
            return List.of();
        }
        List<Canonical> supplements = new ArrayList<>(arguments.canonicals("useSupplement"));
        if (valueSet != null) {
            supplements.addAll(valueSet.supplements());
        }
        return supplements.stream().distinct().toList();
    }

    /** The resource held under a type and id, as JSON. */
    static TerminologyException unknownInstance(String type, String id) {
        return new TerminologyException(
                Issue.error("not-found", "not-found", Message.of("instance-unknown", type, id), null));
    }

    /**
     * The value set a call is about: the one sent, the instance it was called on, or the one named by {@code url}.
     *
     * @throws TerminologyException when there is none, or it is not known
     */
    ValueSetDefinition valueSet() {
        JsonNode sent = arguments.resource("valueSet", "ValueSet");
        if (sent != null) {
            return ValueSetReader.read(sent);
        }
        if (request.resourceId() != null) {
            return Instances.valueSet(request);
        }
        String url = arguments.text("url");
        if (url == null) {
            throw Arguments.missing("url", "which value set is meant (or send it as valueSet)");
        }
        Canonical canonical = Canonical.parse(url);
        String version = arguments.text("valueSetVersion");
        return valueSet(new Canonical(canonical.url(), version == null ? canonical.version() : version));
    }

    /**
     * A value set by its canonical URL.
     *
     * @throws TerminologyException when it is not known
     */
    ValueSetDefinition valueSet(Canonical wanted) {
        ValueSetDefinition found = registry.valueSet(wanted.url(), wanted.version());
        if (found == null) {
            throw new TerminologyException(Issue.error(
                    "not-found", "not-found", Message.of("Unable_to_resolve_value_Set_", wanted.toString()), null));
        }
        return found;
    }
}
