package no.normverk.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;

/**
 * The versioned store of resources in one SQLite file, and its change log.
 *
 * <p>Every change is one transaction, on disk when {@link #commit} returns (write-ahead log, {@code synchronous=FULL}). Reading
 * and writing have a connection each, so that a commit, here or in another process, never makes a reader wait.
 */
public final class ResourceStore implements AutoCloseable {
    private static final String RESOURCE = "SELECT v.* FROM resource_version v";

    private final DataDirectory directory;
    private final Clock clock;
    private final SingleConnectionDataSource readingConnection;
    private final SingleConnectionDataSource writingConnection;
    private final JdbcClient reading;
    private final JdbcClient writing;
    private final TransactionTemplate transaction;

    private ResourceStore(DataDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.readingConnection = connect(directory);
        this.writingConnection = connect(directory);
        this.reading = JdbcClient.create(readingConnection);
        this.writing = JdbcClient.create(writingConnection);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(writingConnection));
        Migrations.apply(writing, transaction, directory);
    }

    /** Opens the store of a data directory, making both when they are missing. */
    public static ResourceStore open(Path dataDirectory) {
        return open(dataDirectory, Clock.systemUTC());
    }

    /** Whether there is a store in this directory; looking does not make one. */
    public static boolean exists(Path dataDirectory) {
        return Files.exists(new DataDirectory(dataDirectory).database());
    }

    /** Opens the store with a clock of the caller's. */
    public static ResourceStore open(Path dataDirectory, Clock clock) {
        return new ResourceStore(DataDirectory.open(dataDirectory), clock);
    }

    public DataDirectory directory() {
        return directory;
    }

    /** The newest version of every resource that is not deleted, by type and id. */
    public List<StoredResource> current() {
        return reading.sql(RESOURCE
                        + " JOIN current_version USING (type, id, version_id) WHERE deleted = 0 ORDER BY type, id")
                .query((row, n) -> resource(row))
                .list();
    }

    /** The newest version of every resource, without its content. */
    public List<CurrentEntry> entries() {
        return reading.sql("""
                        SELECT v.type, v.id, v.url, v.version, v.digest, l.kind FROM resource_version v
                        JOIN current_version USING (type, id, version_id) JOIN load l ON l.number = v.load ORDER BY v.type, v.id""")
                .query((row, n) -> new CurrentEntry(
                        new ResourceKey(text(row, "type"), text(row, "id")),
                        row.getString("url"),
                        row.getString("version"),
                        row.getString("digest"),
                        kind(row)))
                .list();
    }

    /** Every version of one resource, the newest first; empty when there never was such a resource. */
    public List<HistoryEntry> history(String type, String id) {
        return reading.sql(RESOURCE + " WHERE type = :type AND id = :id ORDER BY version_id DESC")
                .param("type", type)
                .param("id", id)
                .query((row, n) -> new HistoryEntry(
                        row.getInt("version_id"),
                        instant(row, "last_updated"),
                        row.getLong("load"),
                        row.getBoolean("deleted") ? null : resource(row)))
                .list();
    }

    /** One version of one resource; empty when there is none or it is a deletion. */
    public Optional<StoredResource> version(String type, String id, int versionId) {
        return reading.sql(RESOURCE + " WHERE type = :type AND id = :id AND version_id = :versionId AND deleted = 0")
                .param("type", type)
                .param("id", id)
                .param("versionId", versionId)
                .query((row, n) -> resource(row))
                .optional();
    }

    /** The change log, the oldest first. */
    public List<LoadEntry> loads() {
        return reading.sql("SELECT * FROM load ORDER BY number")
                .query((row, n) -> load(row))
                .list();
    }

    /** The latest load of exactly this content. */
    public Optional<LoadEntry> loadOf(String digest) {
        return reading.sql("SELECT * FROM load WHERE digest = :digest ORDER BY number DESC LIMIT 1")
                .param("digest", digest)
                .query((row, n) -> load(row))
                .optional();
    }

    /** Whether exactly this content has been loaded at some time. */
    public boolean hasContent(String digest) {
        return loadOf(digest).isPresent();
    }

    /** The latest load of a kind. */
    public Optional<LoadEntry> latest(LoadKind kind) {
        return reading.sql("SELECT * FROM load WHERE kind = :kind ORDER BY number DESC LIMIT 1")
                .param("kind", name(kind))
                .query((row, n) -> load(row))
                .optional();
    }

    /** The live editions. */
    public List<EditionEntry> editions() {
        return reading.sql("SELECT * FROM edition ORDER BY system, version")
                .query((row, n) -> new EditionEntry(
                        text(row, "system"), text(row, "version"), text(row, "directory"), text(row, "digest")))
                .list();
    }

    /** The number of the latest load, 0 before the first. Costs microseconds: made to be polled. */
    public long lastChange() {
        return lastChange(reading);
    }

    /**
     * Commits a load: all of it, or nothing. When this returns, the load survives a crash of the process or the machine.
     *
     * @throws StoreException when something else was committed after {@link Load#basedOn()}
     */
    public synchronized LoadEntry commit(Load load, Stamp stamp) {
        return Objects.requireNonNull(transaction.execute(status -> write(load, stamp)));
    }

    @Override
    public void close() {
        readingConnection.destroy();
        writingConnection.destroy();
    }

    private LoadEntry write(Load load, Stamp stamp) {
        // The write lock is taken by the transaction's BEGIN IMMEDIATE: nothing can come between this check and the commit.
        long last = lastChange(writing);
        if (last != load.basedOn()) {
            throw new StoreException("The data directory " + directory.path()
                    + " was changed while the load was being prepared (change "
                    + last + ", prepared against " + load.basedOn() + "); nothing was kept, load again");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LoadEntry entry = new LoadEntry(last + 1, now, load.kind(), load.source(), load.digest(), load.counts(), load.who());
        insert(entry);
        Map<ResourceKey, Newest> newest = newest();
        for (NewResource resource : load.resources()) {
            Newest before = newest.getOrDefault(resource.key(), Newest.NONE);
            String digest = resource.digest();
            if (!digest.equals(before.digest())) {
                insert(resource, before.versionId() + 1, digest, entry, stamp);
            }
        }
        for (ResourceKey key : load.deleted()) {
            Newest before = newest.getOrDefault(key, Newest.NONE);
            if (before.digest() != null) {
                insertDeletion(key, before.versionId() + 1, entry);
            }
        }
        load.editions().forEach(edition -> insert(edition, entry));
        return entry;
    }

    private void insert(LoadEntry entry) {
        writing.sql("INSERT INTO load (number, at, kind, source, digest, counts, who) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(entry.number(), entry.at().toString(), name(entry.kind()), entry.source(), entry.digest(),
                        entry.counts(), entry.who())
                .update();
    }

    private void insert(NewResource resource, int versionId, String digest, LoadEntry load, Stamp stamp) {
        writing.sql("""
                        INSERT INTO resource_version
                        (type, id, version_id, last_updated, url, version, status, date, name, title, deleted, load, digest, json)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)""")
                .param(resource.type())
                .param(resource.id())
                .param(versionId)
                .param(load.at().toString())
                .param(resource.url())
                .param(resource.version())
                .param(resource.status())
                .param(resource.date())
                .param(resource.name())
                .param(resource.title())
                .param(load.number())
                .param(digest)
                .param(stamp.stamp(resource.json(), versionId, load.at()))
                .update();
        makeCurrent(resource.key(), versionId);
    }

    private void insertDeletion(ResourceKey key, int versionId, LoadEntry load) {
        writing.sql("INSERT INTO resource_version (type, id, version_id, last_updated, deleted, load) VALUES (?, ?, ?, ?, 1, ?)")
                .params(key.type(), key.id(), versionId, load.at().toString(), load.number())
                .update();
        makeCurrent(key, versionId);
    }

    private void makeCurrent(ResourceKey key, int versionId) {
        writing.sql("""
                        INSERT INTO current_version (type, id, version_id) VALUES (?, ?, ?)
                        ON CONFLICT (type, id) DO UPDATE SET version_id = excluded.version_id""")
                .params(key.type(), key.id(), versionId)
                .update();
    }

    private void insert(EditionEntry edition, LoadEntry load) {
        writing.sql("""
                        INSERT INTO edition (system, version, directory, digest, load) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (system, version) DO UPDATE
                        SET directory = excluded.directory, digest = excluded.digest, load = excluded.load""")
                .params(edition.system(), edition.version(), edition.directory(), edition.digest(), load.number())
                .update();
    }

    private Map<ResourceKey, Newest> newest() {
        return writing.sql("SELECT type, id, version_id, digest FROM resource_version JOIN current_version USING (type, id, "
                + "version_id)")
                .query((row, n) -> new Newest(
                        new ResourceKey(text(row, "type"), text(row, "id")), row.getInt("version_id"), row.getString("digest")))
                .stream()
                .collect(Collectors.toMap(Newest::key, Function.identity()));
    }

    private static long lastChange(JdbcClient client) {
        return client.sql("SELECT coalesce(max(number), 0) FROM load").query(Long.class).single();
    }

    private static SingleConnectionDataSource connect(DataDirectory directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(30_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + directory.database());
            return new SingleConnectionDataSource(connection, true);
        } catch (SQLException e) {
            throw new StoreException("Cannot open " + directory.database() + ": " + e.getMessage(), e);
        }
    }

    private static StoredResource resource(ResultSet row) throws SQLException {
        return new StoredResource(
                text(row, "type"),
                text(row, "id"),
                row.getInt("version_id"),
                instant(row, "last_updated"),
                row.getString("url"),
                row.getString("version"),
                row.getString("status"),
                row.getString("date"),
                row.getString("name"),
                row.getString("title"),
                Objects.requireNonNull(row.getBytes("json")));
    }

    private static LoadEntry load(ResultSet row) throws SQLException {
        return new LoadEntry(
                row.getLong("number"),
                instant(row, "at"),
                kind(row),
                text(row, "source"),
                text(row, "digest"),
                text(row, "counts"),
                text(row, "who"));
    }

    private static LoadKind kind(ResultSet row) throws SQLException {
        return LoadKind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT));
    }

    private static String name(LoadKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.parse(text(row, column));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    /** The newest version of a resource, as the writing transaction sees it. */
    private record Newest(ResourceKey key, int versionId, @Nullable String digest) {
        static final Newest NONE = new Newest(new ResourceKey("", ""), 0, null);
    }
}
