package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call as the types an operation needs. A value of another type is refused with the parameter's name, the value and what was expected; parameters nobody asks
 * for are ignored, as FHIR wants it.
 */
public final class Arguments {

    private final Inputs inputs;

    public Arguments(Inputs inputs) {
        this.inputs = inputs;
    }

    Inputs inputs() {
        return inputs;
    }

    /** Whether there is a parameter of the name. */
    public boolean has(String name) {
        return inputs.first(name) != null;
    }

    /** The text of a parameter of any primitive type, or {@code null}. */
    public @Nullable String text(String name) {
        Input input = inputs.first(name);
        return input == null ? null : text(input);
    }

    private static @Nullable String text(Input input) {
        if (input.value().isMissingNode() || input.value().isNull()) {
            return null;
        }
        if (input.value().isContainerNode()) {
            throw invalid(input.name(), input.value().toString(), "a primitive value");
        }
        String text = input.value().asText();
        return text.isEmpty() ? null : text;
    }

    /** The texts of all parameters of a name. */
    public List<String> texts(String name) {
        List<Input> named = inputs.all(name);
        if (named.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(named.size());
        for (Input input : named) {
            String text = text(input);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    String required(String name, String why) {
        String text = text(name);
        if (text == null) {
            throw missing(name, why);
        }
        return text;
    }

    @Nullable Boolean bool(String name) {
        String text = text(name);
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, text, "true or false");
        };
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    /** A whole number that is not negative, or {@code null}. */
    public @Nullable Integer count(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what was expected.
        }
        throw invalid(name, text, "a whole number from 0 to 2147483647");
    }

    /** The day of a date or dateTime, the first one of a month or year; or {@code null}. */
    @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
        String whole = day.matches("\\d{4}") ? day + "-01-01" : day.matches("\\d{4}-\\d{2}") ? day + "-01" : day;
        try {
            return LocalDate.parse(whole);
        } catch (DateTimeParseException e) {
            throw invalid(name, text, "a day such as 2026-11-20, a month, a year or a dateTime");
        }
    }

    List<Canonical> canonicals(String name) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? List.of() : texts.stream().map(Canonical::parse).toList();
    }

    /** Canonicals that must say a version, such as {@code system-version}. */
    List<Canonical> versionedCanonicals(String name) {
        List<Canonical> canonicals = canonicals(name);
        for (Canonical canonical : canonicals) {
            if (canonical.version() == null) {
                throw invalid(name, canonical.url(), "a canonical with a version, url|version");
            }
        }
        return canonicals;
    }

    @Nullable Coding coding(String name) {
        Input input = inputs.first(name);
        if (input == null) {
            return null;
        }
        if (input.type().equals("query")) {
            return ofToken(input.value().asText());
        }
        return coding(name, input.value());
    }

    /** All codings of a name. */
    List<Coding> codings(String name) {
        List<Coding> codings = new ArrayList<>();
        for (Input input : inputs.all(name)) {
            codings.add(input.type().equals("query") ? ofToken(input.value().asText()) : coding(name, input.value()));
        }
        return codings;
    }

    /** Codings of a name, of which a plain code will do as well as a Coding. */
    public List<Coding> codingsOrCodes(String name) {
        List<Coding> codings = new ArrayList<>();
        for (Input input : inputs.all(name)) {
            if (input.value().isObject()) {
                codings.add(coding(name, input.value()));
            } else {
                String token = text(input);
                codings.add(ofToken(token == null ? "" : token));
            }
        }
        return codings;
    }

    /** {@code system|code}, as search tokens are written, for a query string has no other way to hold a Coding. */
    private static Coding ofToken(String token) {
        int bar = token.lastIndexOf('|');
        return bar < 0 ? new Coding(null, null, token, null) : new Coding(token.substring(0, bar), null, token.substring(bar + 1), null);
    }

    private static Coding coding(String name, JsonNode value) {
        if (!value.isObject()) {
            throw invalid(name, value.asText(), "a Coding");
        }
        return new Coding(
                member(name, value, "system"),
                member(name, value, "version"),
                member(name, value, "code"),
                member(name, value, "display"));
    }

    private static @Nullable String member(String name, JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(name + "." + member, value.toString(), "a string");
        }
        return value.asText();
    }

    /** The codings of a CodeableConcept, or {@code null} when the parameter is absent. */
    @Nullable List<Coding> codeableConcept(String name) {
        Input input = inputs.first(name);
        if (input == null) {
            return null;
        }
        if (!input.value().isObject()) {
            throw invalid(name, input.value().asText(), "a CodeableConcept");
        }
        List<Coding> codings = new ArrayList<>();
        for (JsonNode coding : input.value().path("coding")) {
            codings.add(coding(name + ".coding[" + codings.size() + "]", coding));
        }
        return codings;
    }

    /** The resource of a type that a parameter holds, or {@code null}. */
    @Nullable JsonNode resource(String name, String type) {
        Input input = inputs.first(name);
        if (input == null) {
            return null;
        }
        if (!input.type().equals("resource") || !input.value().isObject()) {
            throw invalid(name, input.value().asText(), "a resource of type " + type);
        }
        String actual = input.value().path("resourceType").asText();
        if (!actual.equals(type)) {
            throw invalid(name, actual, "a resource of type " + type);
        }
        return input.value();
    }

    /** A parameter that must be there is not. */
    public static TerminologyException missing(String name, String why) {
        return new TerminologyException(Issue.error("required", null, Message.of("parameter-missing", name, why), null));
    }

    /** A parameter has a value it may not have. */
    public static TerminologyException invalid(String name, String value, String expected) {
        return new TerminologyException(
                Issue.error("value", null, Message.of("parameter-invalid", name, value, expected), null));
    }
}
