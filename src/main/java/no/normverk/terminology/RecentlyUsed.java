package no.normverk.terminology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What callers leave with the server, by name, in memory, bounded: what nobody uses for a while is dropped, and so is what was not used for longest when others need the space. A value is
 * measured when it is put in and when its owner says that it has changed. Thread-safe.
 *
 * @param <V> what is kept
 */
public final class RecentlyUsed<V> {

    private static final class Held<V> {
        private final V value;
        private Instant used;
        private long size;

        Held(V value, Instant used, long size) {
            this.value = value;
            this.used = used;
            this.size = size;
        }
    }

    private final int entries;
    private final long totalSize;
    private final Duration idle;
    private final InstantSource clock;
    private final ToLongFunction<V> measure;

    /** In order of last use, the longest unused first. */
    private final Map<String, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param entries how many values there may be
     * @param totalSize the size of all of them together, in the owner's unit
     * @param idle how long a value is kept that nobody uses
     * @param measure the size of one
     */
    public RecentlyUsed(int entries, long totalSize, Duration idle, InstantSource clock, ToLongFunction<V> measure) {
        this.entries = entries;
        this.totalSize = totalSize;
        this.idle = idle;
        this.clock = clock;
        this.measure = measure;
    }

    /** Keeps a value, in the place of one of that name. It is never itself what makes room. */
    public synchronized void put(String name, V value) {
        dropExpired();
        held.put(name, new Held<>(value, clock.instant(), measure.applyAsLong(value)));
        dropBeyondLimits(name);
    }

    /** The value of a name, or {@code null} when there is none, or no longer; being asked for counts as use. */
    public synchronized @Nullable V find(String name) {
        dropExpired();
        Held<V> found = held.get(name);
        if (found == null) {
            return null;
        }
        found.used = clock.instant();
        return found.value;
    }

    /** Measures a value again that has changed, if it is still the one of that name, and makes room for it. */
    public synchronized void changed(String name, V value) {
        Held<V> found = held.get(name);
        if (found != null && found.value == value) {
            found.size = measure.applyAsLong(value);
            dropBeyondLimits(name);
        }
    }

    /** Forgets a value; one that is not there is forgotten already. */
    public synchronized void remove(String name) {
        held.remove(name);
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(idle);
        held.values().removeIf(each -> each.used.isBefore(oldest));
    }

    private void dropBeyondLimits(String kept) {
        long size = held.values().stream().mapToLong(each -> each.size).sum();
        Iterator<Map.Entry<String, Held<V>>> each = held.entrySet().iterator();
        while (each.hasNext() && (size > totalSize || held.size() > entries)) {
            Map.Entry<String, Held<V>> entry = each.next();
            if (!entry.getKey().equals(kept)) {
                size -= entry.getValue().size;
                each.remove();
            }
        }
    }
}
