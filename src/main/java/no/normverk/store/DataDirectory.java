package no.normverk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory in which everything lives that outlives the process: {@code normverk.db} (SQLite), {@code editions/} (one
 * directory per compiled code system version) and {@code load.lock} (held by whoever loads).
 *
 * @param path the directory
 */
public record DataDirectory(Path path) {
    /** Where an edition is built before it gets its name; never read. */
    private static final String BUILDING = "building-";

    /** The directory, made when it is missing. */
    public static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path.resolve("editions"));
        } catch (IOException e) {
            throw new StoreException("Cannot use " + path + " as data directory: " + e, e);
        }
        return new DataDirectory(path);
    }

    public Path database() {
        return path.resolve("normverk.db");
    }

    public Path editions() {
        return path.resolve("editions");
    }

    /** Where an entry's edition is. */
    public Path edition(EditionEntry entry) {
        return editions().resolve(entry.directory());
    }

    /** A fresh directory, beside the live editions, to build one in. */
    public Path newBuildDirectory() {
        try {
            return Files.createTempDirectory(editions(), BUILDING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The right to load, which one process has at a time; empty when somebody else has it. The system gives it back when the
     * process dies.
     */
    public Optional<LoadLock> tryLock() {
        try {
            FileChannel channel = FileChannel.open(
                    path.resolve("load.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new LoadLock(channel));
                }
            } catch (OverlappingFileLockException alreadyOurs) {
                // Another thread of this process is loading.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("Cannot lock " + path + ": " + e, e);
        }
    }

    /**
     * Removes directories that no entry names: what an interrupted load left, and what was replaced. Only while holding the lock.
     */
    public void removeLeftovers(List<EditionEntry> live) {
        Set<String> names = live.stream().map(EditionEntry::directory).collect(Collectors.toSet());
        try (Stream<Path> directories = Files.list(editions())) {
            for (Path directory : directories.toList()) {
                if (!names.contains(String.valueOf(directory.getFileName()))) {
                    delete(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #removeLeftovers}, when nobody is loading: what is being built is no leftover. */
    public void removeLeftoversUnlessLoading(List<EditionEntry> live) {
        tryLock().ifPresent(lock -> {
            try (lock) {
                removeLeftovers(live);
            }
        });
    }

    /** Removes a directory with everything in it. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Held while loading. */
    public static final class LoadLock implements AutoCloseable {
        private final FileChannel channel;

        private LoadLock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
