package no.normverk.fhir.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/**
 * Something that resources of a type can be searched for.
 *
 * @param name as in the query
 * @param kind how values are compared
 * @param definition canonical URL of its SearchParameter resource, or {@code null} when there is none
 * @param documentation what it finds, for the capability statement
 * @param source where a resource's values come from
 */
public record SearchParameter(String name, Kind kind, @Nullable String definition, String documentation, Source source) {

    /** How values are compared (FHIR R4, 3.1.1.4). */
    public enum Kind {
        /** Begins with, without regard to case and accents; {@code :exact}, {@code :contains}. */
        STRING("string"),
        /** Every word asked for begins a word of the value, in any order, without regard to case, accents and Norwegian spelling. */
        WORDS("string"),
        /** A code, with or without its system; {@code :not}; {@code :below} and {@code :above} in the system's hierarchy. */
        TOKEN("token"),
        /** A code, with or without its system, or one that is below or above it in the system's hierarchy. */
        RELATED("token"),
        /** A token whose code people spell in many ways: compared without regard to case, space and dots. */
        NUMBER("token"),
        /** A URI, whole; {@code :below}. */
        URI("uri"),
        /** A canonical reference: {@code url} finds every version, {@code url|version} one. */
        CANONICAL("uri"),
        /** A canonical reference that FHIR declares as a reference; compared as {@link #CANONICAL}. */
        REFERENCE("reference"),
        /** A date or time of any precision, with a comparison before it. */
        DATE("date"),
        /** A period, {@code start/end} with either left out: the dates that lie in it. */
        PERIOD("date");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** FHIR's search parameter type. */
        public String type() {
            return type;
        }
    }

    /**
     * A value that a resource has.
     *
     * @param system system of a token, or {@code null}
     * @param text code, text, URI or date
     */
    public record Value(@Nullable String system, String text) {
        public static Value of(String text) {
            return new Value(null, text);
        }
    }

    /** Where values come from. */
    public sealed interface Source {}

    /** From what the store knows without looking into the resource: costs nothing. */
    public record Header(Function<StoredResource, @Nullable Value> value) implements Source {}

    /** From the resource itself. */
    public record Content(Function<JsonNode, List<Value>> values) implements Source {}

    /** A parameter whose values are computed from the resource. */
    public static SearchParameter ofContent(
            String name, Kind kind, @Nullable String definition, String documentation, Function<JsonNode, List<Value>> values) {
        return new SearchParameter(name, kind, definition, documentation, new Content(values));
    }
}
