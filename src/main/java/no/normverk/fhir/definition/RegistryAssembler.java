package no.normverk.fhir.definition;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import no.normverk.classification.ClassificationLineage;
import no.normverk.classification.ClassificationRules;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.DefaultVersions;
import no.normverk.terminology.Registry;
import no.normverk.terminology.Standing;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Puts a registry together from stored resources and opened editions. Resources are read when they are first asked for, so that a start does not pay for what nobody uses.
 */
public final class RegistryAssembler {

    /** Keeps decimals as they are written. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final WordSearch NOT_PRESENT = WordSearch.of("\"not-present\"");

    private static final WordSearch EFFECTIVE_PERIOD = WordSearch.of(EffectivePeriod.URL);

    /** Bytes of a resource whose reading a caller would notice: some thousand concepts. */
    private static final int LARGE = 1 << 20;

    private RegistryAssembler() {}

    /** A registry of the resources and editions, the resources taking precedence in the order given: later ones replace earlier ones of the same URL and version. */
    public static Registry assemble(
            Collection<StoredResource> resources,
            Collection<? extends CodeSystemVersion> editions,
            List<Registry.ImplicitDefinitions> implicit) {
        return assemble(resources, editions, implicit, DefaultVersions.NONE);
    }

    /** The same, with versions that an operator wants to answer by default. */
    public static Registry assemble(
            Collection<StoredResource> resources,
            Collection<? extends CodeSystemVersion> editions,
            List<Registry.ImplicitDefinitions> implicit,
            DefaultVersions defaults) {
        Registry.Builder registry = Registry.empty().with().lineage(new ClassificationLineage()).defaults(defaults);
        for (StoredResource resource : resources) {
            add(registry, resource);
        }
        editions.forEach(registry::codeSystem);
        registry.implicit(implicit);
        registry.aliases(AliasReader.read(resources));
        return registry.build();
    }

    private static void add(Registry.Builder registry, StoredResource resource) {
        String url = resource.url();
        if (url == null) {
            return;
        }
        String status = resource.status() == null ? "unknown" : resource.status();
        Standing standing = new Standing(status, false, null, resource.date(), inForceSince(resource));
        switch (resource.type()) {
            case "CodeSystem" -> {
                if (hasConcepts(resource)) {
                    registry.codeSystem(
                            url,
                            resource.version(),
                            standing,
                            () -> ClassificationRules.codeSystem(codeSystem(resource)));
                }
            }
            case "ValueSet" ->
                registry.valueSet(url, resource.version(), standing, () -> valueSet(resource));
            case "ConceptMap" ->
                registry.conceptMap(url, resource.version(), standing, () -> conceptMap(resource));
            default -> {}
        }
    }

    /** Since when a code system says that it is in force: what is not said is not looked for in all of a resource. */
    private static @Nullable String inForceSince(StoredResource resource) {
        return resource.type().equals("CodeSystem") && EFFECTIVE_PERIOD.isIn(resource.json()) ? EffectivePeriod.start(tree(resource)) : null;
    }

    /**
     * Whether a code system brings its concepts: one that only announces itself ({@code content = not-present}) answers nothing, and is as good as not there. Its bytes are looked
     * through before they are parsed, for hardly any resource has that word in it.
     */
    private static boolean hasConcepts(StoredResource resource) {
        return !NOT_PRESENT.isIn(resource.json()) || hasConcepts(tree(resource));
    }

    private static boolean hasConcepts(JsonNode codeSystem) {
        return !"not-present".equals(Json.text(codeSystem, "content"));
    }

    /**
     * Reads the large code systems and maps that answer when no version is named, so that nobody's question waits for it. For a thread of its own: what is asked for meanwhile is
     * read as ever.
     */
    public static void readAhead(Registry registry, Collection<StoredResource> resources) {
        for (StoredResource resource : resources) {
            String url = resource.url();
            if (url == null || resource.json().length < LARGE) {
                continue;
            }
            switch (resource.type()) {
                case "CodeSystem" -> registry.codeSystem(url, null);
                case "ConceptMap" -> registry.conceptMap(url, null);
                default -> {}
            }
        }
    }

    /** Reads a stored value set. */
    public static ValueSetDefinition valueSet(StoredResource resource) {
        return ValueSetReader.read(tree(resource));
    }

    /** Reads a stored concept map. */
    public static ConceptMapDefinition conceptMap(StoredResource resource) {
        return ConceptMapReader.read(tree(resource));
    }

    private static CodeSystemDefinition codeSystem(StoredResource resource) {
        try {
            return CodeSystemReader.read(resource.json());
        } catch (IOException e) {
            throw notJson(resource, e);
        }
    }

    private static JsonNode tree(StoredResource resource) {
        try {
            return JSON.readTree(resource.json());
        } catch (IOException e) {
            throw notJson(resource, e);
        }
    }

    private static UncheckedIOException notJson(StoredResource resource, IOException cause) {
        return new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", cause);
    }

    /**
     * Adds a resource that came with a request.
     *
     * @throws DefinitionException when it is not a resource that can be used so, or cannot be read
     */
    public static void add(Registry.Builder registry, JsonNode resource) {
        reading(resource).accept(registry);
    }

    /**
     * Reads a resource that came with a request, for adding it to registries later.
     *
     * @throws DefinitionException when it is not a resource that can be used so, or cannot be read
     */
    public static Consumer<Registry.Builder> reading(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        return switch (type) {
            case "CodeSystem" -> {
                if (!hasConcepts(resource)) {
                    yield registry -> {};
                }
                CodeSystemVersion system = ClassificationRules.codeSystem(CodeSystemReader.read(resource));
                yield registry -> registry.codeSystem(system);
            }
            case "ValueSet" -> {
                ValueSetDefinition valueSet = ValueSetReader.read(resource);
                yield registry -> registry.valueSet(valueSet);
            }
            case "ConceptMap" -> {
                ConceptMapDefinition map = ConceptMapReader.read(resource);
                yield registry -> registry.conceptMap(map);
            }
            default ->
                throw new DefinitionException(
                        "a tx-resource must be a CodeSystem, ValueSet or ConceptMap, not '" + type + "'");
        };
    }
}
