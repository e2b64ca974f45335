package no.normverk.fhir.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.store.ServedTypes;
import org.jspecify.annotations.Nullable;

/** What can be searched for, by resource type, immutable. */
public final class SearchParameters {

    private final Map<String, Map<String, SearchParameter>> byType;

    private SearchParameters(Map<String, Map<String, SearchParameter>> byType) {
        this.byType = byType;
    }

    /** The parameters that FHIR R4 defines, for the types we serve. */
    public static SearchParameters standard() {
        Map<String, Map<String, SearchParameter>> byType = new LinkedHashMap<>();
        for (String type : ServedTypes.ALL) {
            Map<String, SearchParameter> parameters = new LinkedHashMap<>();
            StandardParameters.of(type).forEach(parameter -> parameters.put(parameter.name(), parameter));
            byType.put(type, parameters);
        }
        return new SearchParameters(byType);
    }

    /** These and one more for a type; it takes the place of one with the same name. */
    public SearchParameters with(String type, SearchParameter parameter) {
        Map<String, Map<String, SearchParameter>> extended = new LinkedHashMap<>();
        byType.forEach((name, parameters) -> extended.put(name, new LinkedHashMap<>(parameters)));
        extended.computeIfAbsent(type, unknown -> new LinkedHashMap<>()).put(parameter.name(), parameter);
        return new SearchParameters(extended);
    }

    public List<String> types() {
        return new ArrayList<>(byType.keySet());
    }

    /** The parameters of a type, in a fixed order. */
    public Collection<SearchParameter> of(String type) {
        return byType.getOrDefault(type, Map.of()).values();
    }

    public @Nullable SearchParameter find(String type, String name) {
        return byType.getOrDefault(type, Map.of()).get(name);
    }
}
