package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.normverk.fhir.plans.CarePlanWriter;
import no.normverk.fhir.plans.PlanDefinitionReader;
import no.normverk.fhir.plans.PlanRequest;
import no.normverk.fhir.plans.PlanSource;
import no.normverk.fhir.plans.PublishedPlans;
import no.normverk.fhir.plans.UnusablePlanException;
import no.normverk.plans.Choice;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.Selection;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * {@code PlanDefinition/$apply} (FHIR R4, 12.18): a CarePlan for one patient, of what was chosen. Beyond R4 the caller says what
 * was chosen with {@code problem}, {@code goal} and {@code action}, the first day with {@code date} and the container with
 * {@code form}. Nothing of the call is stored, cached or logged.
 */
final class ApplyPlanOperation extends TerminologyOperation {

    /** A literal reference: relative, absolute or a URN. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.\\-]{1,64}(/_history/[A-Za-z0-9.\\-]{1,64})?|https?://\\S+|urn:(uuid|oid):\\S+");

    private final PlanSource plans;

    ApplyPlanOperation(PlanSource plans) {
        this.plans = plans;
    }

    @Override
    Answer answer(Question question) {
        PublishedPlans published = plans.of(question.request().snapshot());
        GuidingPlan plan = plan(question, published);
        Arguments arguments = question.arguments();
        Choice choice = new Choice(arguments.texts("problem"), arguments.texts("goal"), arguments.texts("action"));
        PlanRequest request = new PlanRequest(
                reference(arguments, "subject", true),
                optional(arguments, "encounter"),
                optional(arguments, "practitioner"),
                optional(arguments, "organization"),
                new PlanArguments(question, published).date("date"),
                languages(question),
                form(arguments));
        String json = CarePlanWriter.write(plan, Selection.of(plan, choice), request, question.registry()).toString();
        return Answer.ok(json.getBytes(StandardCharsets.UTF_8));
    }

    private static GuidingPlan plan(Question question, PublishedPlans published) {
        JsonNode sent = question.arguments().resource("planDefinition", "PlanDefinition");
        if (sent != null) {
            return read(sent, published);
        }
        GuidingPlan held = new PlanArguments(question, published).planOrNull();
        if (held == null) {
            throw Arguments.missing("planDefinition", "which plan is applied (or call it on one, or name it with url)");
        }
        return held;
    }

    private static GuidingPlan read(JsonNode sent, PublishedPlans published) {
        try {
            return PlanDefinitionReader.read(sent, published.kinds());
        } catch (UnusablePlanException e) {
            throw new TerminologyException(Issue.error(
                    "structure", null, Message.of("malformed-resource", String.valueOf(e.getMessage())), null));
        }
    }

    private static @Nullable String optional(Arguments arguments, String name) {
        return arguments.has(name) ? reference(arguments, name, false) : null;
    }

    /** R4 has references as strings; a Reference is taken too, since people send it. */
    private static String reference(Arguments arguments, String name, boolean isSubject) {
        Inputs.Input input = arguments.inputs().first(name);
        if (input == null) {
            throw Arguments.missing(name, "who the plan is for");
        }
        if (isSubject && arguments.inputs().all(name).size() > 1) {
            throw Arguments.invalid(name, "more than one", "one subject; apply the plan to each on its own");
        }
        JsonNode value = input.value().isObject() ? input.value().path("reference") : input.value();
        if (!value.isTextual() || !REFERENCE.matcher(value.asText()).matches()) {
            throw Arguments.invalid(name, input.value().isObject() ? "a Reference" : "the one sent", "a literal reference such as Patient/123");
        }
        return value.asText();
    }

    private static List<String> codes(JsonNode concept) {
        List<String> codes = new ArrayList<>();
        concept.path("coding").forEach(coding -> codes.add(coding.path("code").asText()));
        return codes;
    }

    private static PlanRequest.Form form(Arguments arguments) {
        String form = arguments.text("form");
        if (form == null) {
            return PlanRequest.Form.CONTAINED;
        }
        return Arrays.stream(PlanRequest.Form.values())
                .filter(one -> one.code().equals(form))
                .findFirst()
                .orElseThrow(() -> Arguments.invalid("form", form, forms()));
    }

    private static String forms() {
        return Arrays.stream(PlanRequest.Form.values()).map(PlanRequest.Form::code).collect(Collectors.joining(" or "));
    }

    /** R4 says the language with {@code userLanguage}, a CodeableConcept; {@code displayLanguage} is as everywhere here. */
    private static Languages languages(Question question) {
        Inputs.Input user = question.arguments().inputs().first("userLanguage");
        if (user == null || question.arguments().has("displayLanguage")) {
            return question.languages(null);
        }
        List<String> codes = user.value().isObject() ? codes(user.value()) : List.of(user.value().asText());
        try {
            return Languages.parse(String.join(",", codes));
        } catch (IllegalArgumentException e) {
            throw Arguments.invalid("userLanguage", String.join(",", codes), "a language tag such as nb, nn or en");
        }
    }
}
