package no.normverk.fhir.plans;

import java.util.List;
import no.normverk.fhir.Snapshot;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/** The plans of the snapshot that was asked last, kept until another one is asked. */
public final class PlanSource {

    private record Made(List<StoredResource> resources, PublishedPlans plans) {}

    private volatile @Nullable Made latest;

    /** The plans of a snapshot. */
    public PublishedPlans of(Snapshot snapshot) {
        Made made = latest;
        if (made == null || made.resources() != snapshot.resources()) {
            // Two that ask at once make the same twice; nothing is lost by that.
            made = new Made(snapshot.resources(), PublishedPlans.of(snapshot.resources()));
            latest = made;
        }
        return made.plans();
    }
}
