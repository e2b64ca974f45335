package no.normverk.terminology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Versions of canonical resources by URL, immutable once built. What stands there is made when it is first asked for, and then kept.
 */
final class Shelf<T> {

    /** One version of one resource. */
    static final class Entry<T> {
        final @Nullable String version;
        final Standing standing;
        private @Nullable Supplier<T> maker;
        private volatile @Nullable T made;

        Entry(@Nullable String version, Standing standing, Supplier<T> maker) {
            this.version = version;
            this.standing = standing;
            this.maker = maker;
        }

        T get() {
            T value = made;
            return value != null ? value : make();
        }

        private synchronized T make() {
            T value = made;
            if (value == null) {
                Supplier<T> source = maker;
                if (source == null) {
                    throw new IllegalStateException("nothing made and no maker left");
                }
                value = source.get();
                made = value;
                maker = null;
            }
            return value;
        }
    }

    private static final Comparator<Entry<?>> ACTIVE_FIRST =
            Comparator.comparingInt(entry -> entry.standing.status().equals("active") ? 0 : 1);
    private static final Comparator<Entry<?>> NEWEST_FIRST = Comparator.<Entry<?>, @Nullable String>comparing(
                    entry -> entry.version, Versions.ASCENDING.reversed())
            .thenComparing(entry -> entry.standing.date(), Versions.ASCENDING.reversed())
            .thenComparing(entry -> entry.version, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<String, List<Entry<T>>> entries;

    private Shelf(Map<String, List<Entry<T>>> entries) {
        this.entries = entries;
    }

    static <T> Shelf<T> empty() {
        return new Shelf<>(Map.of());
    }

    /** All versions of a URL, the one that answers by default first. */
    List<Entry<T>> versions(String url) {
        return entries.getOrDefault(url, List.of());
    }

    Set<String> urls() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The best version that matches, or of all when none is asked for. */
    @Nullable Entry<T> find(String url, @Nullable String version) {
        return find(url, version, entry -> true);
    }

    /** The best version that matches, of those that meet a condition. */
    @Nullable Entry<T> find(String url, @Nullable String version, Predicate<Entry<T>> condition) {
        for (Entry<T> entry : versions(url)) {
            if ((version == null || Versions.matches(version, entry.version)) && condition.test(entry)) {
                return entry;
            }
        }
        return null;
    }

    /** The oldest version that matches. */
    @Nullable Entry<T> oldest(String url, @Nullable String version) {
        Entry<T> oldest = null;
        for (Entry<T> entry : versions(url)) {
            boolean matches = version == null || Versions.matches(version, entry.version);
            if (matches && (oldest == null || Versions.compare(entry.version, oldest.version) < 0)) {
                oldest = entry;
            }
        }
        return oldest;
    }

    /**
     * Collects entries; one that is put later replaces an earlier one of the same URL and version. What is put above a base answers before the base: version names of different makers cannot
     * always be compared, and who brings a resource means that one.
     */
    static final class Builder<T> {
        private final Map<String, List<Entry<T>>> entries = new HashMap<>();
        private final Shelf<T> base;

        Builder(Shelf<T> base) {
            this.base = base;
        }

        void put(String url, @Nullable String version, Standing standing, Supplier<T> maker) {
            List<Entry<T>> versions = entries.computeIfAbsent(url, u -> new ArrayList<>());
            versions.removeIf(entry -> Objects.equals(entry.version, version));
            versions.add(new Entry<>(version, standing, maker));
        }

        /** Of several versions the one that answers when the caller names none: an active one before others, then one that is wanted by default, then the newest version, then the newest date. */
        private static Comparator<Entry<?>> bestFirst(String url, DefaultVersions defaults) {
            return ACTIVE_FIRST
                    .thenComparingInt(entry -> defaults.prefers(url, entry.version) ? 0 : 1)
                    .thenComparing(NEWEST_FIRST);
        }

        Shelf<T> build(DefaultVersions defaults) {
            if (entries.isEmpty()) {
                return base;
            }
            entries.forEach((url, versions) -> {
                versions.sort(bestFirst(url, defaults));
                for (Entry<T> below : base.versions(url)) {
                    if (versions.stream().noneMatch(own -> Objects.equals(own.version, below.version))) {
                        versions.add(below);
                    }
                }
            });
            if (base.entries.isEmpty()) {
                return new Shelf<>(Map.copyOf(entries));
            }
            return new Shelf<>(new Layered<>(entries, base.entries));
        }
    }

    /** A small map laid over a large one, so that a request can bring resources without a copy of everything. */
    private static final class Layered<V> extends java.util.AbstractMap<String, V> {
        private final Map<String, V> above;
        private final Map<String, V> below;

        Layered(Map<String, V> above, Map<String, V> below) {
            this.above = above;
            this.below = below;
        }

        @Override
        public @Nullable V get(Object key) {
            V value = above.get(key);
            return value != null ? value : below.get(key);
        }

        @Override
        public V getOrDefault(Object key, V otherwise) {
            V value = get(key);
            return value != null ? value : otherwise;
        }

        @Override
        public boolean containsKey(Object key) {
            return above.containsKey(key) || below.containsKey(key);
        }

        @Override
        public Set<Map.Entry<String, V>> entrySet() {
            Map<String, V> all = new HashMap<>(below);
            all.putAll(above);
            return all.entrySet();
        }
    }
}
