package no.normverk.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version in the life of a resource.
 *
 * @param versionId counts from 1
 * @param lastUpdated when
 * @param load number of the load that made it
 * @param resource the resource, or {@code null} when this version deleted it
 */
public record HistoryEntry(int versionId, Instant lastUpdated, long load, @Nullable StoredResource resource) {
    public boolean deleted() {
        return resource == null;
    }
}
