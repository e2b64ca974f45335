package no.normverk.fhir;

import java.util.List;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.fhir.catalogue.CatalogueAssembler;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;

/**
 * Everything that can be answered from at one moment, immutable. A request takes the current snapshot once and answers from it alone; a load builds the
 * next one beside it and swaps the reference.
 *
 * @param registry the terminology
 * @param resources the current version of every FHIR resource
 * @param catalogue the normative products among the resources
 */
public record Snapshot(Registry registry, List<StoredResource> resources, PublishedCatalogue catalogue) {

    /** A snapshot with the catalogue that the resources hold. */
    public Snapshot(Registry registry, List<StoredResource> resources) {
        this(registry, resources, CatalogueAssembler.assemble(resources));
    }

    /** This snapshot with another registry, for one request. */
    public Snapshot with(Registry other) {
        return new Snapshot(other, resources, catalogue);
    }
}
