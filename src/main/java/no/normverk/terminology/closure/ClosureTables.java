package no.normverk.terminology.closure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;

/**
 * The closure tables of a server, by name, in memory: they are gone after a restart, after {@link ClosureLimits#idle()} without use, and when others need the space; their owners then start anew, as
 * R4 wants it. Whoever knows a table's name can use it, so callers choose names that others do not guess. Thread-safe; tables do not wait for each other.
 */
public final class ClosureTables {

    /** A name becomes the id of a ConceptMap. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private static final class Held {
        private final ClosureTable table;
        private Instant used;
        private int size;

        Held(ClosureTable table, Instant used) {
            this.table = table;
            this.used = used;
        }
    }

    private final ClosureLimits limits;
    private final InstantSource clock;

    /** In order of last use, the longest unused first. */
    private final Map<String, Held> tables = new LinkedHashMap<>(16, 0.75f, true);

    public ClosureTables(ClosureLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins a table, anew if there is one of that name.
     *
     * @throws TerminologyException when the name cannot be one
     */
    public ClosureUpdate initialise(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TerminologyException(Issue.error("value", null, Message.of("closure-name-invalid", name), "name"));
        }
        synchronized (tables) {
            dropExpired();
            tables.put(name, new Held(new ClosureTable(name, limits.size()), clock.instant()));
            dropBeyondLimits(name);
        }
        return new ClosureUpdate(0, List.of());
    }

    /**
     * Adds concepts to a table.
     *
     * @return what the table has more than before
     * @throws TerminologyException when there is no such table, it must be begun anew, or it would hold too much; the table is then as before
     */
    public ClosureUpdate add(String name, List<Coding> concepts, Registry registry) {
        Held held = held(name);
        ClosureUpdate update = held.table.add(concepts, registry);
        synchronized (tables) {
            held.size = held.table.size();
            dropBeyondLimits(name);
        }
        return update;
    }

    /**
     * What was added to a table after a version.
     *
     * @throws TerminologyException when there is no such table, or it never had that version
     */
    public ClosureUpdate since(String name, String version) {
        return held(name).table.since(version);
    }

    private Held held(String name) {
        synchronized (tables) {
            dropExpired();
            Held held = tables.get(name);
            if (held == null) {
                throw new TerminologyException(
                        Issue.error("not-found", "not-found", Message.of("closure-name-unknown", name), "name"));
            }
            held.used = clock.instant();
            return held;
        }
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(limits.idle());
        tables.values().removeIf(held -> held.used.isBefore(oldest));
    }

    private void dropBeyondLimits(String kept) {
        long size = tables.values().stream().mapToLong(held -> held.size).sum();
        Iterator<Map.Entry<String, Held>> each = tables.entrySet().iterator();
        while (each.hasNext() && (size > limits.totalSize() || tables.size() > limits.tables())) {
            Map.Entry<String, Held> entry = each.next();
            if (!entry.getKey().equals(kept)) {
                size -= entry.getValue().size;
                each.remove();
            }
        }
    }
}
