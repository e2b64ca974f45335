package no.normverk.fhir;

import java.util.List;
import no.normverk.store.StoredResource;
import no.normverk.terminology.Registry;

/**
 * Everything that can be answered from at one moment, immutable. A request takes the current snapshot once and answers from it alone; a load builds the
 * next one beside it and swaps the reference.
 *
 * @param registry the terminology
 * @param resources the current version of every FHIR resource
 */
public record Snapshot(Registry registry, List<StoredResource> resources) {}
