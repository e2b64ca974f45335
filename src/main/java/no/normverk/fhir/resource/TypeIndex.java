package no.normverk.fhir.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.normverk.fhir.resource.Search.Criterion;
import no.normverk.fhir.resource.SearchParameter.Header;
import no.normverk.fhir.resource.SearchParameter.Read;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Canonical;
import org.jspecify.annotations.Nullable;

/** The resources of one type. */
final class TypeIndex {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<StoredResource> resources;
    private final Map<String, StoredResource> byId = new HashMap<>();
    private final Map<String, List<StoredResource>> byUrl = new HashMap<>();
    private final List<SearchParameter> contentParameters;

    /** Values read from the resources, by resource and parameter; made when first asked for, equal whoever makes it. */
    private volatile @Nullable Map<StoredResource, Map<String, List<Value>>> contents;

    TypeIndex(List<StoredResource> resources, Collection<SearchParameter> parameters) {
        this.resources = resources.stream().sorted(Comparator.comparing(StoredResource::id)).toList();
        for (StoredResource resource : this.resources) {
            byId.put(resource.id(), resource);
            if (resource.url() != null) {
                byUrl.computeIfAbsent(resource.url(), url -> new ArrayList<>(2)).add(resource);
            }
        }
        this.contentParameters = parameters.stream()
                .filter(parameter -> parameter.source() instanceof Read)
                .toList();
    }

    List<StoredResource> resources() {
        return resources;
    }

    @Nullable StoredResource find(String id) {
        return byId.get(id);
    }

    /** The resources among which a criterion's hits are: those of its URLs or ids, all of them for another criterion. */
    List<StoredResource> candidates(Criterion criterion) {
        String name = criterion.parameter().name();
        if (criterion.modifier() != null || !(name.equals("url") || name.equals("_id"))) {
            return resources;
        }
        Set<StoredResource> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String value : criterion.values()) {
            String text = Condition.unescape(value);
            if (name.equals("url")) {
                candidates.addAll(byUrl.getOrDefault(Canonical.parse(text).url(), List.of()));
            } else if (byId.get(text) instanceof StoredResource resource) {
                candidates.add(resource);
            }
        }
        return candidates.stream().sorted(Comparator.comparing(StoredResource::id)).toList();
    }

    /** How the values of a parameter are found. */
    Function<StoredResource, List<Value>> values(SearchParameter parameter) {
        return switch (parameter.source()) {
            case Header header -> resource -> {
                Value value = header.value().apply(resource);
                return value == null ? List.of() : List.of(value);
            };
            case Read content -> {
                Map<StoredResource, Map<String, List<Value>>> read = contents();
                yield resource -> read.getOrDefault(resource, Map.of()).getOrDefault(parameter.name(), List.of());
            }
        };
    }

    private Map<StoredResource, Map<String, List<Value>>> contents() {
        Map<StoredResource, Map<String, List<Value>>> read = contents;
        return read == null ? readOnce() : read;
    }

    private synchronized Map<StoredResource, Map<String, List<Value>>> readOnce() {
        Map<StoredResource, Map<String, List<Value>>> read = contents;
        if (read == null) {
            read = new IdentityHashMap<>();
            List<Map<String, List<Value>>> values = resources.parallelStream().map(this::read).toList();
            for (int i = 0; i < values.size(); i++) {
                read.put(resources.get(i), values.get(i));
            }
            contents = read;
        }
        return read;
    }

    private Map<String, List<Value>> read(StoredResource resource) {
        JsonNode json;
        try {
            json = JSON.readTree(resource.json());
        } catch (IOException e) {
            throw new IllegalStateException(resource.type() + "/" + resource.id() + " is stored as something that is not JSON", e);
        }
        Map<String, List<Value>> values = new HashMap<>();
        for (SearchParameter parameter : contentParameters) {
            List<Value> own = new ArrayList<>(((Read) parameter.source()).values(json));
            if (!own.isEmpty()) {
                values.put(parameter.name(), own);
            }
        }
        return values;
    }
}
