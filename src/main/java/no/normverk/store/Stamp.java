package no.normverk.store;

import java.time.Instant;

/** Writes the version into a resource, since only the store knows it and only others know how a resource is written. */
@FunctionalInterface
public interface Stamp {
    /** The same resource with {@code meta.versionId} and {@code meta.lastUpdated}. */
    byte[] stamp(byte[] json, int versionId, Instant lastUpdated);
}
