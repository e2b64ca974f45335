package no.normverk.fhir.operation;

import java.time.InstantSource;
import java.util.UUID;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.RecentlyUsed;
import no.normverk.terminology.TerminologyException;

/** The resources that callers left with the server, by an id that only the server gives out and nobody can guess. In memory, bounded and expiring. Thread-safe. */
final class ResourceCaches {

    private final ResourceCacheLimits limits;
    private final RecentlyUsed<ResourceCache> caches;

    ResourceCaches(ResourceCacheLimits limits, InstantSource clock) {
        this.limits = limits;
        caches = new RecentlyUsed<>(limits.caches(), limits.totalBytes(), limits.idle(), clock, ResourceCache::bytes);
    }

    /** An empty cache, not yet among the others. */
    ResourceCache create(boolean sealed) {
        return new ResourceCache(sealed, limits.bytes());
    }

    /** Puts a cache among the others, and tells the id to find it by. */
    String add(ResourceCache cache) {
        String id = UUID.randomUUID().toString();
        caches.put(id, cache);
        return id;
    }

    /**
     * The cache of an id; being asked for counts as use.
     *
     * @throws TerminologyException when there is none, or no longer
     */
    ResourceCache find(String id) {
        ResourceCache cache = caches.find(id);
        if (cache == null) {
            throw new TerminologyException(Issue.error(
                    "not-found",
                    "not-found",
                    Message.of("cache-unknown", id, Long.toString(limits.idle().toMinutes())),
                    null));
        }
        return cache;
    }

    /** Makes room for a cache that keeps more than before. */
    void grown(String id, ResourceCache cache) {
        caches.changed(id, cache);
    }

    /** Forgets a cache; one that is not there is forgotten already. */
    void remove(String id) {
        caches.remove(id);
    }
}
