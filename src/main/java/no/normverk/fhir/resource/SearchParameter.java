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
 * @param codeSystem the code system that all its codes are of, or {@code null} when they may be of any
 * @param source where a resource's values come from
 */
public record SearchParameter(
        String name, Kind kind, @Nullable String definition, String documentation, @Nullable String codeSystem, Source source) {

    public SearchParameter(String name, Kind kind, @Nullable String definition, String documentation, Source source) {
        this(name, kind, definition, documentation, null, source);
    }

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
        /** A code of one code system, with or without its system; a code that the system does not have is refused, for nothing found would look like an answer; {@code :not}. */
        CODE("token"),
        /** As {@link #CODE}, of a code system whose kinds overlap: what is said of a kind is found by every kind that shares members with it. */
        OVERLAPPING("token"),
        /** A token whose code people spell in many ways: compared without regard to case, space and dots. */
        NUMBER("token"),
        /** A URI, whole; {@code :below}. */
        URI("uri"),
        /** The resource's own canonical: {@code url} finds every version, {@code url|version} one. */
        CANONICAL("uri"),
        /** A canonical reference; compared as {@link #CANONICAL}, and a code system is found by any of its names. */
        REFERENCE("reference"),
        /** A canonical reference that FHIR declares as a URI; compared as {@link #REFERENCE}. */
        SYSTEM("uri"),
        /** A date or time of any precision, with a comparison before it. */
        DATE("date"),
        /** A period, {@code start/end} with either left out: the dates that lie in it. */
        PERIOD("date"),
        /** Several values that stand together, with {@code $} between; one that is left out may be anything. */
        COMPOSITE("composite");

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
     * @param text code, text, URI or date; empty for a composite
     * @param components the values of each component of a composite, in order; empty for all else
     */
    public record Value(@Nullable String system, String text, List<List<Value>> components) {
        public Value {
            components = List.copyOf(components);
        }

        public Value(@Nullable String system, String text) {
            this(system, text, List.of());
        }

        public static Value of(String text) {
            return new Value(null, text);
        }
    }

    /** Where values come from. */
    public sealed interface Source {}

    /** From what the store knows without looking into the resource: costs nothing. */
    public record Header(Function<StoredResource, @Nullable Value> value) implements Source {}

    /** From the resource itself. */
    public sealed interface Read extends Source {
        /** The values of a resource, or of one part of it. */
        List<Value> values(JsonNode json);
    }

    /** Values one by one. */
    public record Content(Function<JsonNode, List<Value>> reader) implements Read {
        @Override
        public List<Value> values(JsonNode json) {
            return reader.apply(json);
        }
    }

    /**
     * Values that stand together.
     *
     * @param components what each of them is; their values come from the resource too
     * @param groups the parts of a resource in which they stand
     */
    public record Together(List<SearchParameter> components, Function<JsonNode, List<JsonNode>> groups) implements Read {
        public Together {
            components = List.copyOf(components);
        }

        @Override
        public List<Value> values(JsonNode json) {
            return groups.apply(json).stream().map(this::together).toList();
        }

        private Value together(JsonNode group) {
            return new Value(
                    null,
                    "",
                    components.stream()
                            .map(component -> component.source() instanceof Read read ? read.values(group) : List.<Value>of())
                            .toList());
        }
    }

    /** A parameter whose values are computed from the resource. */
    public static SearchParameter ofContent(
            String name, Kind kind, @Nullable String definition, String documentation, Function<JsonNode, List<Value>> values) {
        return new SearchParameter(name, kind, definition, documentation, new Content(kind == Kind.NUMBER ? squeezed(values) : values));
    }

    /** Squeezed once and not for every search. */
    private static Function<JsonNode, List<Value>> squeezed(Function<JsonNode, List<Value>> values) {
        return json -> values.apply(json).stream()
                .map(value -> new Value(value.system(), Numbers.squeeze(value.text())))
                .distinct()
                .toList();
    }

    /** A parameter whose values are codes of one code system, computed from the resource. */
    public static SearchParameter ofCodes(
            String name, Kind kind, @Nullable String definition, String documentation, String codeSystem, Function<JsonNode, List<Value>> values) {
        return new SearchParameter(name, kind, definition, documentation, codeSystem, new Content(values));
    }

    /** A parameter whose values are made of those of its components, each read from one part of the resource. */
    public static SearchParameter composite(
            String name, String definition, String documentation, List<SearchParameter> components, Function<JsonNode, List<JsonNode>> groups) {
        return new SearchParameter(name, Kind.COMPOSITE, definition, documentation, new Together(components, groups));
    }
}
