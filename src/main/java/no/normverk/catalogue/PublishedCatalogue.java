package no.normverk.catalogue;

import java.util.List;

/**
 * What may be answered from about normative products: everything here is public. Immutable.
 *
 * @param catalogue the products
 * @param actors the kinds of organisation that they bind
 * @param exemptions the exemptions that are published; the others are nowhere in here
 */
public record PublishedCatalogue(Catalogue catalogue, ActorTypes actors, List<Exemption> exemptions) {

    /** No products. */
    public static final PublishedCatalogue EMPTY =
            new PublishedCatalogue(Catalogue.of(List.of()), ActorTypes.NONE, List.of());

    public PublishedCatalogue {
        exemptions = List.copyOf(exemptions);
    }
}
