package no.normverk.fhir.catalogue.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.message.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of the current snapshot's catalogue, by language; those of the one before are let go. So many bytes are kept of each
 * language at most, of what is asked for most; what is not kept is written anew. How often something was kept is counted, over all
 * snapshots and languages.
 */
final class FragmentStore {

    /** Some ten thousand requirements, with the products and evidence they name. */
    private static final long MOST_BYTES = 24L << 20;

    /** What a key and its entry take beside the bytes, about. */
    private static final int OVERHEAD = 200;

    private record OfSnapshot(ObligationIndex index, Map<String, Cache<Object, byte[]>> byLanguage) {}

    private final long mostBytes;
    private final ConcurrentStatsCounter counter = new ConcurrentStatsCounter();
    private volatile @Nullable OfSnapshot current;

    FragmentStore() {
        this(MOST_BYTES);
    }

    /** @param mostBytes how much to keep of each language; nothing at all when it is zero */
    FragmentStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Two snapshots in use at once take turns here, while a load is taken up: that costs time and nothing else. */
    Fragments of(ObligationIndex index, String language) {
        if (mostBytes == 0) {
            return new Fragments(null);
        }
        OfSnapshot latest = current;
        if (latest == null || latest.index() != index) {
            if (latest == null) {
                CacheFigures.publish("catalogue-fragments", counter::snapshot);
            }
            latest = new OfSnapshot(
                    index, Messages.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(each -> each, each -> cache())));
            current = latest;
        }
        return new Fragments(latest.byLanguage().get(language));
    }

    private Cache<Object, byte[]> cache() {
        return Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Object, byte[]>weigher((key, bytes) -> bytes.length + OVERHEAD)
                .recordStats(() -> counter)
                .build();
    }

    /** How often a piece was found, how often not, and how many were given up for others. */
    CacheStats stats() {
        return counter.snapshot();
    }
}
