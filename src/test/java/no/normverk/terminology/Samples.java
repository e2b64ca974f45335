package no.normverk.terminology;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;
import no.normverk.terminology.valueset.ConceptReference;
import no.normverk.terminology.valueset.Include;
import no.normverk.terminology.valueset.IncludeFilter;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Small code systems and value sets, written as one would say them. */
public final class Samples {

    private Samples() {}

    public static SystemSample codeSystem(String url) {
        return new SystemSample(url);
    }

    public static ConceptSample concept(String code) {
        return new ConceptSample(code);
    }

    public static ValueSetSample valueSet(String url) {
        return new ValueSetSample(url);
    }

    /** An include of listed codes. */
    public static Include codes(String system, @Nullable String version, String... codes) {
        List<ConceptReference> concepts = new ArrayList<>();
        for (String code : codes) {
            concepts.add(new ConceptReference(code, null, List.of(), List.of()));
        }
        return new Include(system, version, concepts, List.of(), List.of());
    }

    /** An include of what passes one filter. */
    public static Include filtered(String system, @Nullable String version, String property, String operator, String value) {
        return new Include(system, version, List.of(), List.of(new IncludeFilter(property, operator, value)), List.of());
    }

    /** An include of what is in all of some value sets. */
    public static Include imports(String... valueSets) {
        return new Include(null, null, List.of(), List.of(), List.of(valueSets).stream().map(Canonical::parse).toList());
    }

    /** An include of what is in a system and in all of some value sets. */
    public static Include importsOf(String system, String... valueSets) {
        return new Include(system, null, List.of(), List.of(), List.of(valueSets).stream().map(Canonical::parse).toList());
    }

    public static Registry registry(CodeSystemVersion... systems) {
        Registry.Builder registry = Registry.empty().with();
        for (CodeSystemVersion system : systems) {
            registry.codeSystem(system);
        }
        return registry.build();
    }

    public static Registry with(Registry registry, ValueSetDefinition... valueSets) {
        Registry.Builder more = registry.with();
        for (ValueSetDefinition valueSet : valueSets) {
            more.valueSet(valueSet);
        }
        return more.build();
    }

    /** A code system in the making. */
    public static final class SystemSample {
        private final String url;
        private @Nullable String version;
        private @Nullable String language;
        private Standing standing = Standing.ACTIVE;
        private String content = "complete";
        private boolean caseSensitive = true;
        private @Nullable Canonical supplements;
        private final Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
        private final List<ConceptDefinition> concepts = new ArrayList<>();

        private SystemSample(String url) {
            this.url = url;
        }

        public SystemSample version(String value) {
            version = value;
            return this;
        }

        public SystemSample language(String value) {
            language = value;
            return this;
        }

        public SystemSample standing(Standing value) {
            standing = value;
            return this;
        }

        public SystemSample content(String value) {
            content = value;
            return this;
        }

        public SystemSample caseInsensitive() {
            caseSensitive = false;
            return this;
        }

        public SystemSample supplements(String canonical) {
            supplements = Canonical.parse(canonical);
            content = "supplement";
            return this;
        }

        public SystemSample property(String code, @Nullable String uri, String type) {
            properties.put(code, new PropertyDefinition(code, uri, null, type));
            return this;
        }

        public SystemSample with(ConceptSample... samples) {
            for (ConceptSample sample : samples) {
                concepts.add(sample.make());
            }
            return this;
        }

        /** Concepts with nothing but a code. */
        public SystemSample codes(String... codes) {
            for (String code : codes) {
                concepts.add(ConceptDefinition.of(code, null));
            }
            return this;
        }

        public InMemoryCodeSystem make() {
            CodeSystemHeader header = new CodeSystemHeader(
                    url, version, "Sample", null, language, standing, content, caseSensitive, supplements, "is-a", properties);
            return new InMemoryCodeSystem(new CodeSystemDefinition(header, concepts));
        }
    }

    /** A concept in the making. */
    public static final class ConceptSample {
        private final String code;
        private @Nullable String display;
        private @Nullable String definition;
        private final List<String> parents = new ArrayList<>();
        private final List<Designation> designations = new ArrayList<>();
        private final List<ConceptProperty> properties = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();

        private ConceptSample(String code) {
            this.code = code;
        }

        public ConceptSample display(String value) {
            display = value;
            return this;
        }

        public ConceptSample definition(String value) {
            definition = value;
            return this;
        }

        public ConceptSample in(String... codes) {
            parents.addAll(List.of(codes));
            return this;
        }

        public ConceptSample designation(@Nullable String language, String value) {
            designations.add(new Designation(language, null, value));
            return this;
        }

        public ConceptSample designation(Designation designation) {
            designations.add(designation);
            return this;
        }

        public ConceptSample property(String property, Value value) {
            properties.add(new ConceptProperty(property, value));
            return this;
        }

        public ConceptSample property(String property, String value) {
            return property(property, new Value.Code(value));
        }

        public ConceptSample property(String property, boolean value) {
            return property(property, new Value.Bool(value));
        }

        public ConceptSample property(String property, BigDecimal value) {
            return property(property, new Value.Decimal(value));
        }

        public ConceptSample extension(String url, String value) {
            extensions.add(new Extension(url, new Value.Code(value)));
            return this;
        }

        private ConceptDefinition make() {
            return new ConceptDefinition(code, display, definition, parents, designations, properties, extensions);
        }
    }

    /** A value set in the making. */
    public static final class ValueSetSample {
        private final String url;
        private @Nullable String version;
        private Standing standing = Standing.ACTIVE;
        private @Nullable Boolean inactive;
        private final List<Include> includes = new ArrayList<>();
        private final List<Include> excludes = new ArrayList<>();
        private final Map<String, String> parameters = new HashMap<>();
        private final List<Canonical> supplements = new ArrayList<>();
        private final Map<String, ValueSetDefinition> contained = new HashMap<>();

        private ValueSetSample(String url) {
            this.url = url;
        }

        public ValueSetSample version(String value) {
            version = value;
            return this;
        }

        public ValueSetSample standing(Standing value) {
            standing = value;
            return this;
        }

        public ValueSetSample inactive(boolean value) {
            inactive = value;
            return this;
        }

        public ValueSetSample include(Include... more) {
            includes.addAll(List.of(more));
            return this;
        }

        public ValueSetSample exclude(Include... more) {
            excludes.addAll(List.of(more));
            return this;
        }

        public ValueSetSample parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        public ValueSetSample supplement(String canonical) {
            supplements.add(Canonical.parse(canonical));
            return this;
        }

        public ValueSetSample contained(String id, ValueSetDefinition valueSet) {
            contained.put(id, valueSet);
            return this;
        }

        public ValueSetDefinition make() {
            byte[] preface = "\"resourceType\":\"ValueSet\"".getBytes(StandardCharsets.UTF_8);
            return new ValueSetDefinition(
                    url,
                    version,
                    "Sample",
                    null,
                    standing,
                    inactive,
                    List.copyOf(includes),
                    List.copyOf(excludes),
                    Map.copyOf(parameters),
                    List.copyOf(supplements),
                    Map.copyOf(contained),
                    preface,
                    preface);
        }
    }
}
