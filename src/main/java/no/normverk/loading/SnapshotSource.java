package no.normverk.loading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.store.EditionEntry;
import no.normverk.store.ResourceKey;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the snapshot of a running server current. Follows the change log: a new load, by this process or another, is built into
 * the next snapshot beside the current one, and then the reference is swapped. A snapshot that cannot be built is logged, and the
 * current one stays until the next change.
 */
public final class SnapshotSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSource.class);

    private final ResourceStore store;
    private final List<StoredResource> base;
    private final Builder builder;
    private final ScheduledExecutorService follower =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("snapshots").factory());
    private final CurrentSnapshot current;
    private long seen;

    /** Builds a snapshot. Called with everything each time; reusing what has not changed since the last call is the builder's. */
    @FunctionalInterface
    public interface Builder {
        /**
         * @param resources the newest version of every resource, built-in ones included
         * @param editions the live editions
         */
        Snapshot build(List<StoredResource> resources, List<EditionEntry> editions);
    }

    /** What the store holds at one moment. */
    private record State(long change, List<StoredResource> resources, List<EditionEntry> editions) {}

    private SnapshotSource(ResourceStore store, List<StoredResource> base, Builder builder) {
        this.store = store;
        this.base = List.copyOf(base);
        this.builder = builder;
        State state = read();
        this.seen = state.change();
        this.current = new CurrentSnapshot(builder.build(state.resources(), state.editions()));
    }

    /**
     * Builds the first snapshot and begins to follow the change log.
     *
     * @param base built-in resources; a stored resource of the same type and id replaces one
     * @param interval how often to look for changes
     */
    public static SnapshotSource follow(ResourceStore store, List<StoredResource> base, Builder builder, Duration interval) {
        SnapshotSource source = new SnapshotSource(store, base, builder);
        source.follower.scheduleWithFixedDelay(
                source::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return source;
    }

    /** The snapshot that is current at any time, for those who answer. */
    public CurrentSnapshot snapshots() {
        return current;
    }

    @Override
    public void close() {
        follower.close();
    }

    private void look() {
        try {
            if (store.lastChange() == seen) {
                return;
            }
            State state = read();
            // Noted before building: a change that cannot be built is not tried again every interval.
            seen = state.change();
            current.replace(builder.build(state.resources(), state.editions()));
            LOG.info("Change {} picked up: {} resources, {} editions", seen, state.resources().size(), state.editions().size());
        } catch (RuntimeException | Error e) {
            // Whatever it is: without this the executor would silently stop looking.
            LOG.error("Change {} could not be picked up; answering from what was there before", seen, e);
        }
    }

    /** Reads until nothing was committed meanwhile, so that resources and editions belong together. */
    private State read() {
        while (true) {
            long change = store.lastChange();
            State state = new State(change, resources(store.current()), store.editions());
            if (store.lastChange() == change) {
                return state;
            }
        }
    }

    private List<StoredResource> resources(List<StoredResource> stored) {
        Set<ResourceKey> replaced = stored.stream()
                .map(resource -> new ResourceKey(resource.type(), resource.id()))
                .collect(Collectors.toSet());
        List<StoredResource> resources = new ArrayList<>(base.size() + stored.size());
        base.stream()
                .filter(resource -> !replaced.contains(new ResourceKey(resource.type(), resource.id())))
                .forEach(resources::add);
        resources.addAll(stored);
        return List.copyOf(resources);
    }
}
