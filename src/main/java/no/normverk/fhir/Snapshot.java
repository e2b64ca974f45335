package no.normverk.fhir;

import java.util.List;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.catalogue.CatalogueAssembler;
import no.normverk.fhir.catalogue.Publication;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;

/**
 * Everything that can be answered from at one moment, immutable. A request takes the current snapshot once and answers from it alone; a load builds the
 * next one beside it and swaps the reference.
 *
 * @param registry the terminology
 * @param resources the current version of every FHIR resource
 * @param decisions the decisions of the normative products among the resources, made ready to be asked when they first are: whoever asks of codes does not wait for them
 */
public record Snapshot(Registry registry, List<StoredResource> resources, Deferred<ObligationIndex> decisions) {

    /** A snapshot of what is public among the resources, with the catalogue that they hold. */
    public Snapshot(Registry registry, List<StoredResource> resources) {
        this(registry, Publication.publicOnly(resources), Deferred.of(() -> ObligationIndex.of(CatalogueAssembler.assemble(resources))));
    }

    /** This snapshot with another registry, for one request. */
    public Snapshot with(Registry other) {
        return new Snapshot(other, resources, decisions);
    }

    /** The decisions of the normative products. */
    public ObligationIndex obligations() {
        return decisions.get();
    }

    /** The normative products among the resources. */
    public PublishedCatalogue catalogue() {
        return obligations().source();
    }
}
