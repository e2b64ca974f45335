package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.JsonNode;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/** Reads values whose type stands beside them, as that of a parameter does. */
public final class DataValues {

    private DataValues() {}

    /**
     * The value.
     *
     * @param type the suffix of {@code value[x]}, or {@code query} for a text from a query string
     * @return {@code null} when it is of no simple type
     */
    public static @Nullable Value of(String type, JsonNode value) {
        return type.equals("query") ? new Value.Text(value.asText()) : Json.value("value" + type, type, value);
    }
}
