package no.normverk.loading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.authoring.AuthoringException;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.CurrentEntry;
import no.normverk.store.DataDirectory;
import no.normverk.store.Digests;
import no.normverk.store.Load;
import no.normverk.store.LoadEntry;
import no.normverk.store.LoadKind;
import no.normverk.store.NewResource;
import no.normverk.store.ResourceKey;
import no.normverk.store.ResourceStore;
import org.jspecify.annotations.Nullable;

/**
 * The directories whose content a server has without anybody loading it: FHIR resources as {@code .json} and {@code .xml}
 * and code lists as tables with a descriptor anywhere in them, and folders of {@link AuthoredContent}. Brought into the store when a server starts: what is new or changed
 * gets a version, what has vanished is deleted. Resources that somebody loaded outrank those of the same identity here.
 */
public final class ContentDirectory {
    private final List<Path> roots;
    private final List<AuthoredContent> authored;
    private final Verification verification;
    private final @Nullable String program;
    private final Progress progress;

    /**
     * @param roots the directories, the main one first: while that is missing, nothing is changed
     * @param authored who reads which folder
     * @param program identifies this build of the program, since another build may read the same files differently; {@code null}
     *     when that is not
     *     known, and then the files are read at every start
     */
    public ContentDirectory(
            List<Path> roots,
            List<AuthoredContent> authored,
            Verification verification,
            @Nullable String program,
            Progress progress) {
        this.roots = List.copyOf(roots);
        this.authored = List.copyOf(authored);
        this.verification = verification;
        this.program = program;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param change the change; empty when there was nothing to change
     * @param refused code lists that were refused, each with file, line and reason: all else is brought in, and nothing is deleted while there are any, since it may be theirs
     * @param warnings what was repaired or passed over in code lists, and where
     */
    public record Outcome(Optional<LoadEntry> change, List<String> refused, List<String> warnings) {
        static final Outcome NOTHING = new Outcome(Optional.empty(), List.of(), List.of());

        public Outcome {
            refused = List.copyOf(refused);
            warnings = List.copyOf(warnings);
        }
    }

    /** What was read of the directories. */
    private record Content(List<Found.Item> items, List<String> refused, List<String> warnings) {}

    /**
     * Makes the store hold what the directories hold.
     *
     * @throws LoadingException when a file other than a code list with a descriptor cannot be used; nothing is changed
     * @throws no.normverk.store.StoreException when a load is running on the same data directory
     */
    public Outcome synchronise(ResourceStore store) {
        if (!Files.isDirectory(roots.getFirst())) {
            return Outcome.NOTHING;
        }
        List<Path> files = files();
        String digest = digest(files);
        Optional<LoadEntry> before = store.latest(LoadKind.CONTENT);
        if (program != null && before.map(LoadEntry::digest).filter(digest::equals).isPresent()) {
            return Outcome.NOTHING;
        }
        try (DataDirectory.LoadLock lock = Loader.lock(store.directory())) {
            Content content = read(files);
            return new Outcome(change(store, content, files, digest), content.refused(), content.warnings());
        }
    }

    private Optional<LoadEntry> change(ResourceStore store, Content content, List<Path> files, String digest) {
        long basedOn = store.lastChange();
        List<CurrentEntry> current = store.entries();
        LoadPlan plan = LoadPlan.of(content.items(), current, BaseTerminology.read(), LoadKind.CONTENT);
        Loader.verify(plan, verification, progress);
        Set<ResourceKey> kept = plan.resources().stream().map(NewResource::key).collect(Collectors.toSet());
        boolean whole = content.refused().isEmpty();
        List<ResourceKey> vanished = current.stream()
                .filter(entry -> whole && entry.kind() == LoadKind.CONTENT && !entry.deleted() && !kept.contains(entry.key()))
                .map(CurrentEntry::key)
                .toList();
        boolean changed = plan.added() + plan.changed() + vanished.size() > 0;
        if (!changed && (program == null || files.isEmpty() || !whole)) {
            return Optional.empty();
        }
        Load load = new Load(
                basedOn,
                LoadKind.CONTENT,
                roots.stream().map(Path::toString).collect(Collectors.joining(", ")),
                whole ? digest : incomplete(digest),
                counts(plan),
                "server start",
                plan.resources(),
                vanished,
                List.of());
        LoadEntry entry = store.commit(load, ResourceDocument::stamp);
        return changed ? Optional.of(entry) : Optional.empty();
    }

    /** Not the digest of any files, so that they are read again at the next start and what is wrong is told again. */
    private static String incomplete(String digest) {
        return Digests.sha256((digest + " incomplete").getBytes(StandardCharsets.UTF_8));
    }

    private Content read(List<Path> files) {
        progress.phase("Reading content", files.size());
        FileReading reading = new FileReading(null, Clock.systemUTC(), Progress.NONE);
        FormatDetection detection = new FormatDetection(List.of());
        List<Found.Item> items = new ArrayList<>();
        for (Path file : files) {
            if (reader(file).isEmpty() && !DescribedTable.isDescriptor(file)) {
                switch (detection.recognise(file)) {
                    case Recognition.Known(ContentFormat format) -> items.addAll(reading.read(file, format, Place.of(file.toString())).items());
                    case Recognition.Unknown(String why) ->
                        throw new LoadingException(Place.of(file.toString()), "not recognised: " + why);
                    case Recognition.Release release -> throw new IllegalStateException(release.toString());
                    case Recognition.Folder folder -> throw new IllegalStateException(folder.toString());
                }
            }
            progress.advance(1);
        }
        for (AuthoredContent content : authored) {
            for (Path root : roots) {
                items.addAll(read(content, root.resolve(content.folder())));
            }
        }
        CodeListsOfContent lists = new CodeListsOfContent(reading, verification, items);
        files.stream().filter(file -> reader(file).isEmpty() && DescribedTable.isDescriptor(file)).forEach(lists::read);
        items.addAll(lists.items());
        return new Content(items, lists.refused(), lists.warnings());
    }

    private static List<Found.Item> read(AuthoredContent content, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Place place = Place.of(folder.toString());
        try {
            return content.read(folder).stream()
                    .map(document -> new Found.Item(document, place))
                    .toList();
        } catch (AuthoringException e) {
            throw new LoadingException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new LoadingException(place, "cannot be read: " + e.getMessage());
        }
    }

    /** The files that count, in an order of their own and not the file system's. */
    private List<Path> files() {
        TreeSet<Path> files = new TreeSet<>();
        for (Path root : roots.stream().filter(Files::isDirectory).toList()) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile).filter(this::counts).forEach(files::add);
            } catch (IOException e) {
                throw new LoadingException(Place.of(root.toString()), "cannot be read: " + e.getMessage());
            }
        }
        return List.copyOf(files);
    }

    private boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return reader(file).isPresent() || name.endsWith(".json") || name.endsWith(".xml") || DescribedTable.isDescriptor(file);
    }

    private Optional<AuthoredContent> reader(Path file) {
        return authored.stream()
                .filter(content -> roots.stream().anyMatch(root -> file.startsWith(root.resolve(content.folder()))))
                .findFirst();
    }

    private static Stream<Path> withTable(Path file) {
        return DescribedTable.isDescriptor(file) ? Stream.concat(Stream.of(file), DescribedTable.existing(file).stream()) : Stream.of(file);
    }

    private String digest(List<Path> files) {
        MessageDigest digest = Digests.start();
        digest.update(String.valueOf(program).getBytes(StandardCharsets.UTF_8));
        for (Path file : files.stream().flatMap(ContentDirectory::withTable).toList()) {
            try {
                digest.update(Digests.sha256(file.toString().getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                digest.update(Digests.sha256(Files.readAllBytes(file)).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new LoadingException(Place.of(file.toString()), "cannot be read: " + e.getMessage());
            }
        }
        return Digests.hex(digest.digest());
    }

    private static String counts(LoadPlan plan) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        plan.resources().forEach(resource -> counts.merge(resource.type(), 1, Integer::sum));
        ObjectNode json = ResourceDocument.MAPPER.createObjectNode();
        counts.forEach(json::put);
        return json.toString();
    }
}
