package no.normverk.terminology.valueset;

import java.util.List;
import no.normverk.terminology.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * One {@code include} or {@code exclude} of a value set: concepts of one system that are listed or pass all filters, and are in all the value sets named;
 * without a system, the concepts that are in all the value sets named.
 *
 * @param system code system URL
 * @param version code system version or pattern
 * @param concepts listed concepts
 * @param filters conditions, all of which must hold
 * @param valueSets imported value sets, all of which must hold the concept
 */
public record Include(
        @Nullable String system,
        @Nullable String version,
        List<ConceptReference> concepts,
        List<IncludeFilter> filters,
        List<Canonical> valueSets) {

    public Include {
        concepts = ConceptList.of(concepts);
    }

    /** The listed concepts with what is known of them. */
    ConceptList list() {
        return (ConceptList) concepts;
    }

    /** Whether the whole code system is meant. */
    public boolean isWholeSystem() {
        return system != null && concepts.isEmpty() && filters.isEmpty() && valueSets.isEmpty();
    }

    /** An include of everything in a code system. */
    public static Include all(String system, @Nullable String version) {
        return new Include(system, version, List.of(), List.of(), List.of());
    }
}
