package no.normverk.fhir.operation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call, in the caller's order. A parameter is a {@code Parameters.parameter} element; one from a query string is held in the same
 * form, as {@code valueString}, for the query does not tell its type.
 */
public final class Inputs {

    /** Keeps decimals as they are written. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One parameter.
     *
     * @param name its name
     * @param type the suffix of the {@code value[x]} that was sent ({@code Coding}), {@code resource}, {@code part}, or {@code query}
     * @param value the value, resource or parts
     */
    public record Input(String name, String type, JsonNode value) {}

    private final List<Input> inputs;

    private Inputs(List<Input> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    /** The names of what was sent, as often as they were. */
    public List<String> names() {
        return inputs.stream().map(Input::name).toList();
    }

    /** Parameters put together. */
    static Inputs of(List<Input> inputs) {
        return new Inputs(inputs);
    }

    /** The parameters of a query string. */
    public static Inputs ofQuery(Map<String, String[]> query) {
        List<Input> inputs = new ArrayList<>(query.size());
        query.forEach((name, values) -> {
            for (String value : values) {
                inputs.add(new Input(name, "query", TextNode.valueOf(value)));
            }
        });
        return new Inputs(inputs);
    }

    /**
     * The parameters of a body, a {@code Parameters} resource; those of the query string are added.
     *
     * @throws MalformedInputException when it is not JSON or not a Parameters resource
     */
    public static Inputs ofBody(byte[] body, Map<String, String[]> query) {
        JsonNode resource = read(body);
        if (!"Parameters".equals(resource.path("resourceType").asText())) {
            throw new MalformedInputException("the body must be a Parameters resource, but its resourceType is '"
                    + resource.path("resourceType").asText() + "'");
        }
        return ofParameters(resource.path("parameter"), query);
    }

    /** The parameters of a {@code Parameters.parameter} array, or of the {@code part}s of one parameter. */
    public static Inputs ofParameters(JsonNode parameters, Map<String, String[]> query) {
        if (!parameters.isMissingNode() && !parameters.isArray()) {
            throw new MalformedInputException("Parameters.parameter must be an array");
        }
        List<Input> inputs = new ArrayList<>(ofQuery(query).inputs);
        int index = 0;
        for (JsonNode parameter : parameters) {
            inputs.add(input(parameter, index++));
        }
        return new Inputs(inputs);
    }

    private static Input input(JsonNode parameter, int index) {
        JsonNode name = parameter.path("name");
        if (!name.isTextual()) {
            throw new MalformedInputException("Parameters.parameter[" + index + "] has no name");
        }
        if (parameter.has("resource")) {
            return new Input(name.asText(), "resource", parameter.get("resource"));
        }
        if (parameter.has("part")) {
            return new Input(name.asText(), "part", parameter.get("part"));
        }
        var fields = parameter.fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            if (field.startsWith("value")) {
                return new Input(name.asText(), field.substring("value".length()), parameter.get(field));
            }
        }
        return new Input(name.asText(), "none", JSON.missingNode());
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new MalformedInputException("the body is not JSON: " + e.getOriginalMessage() + place(e.getLocation()));
        } catch (IOException e) {
            throw new MalformedInputException("the body could not be read: " + e.getMessage());
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** All parameters, in the caller's order. */
    public List<Input> all() {
        return inputs;
    }

    /** All parameters of a name. */
    public List<Input> all(String name) {
        List<Input> named = List.of();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            if (input.name().equals(name)) {
                // Most calls name few parameters, and no list is made for those that are not there.
                named = named.isEmpty() ? new ArrayList<>(4) : named;
                named.add(input);
            }
        }
        return named;
    }

    /** The first parameter of a name, or {@code null}. */
    public @Nullable Input first(String name) {
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            if (input.name().equals(name)) {
                return input;
            }
        }
        return null;
    }

    /** A request whose form is wrong: a 400 that says what. */
    public static final class MalformedInputException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public MalformedInputException(String message) {
            super(message);
        }
    }
}
