package no.normverk.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * A search in the catalogue. All that is given must hold; an empty set asks nothing.
 *
 * @param text words as people write them: prefixes in any order, or a number such as {@code HIS 80822}
 * @param identifier a number in any usual spelling, see {@link IdentifierPattern}
 * @param levels one of these levels
 * @param lifecycles one of these statuses
 */
public record CatalogueQuery(
        Optional<String> text, Optional<String> identifier, Set<NormativeLevel> levels, Set<LifecycleStatus> lifecycles) {

    /** The query that every product answers. */
    public static final CatalogueQuery EVERYTHING =
            new CatalogueQuery(Optional.empty(), Optional.empty(), Set.of(), Set.of());

    public CatalogueQuery {
        levels = Set.copyOf(levels);
        lifecycles = Set.copyOf(lifecycles);
    }

    /** This query, narrowed to products that the words find. */
    public CatalogueQuery withText(String words) {
        return new CatalogueQuery(Optional.of(words), identifier, levels, lifecycles);
    }

    /** This query, narrowed to products with the number. */
    public CatalogueQuery withIdentifier(String number) {
        return new CatalogueQuery(text, Optional.of(number), levels, lifecycles);
    }

    /** This query, narrowed to the levels. */
    public CatalogueQuery withLevels(Set<NormativeLevel> wanted) {
        return new CatalogueQuery(text, identifier, wanted, lifecycles);
    }

    /** This query, narrowed to the statuses. */
    public CatalogueQuery withLifecycles(Set<LifecycleStatus> wanted) {
        return new CatalogueQuery(text, identifier, levels, wanted);
    }
}
