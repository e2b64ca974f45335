package no.normverk.loading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.DataDirectory;
import no.normverk.store.Digests;
import no.normverk.store.EditionEntry;
import no.normverk.store.Load;
import no.normverk.store.LoadEntry;
import no.normverk.store.LoadKind;
import no.normverk.store.NewResource;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Loads files: recognise, read, check, plan, build aside, verify, commit. Whatever fails, and whenever the process dies, the data
 * directory keeps the state it had before; directories that an interrupted load left are removed by the next one.
 */
public final class Loader {
    private final ResourceStore store;
    private final List<EditionFormat> editionFormats;
    private final Verification verification;
    private final Clock clock;
    private final Progress progress;

    public Loader(
            ResourceStore store, List<EditionFormat> editionFormats, Verification verification, Clock clock, Progress progress) {
        this.store = store;
        this.editionFormats = List.copyOf(editionFormats);
        this.verification = verification;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * An edition as the load leaves it.
     *
     * @param entry its line in the store
     * @param summary for people
     * @param isNew whether it was made by this load, and not live before
     */
    private record Edition(EditionEntry entry, FileSummary summary, boolean isNew) {}

    /**
     * Loads all files as one whole.
     *
     * @throws LoadingException when content is refused; nothing is kept
     * @throws StoreException when another load is running on the same data directory
     */
    public LoadReport load(LoadRequest request) {
        try (DataDirectory.LoadLock lock = lock(store.directory())) {
            store.directory().removeLeftovers(store.editions());
            return loadLocked(request);
        }
    }

    /**
     * What is in the files and what loading them would change. Changes nothing; editions are compiled aside and thrown away,
     * since only that tells whether they can be.
     */
    public LoadReport inspect(LoadRequest request) {
        Intake.Reading reading = intake(request);
        LoadPlan plan = plan(reading);
        verify(plan);
        Path aside = newDirectoryAside();
        try {
            List<Edition> editions = editions(reading, request, aside);
            return report(reading, plan, editions, Optional.empty(), store.loadOf(digest(request)));
        } finally {
            DataDirectory.delete(aside);
        }
    }

    static DataDirectory.LoadLock lock(DataDirectory directory) {
        return directory
                .tryLock()
                .orElseThrow(() -> new StoreException("Another load is running on the data directory " + directory.path()
                        + "; wait until it has ended and load again"));
    }

    private LoadReport loadLocked(LoadRequest request) {
        long basedOn = store.lastChange();
        Intake.Reading reading = intake(request);
        LoadPlan plan = plan(reading);
        verify(plan);
        String digest = digest(request);
        Optional<LoadEntry> before = store.loadOf(digest);
        Path aside = store.directory().newBuildDirectory();
        try {
            List<Edition> editions = editions(reading, request, aside);
            List<EditionEntry> made = editions.stream().filter(Edition::isNew).map(Edition::entry).toList();
            if (plan.added() + plan.changed() == 0 && made.isEmpty()) {
                return report(reading, plan, editions, Optional.empty(), before);
            }
            progress.phase("Storing", plan.resources().size());
            made.forEach(edition -> giveName(aside, edition));
            Load load = new Load(
                    basedOn,
                    LoadKind.FILES,
                    request.files().stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", ")),
                    digest,
                    counts(reading, editions),
                    request.who(),
                    plan.resources(),
                    List.of(),
                    made);
            LoadEntry entry = store.commit(load, ResourceDocument::stamp);
            return report(reading, plan, editions, Optional.of(entry), before);
        } finally {
            DataDirectory.delete(aside);
        }
    }

    private Intake.Reading intake(LoadRequest request) {
        return new Intake(new FormatDetection(editionFormats), new FileReading(request.version(), clock, progress)).read(request.files());
    }

    private LoadPlan plan(Intake.Reading reading) {
        return LoadPlan.of(reading.items(), store.entries(), BaseTerminology.read(), LoadKind.FILES);
    }

    private void verify(LoadPlan plan) {
        progress.phase("Checking", plan.resources().size());
        verify(plan, verification, progress);
    }

    static void verify(LoadPlan plan, Verification verification, Progress progress) {
        for (NewResource resource : plan.resources()) {
            verification.objection(resource).ifPresent(reason -> {
                throw new LoadingException(plan.place(resource), reason);
            });
            progress.advance(1);
        }
    }

    private List<Edition> editions(Intake.Reading reading, LoadRequest request, Path aside) {
        List<Edition> editions = new ArrayList<>();
        reading.releases().forEach((format, sources) -> editions.add(edition(format, sources, request.versionUri(), aside)));
        return editions;
    }

    /** The live edition of exactly these sources, or a new one, compiled below {@code aside} under the name it is to get. */
    private Edition edition(EditionFormat format, List<Path> sources, @Nullable String versionUri, Path aside) {
        String digest = digest(sources, String.valueOf(versionUri));
        for (EditionEntry live : store.editions()) {
            if (live.digest().equals(digest)) {
                EditionFormat.Compiled before = new EditionFormat.Compiled(
                        live.system(), live.version(), new TreeMap<>(), List.of(), List.of());
                return new Edition(live, summary(format, sources, before), false);
            }
        }
        Path target = aside.resolve("edition");
        try {
            EditionFormat.Compiled compiled = format.compile(sources, versionUri, target, progress);
            String directory = Ids.withSuffix(Ids.valid(compiled.version().replaceFirst("https?://", "")), digest.substring(0, 12));
            EditionEntry entry = new EditionEntry(compiled.system(), compiled.version(), directory, digest);
            Files.move(target, aside.resolve(directory), StandardCopyOption.ATOMIC_MOVE);
            return new Edition(entry, summary(format, sources, compiled), true);
        } catch (IOException e) {
            throw new LoadingException(Place.of(names(sources)), "cannot be compiled: " + e.getMessage());
        }
    }

    /**
     * A directory under its final name is not live yet: that it becomes by the commit, and until then the next load would remove
     * it.
     */
    private void giveName(Path aside, EditionEntry edition) {
        try {
            Files.move(aside.resolve(edition.directory()), store.directory().edition(edition), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("Cannot move the new edition to " + store.directory().edition(edition) + ": " + e, e);
        }
    }

    private static Path newDirectoryAside() {
        try {
            return Files.createTempDirectory("normverk-inspect");
        } catch (IOException e) {
            throw new StoreException("Cannot make a temporary directory: " + e, e);
        }
    }

    private static LoadReport report(
            Intake.Reading reading, LoadPlan plan, List<Edition> editions, Optional<LoadEntry> entry, Optional<LoadEntry> before) {
        List<FileSummary> files = new ArrayList<>(reading.found().stream().map(Found::summary).toList());
        editions.forEach(edition -> files.add(edition.summary()));
        files.addAll(reading.rest());
        int made = (int) editions.stream().filter(Edition::isNew).count();
        return new LoadReport(
                files, plan.added() + made, plan.changed(), plan.unchanged() + editions.size() - made, entry, before);
    }

    private static FileSummary summary(EditionFormat format, List<Path> sources, EditionFormat.Compiled compiled) {
        return new FileSummary(
                names(sources),
                format.description() + ", " + compiled.version(),
                compiled.counts(),
                new TreeMap<>(),
                List.of(),
                compiled.warnings(),
                compiled.notes());
    }

    private static String counts(Intake.Reading reading, List<Edition> editions) {
        ObjectNode counts = ResourceDocument.MAPPER.createObjectNode();
        Stream.concat(reading.found().stream().map(Found::summary), editions.stream().map(Edition::summary))
                .forEach(file -> file.types().forEach((type, number) ->
                        counts.put(type, counts.path(type).asLong() + number)));
        return counts.toString();
    }

    private static String digest(LoadRequest request) {
        return digest(request.files(), request.version() + "|" + request.versionUri());
    }

    /**
     * Over the bytes of all files, in the order of their own digests, so that names and the order of the arguments do not matter.
     */
    private static String digest(List<Path> files, String also) {
        MessageDigest digest = Digests.start();
        files.stream().flatMap(Loader::filesIn).map(Loader::digest).sorted().forEach(one -> digest.update(utf8(one)));
        digest.update(utf8(also));
        return Digests.hex(digest.digest());
    }

    private static Stream<Path> filesIn(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new LoadingException(Place.of(path.toString()), "cannot be read: " + e.getMessage());
        }
    }

    private static String digest(Path file) {
        MessageDigest digest = Digests.start();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new LoadingException(Place.of(file.toString()), "cannot be read: " + e.getMessage());
        }
        return Digests.hex(digest.digest());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String names(List<Path> sources) {
        return sources.stream().map(Path::toString).collect(Collectors.joining(" + "));
    }
}
