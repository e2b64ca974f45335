package no.normverk.fhir.resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import no.normverk.fhir.resource.Search.Criterion;
import no.normverk.fhir.resource.SearchParameter.Value;
import no.normverk.store.StoredResource;
import no.normverk.terminology.search.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources by id and by search, immutable. Making one only sorts references. What the store knows of a resource (URL, name, status ...) is
 * searched directly; the other values of a type are read from its resources when they are first asked for, and kept.
 */
public final class ResourceIndex {

    /**
     * What a search found.
     *
     * @param total how many there are in all
     * @param page those asked for, in order
     */
    public record Found(int total, List<StoredResource> page) {}

    private final Map<String, TypeIndex> byType;

    public ResourceIndex(List<StoredResource> resources, SearchParameters parameters) {
        Map<String, List<StoredResource>> grouped = new HashMap<>();
        for (StoredResource resource : resources) {
            grouped.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
        }
        byType = new HashMap<>();
        grouped.forEach((type, ofType) -> byType.put(type, new TypeIndex(ofType, parameters.of(type))));
    }

    /** The current version of a resource. */
    public @Nullable StoredResource find(String type, String id) {
        TypeIndex index = byType.get(type);
        return index == null ? null : index.find(id);
    }

    /** The current resources of a type, by id. */
    public List<StoredResource> all(String type) {
        TypeIndex index = byType.get(type);
        return index == null ? List.of() : index.resources();
    }

    /**
     * Searches the resources of a type.
     *
     * @param systems what {@code :below} and {@code :above} mean, and under which names systems are found
     * @throws Search.UnusableCriterionException when a value or modifier cannot be used
     */
    public Found search(String type, Search search, CodeSystems systems) {
        List<Predicate<List<Value>>> conditions = new ArrayList<>();
        for (Criterion criterion : search.criteria()) {
            conditions.add(Condition.of(criterion, systems));
        }
        TypeIndex index = byType.get(type);
        if (index == null) {
            return new Found(0, List.of());
        }
        List<Function<StoredResource, List<Value>>> values = search.criteria().stream()
                .map(criterion -> index.values(criterion.parameter()))
                .toList();
        List<StoredResource> hits = new ArrayList<>();
        for (StoredResource resource : fewestCandidates(search, index)) {
            boolean holds = true;
            for (int i = 0; holds && i < conditions.size(); i++) {
                holds = conditions.get(i).test(values.get(i).apply(resource));
            }
            if (holds) {
                hits.add(resource);
            }
        }
        sort(hits, search.sort(), index);
        int from = Math.min(search.offset(), hits.size());
        int to = (int) Math.min((long) from + search.count(), hits.size());
        return new Found(hits.size(), List.copyOf(hits.subList(from, to)));
    }

    private static List<StoredResource> fewestCandidates(Search search, TypeIndex index) {
        return search.criteria().stream()
                .map(index::candidates)
                .min(Comparator.comparingInt(List::size))
                .orElse(index.resources());
    }

    /** Hits come by id, and sorting is stable: equal keys stay by id. Resources without a value come last in both directions; one with several is placed by what comes first in the direction. */
    private static void sort(List<StoredResource> hits, List<Search.Order> orders, TypeIndex index) {
        for (Search.Order order : orders.reversed()) {
            Function<StoredResource, List<Value>> values = index.values(order.parameter());
            Map<StoredResource, String> keys = new IdentityHashMap<>();
            Comparator<String> direction = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
            for (StoredResource hit : hits) {
                values.apply(hit).stream()
                        .map(value -> key(order.parameter(), value.text()))
                        .min(direction)
                        .ifPresent(key -> keys.put(hit, key));
            }
            Comparator<@Nullable String> nullsLast = Comparator.nullsLast(direction);
            hits.sort((a, b) -> nullsLast.compare(keys.get(a), keys.get(b)));
        }
    }

    private static String key(SearchParameter parameter, String text) {
        return switch (parameter.kind()) {
            case STRING, WORDS -> Folding.fold(text);
            case DATE -> {
                DateRange range = DateRange.parse(text);
                yield range == null ? text : range.start().toString();
            }
            case TOKEN, CODE, OVERLAPPING, RELATED, NUMBER, PERIOD, URI, CANONICAL, REFERENCE, SYSTEM, COMPOSITE -> text;
        };
    }
}
