package no.normverk.fhir.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;

/** The resources that callers left with the server, by an id that only the server gives out and nobody can guess. In memory, bounded and expiring. Thread-safe. */
final class ResourceCaches {

    private static final class Held {
        private final ResourceCache cache;
        private Instant used;

        Held(ResourceCache cache, Instant used) {
            this.cache = cache;
            this.used = used;
        }
    }

    private final ResourceCacheLimits limits;
    private final InstantSource clock;

    /** In order of last use, the longest unused first. */
    private final Map<String, Held> caches = new LinkedHashMap<>(16, 0.75f, true);

    ResourceCaches(ResourceCacheLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** An empty cache, not yet among the others. */
    ResourceCache create(boolean sealed) {
        return new ResourceCache(sealed, limits.bytes());
    }

    /** Puts a cache among the others, and tells the id to find it by. */
    String add(ResourceCache cache) {
        String id = UUID.randomUUID().toString();
        synchronized (caches) {
            caches.put(id, new Held(cache, clock.instant()));
        }
        dropSome(id);
        return id;
    }

    /**
     * The cache of an id; being asked for counts as use.
     *
     * @throws TerminologyException when there is none, or no longer
     */
    ResourceCache find(String id) {
        synchronized (caches) {
            dropExpired();
            Held held = caches.get(id);
            if (held == null) {
                throw new TerminologyException(Issue.error(
                        "not-found",
                        "not-found",
                        Message.of("cache-unknown", id, Long.toString(limits.idle().toMinutes())),
                        null));
            }
            held.used = clock.instant();
            return held.cache;
        }
    }

    /** Forgets a cache; one that is not there is forgotten already. */
    void remove(String id) {
        synchronized (caches) {
            caches.remove(id);
        }
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(limits.idle());
        caches.values().removeIf(held -> held.used.isBefore(oldest));
    }

    /** Makes room within the limits, without the one that is just being used. */
    void dropSome(String kept) {
        synchronized (caches) {
            dropExpired();
            long bytes = caches.values().stream().mapToLong(held -> held.cache.bytes()).sum();
            Iterator<Map.Entry<String, Held>> each = caches.entrySet().iterator();
            while (each.hasNext() && (bytes > limits.totalBytes() || caches.size() > limits.caches())) {
                Map.Entry<String, Held> entry = each.next();
                if (!entry.getKey().equals(kept)) {
                    bytes -= entry.getValue().cache.bytes();
                    each.remove();
                }
            }
        }
    }
}
