package no.normverk.loading;

import java.util.Optional;
import no.normverk.store.NewResource;

/** The engine's word on a resource that is valid FHIR: whether it can answer from it. */
@FunctionalInterface
public interface Verification {
    /** Why it cannot, for people; empty when it can. */
    Optional<String> objection(NewResource resource);
}
