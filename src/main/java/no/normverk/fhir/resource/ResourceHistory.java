package no.normverk.fhir.resource;

import java.util.List;
import no.normverk.store.StoredResource;

/** Every version of a resource; the store answers this. */
@FunctionalInterface
public interface ResourceHistory {

    /** All versions, newest first; empty when there is no such resource. */
    List<StoredResource> versions(String type, String id);
}
