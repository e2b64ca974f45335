package no.normverk.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words, and what the products are narrowed to. Within one facet any of the codes will do; every facet must hold.
 *
 * @param text words as people write them, or a number such as {@code HIS 80822}; empty for every product
 * @param wanted codes by facet; a facet that is not in here asks nothing
 */
public record ProductSearch(Optional<String> text, Map<ProductFacet, Set<String>> wanted) {

    public ProductSearch {
        wanted = Map.copyOf(wanted);
    }

    /** The search that words alone make. */
    public static ProductSearch of(String text) {
        return new ProductSearch(Optional.of(text), Map.of());
    }
}
