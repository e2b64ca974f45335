package no.normverk.terminology.closure;

import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.RecentlyUsed;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;

/**
 * The closure tables of a server, by name, in memory: they are gone after a restart, after {@link ClosureLimits#idle()} without use, and when others need the space; their owners then start anew, as
 * R4 wants it. Whoever knows a table's name can use it, so callers choose names that others do not guess. Thread-safe; tables do not wait for each other.
 */
public final class ClosureTables {

    /** A name becomes the id of a ConceptMap. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final ClosureLimits limits;
    private final RecentlyUsed<ClosureTable> tables;

    public ClosureTables(ClosureLimits limits, InstantSource clock) {
        this.limits = limits;
        tables = new RecentlyUsed<>(limits.tables(), limits.totalSize(), limits.idle(), clock, ClosureTable::size);
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
        tables.put(name, new ClosureTable(name, limits.size()));
        return new ClosureUpdate(0, List.of());
    }

    /**
     * Adds concepts to a table.
     *
     * @return what the table has more than before
     * @throws TerminologyException when there is no such table, it must be begun anew, or it would hold too much; the table is then as before
     */
    public ClosureUpdate add(String name, List<Coding> concepts, Registry registry) {
        ClosureTable table = table(name);
        ClosureUpdate update = table.add(concepts, registry);
        tables.changed(name, table);
        return update;
    }

    /**
     * What was added to a table after a version.
     *
     * @throws TerminologyException when there is no such table, or it never had that version
     */
    public ClosureUpdate since(String name, String version) {
        return table(name).since(version);
    }

    private ClosureTable table(String name) {
        ClosureTable table = tables.find(name);
        if (table == null) {
            throw new TerminologyException(
                    Issue.error("not-found", "not-found", Message.of("closure-name-unknown", name), "name"));
        }
        return table;
    }
}
