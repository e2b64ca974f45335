package no.normverk.loading;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Reads the files of a load. A file is what its content says; a folder or zip archive that is no release as a whole gives every file in it that is recognised, and the rest is told about.
 */
final class Intake {
    /** An archive in an archive is opened, and no deeper. */
    private static final int DEEPEST = 2;

    /** So many files are named when none of a folder is recognised. */
    private static final int LISTED = 10;

    private final FormatDetection detection;
    private final FileReading reading;
    private final List<Found> found = new ArrayList<>();
    private final Map<EditionFormat, List<Path>> releases = new LinkedHashMap<>();
    private final List<FileSummary> rest = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /**
     * Everything that was read, before anything is done with it.
     *
     * @param found files that were read
     * @param releases what is to be compiled
     * @param rest of each folder and archive, what was not recognised
     */
    record Reading(List<Found> found, Map<EditionFormat, List<Path>> releases, List<FileSummary> rest) {
        List<Found.Item> items() {
            return found.stream().flatMap(one -> one.items().stream()).toList();
        }
    }

    Intake(FormatDetection detection, FileReading reading) {
        this.detection = detection;
        this.reading = reading;
    }

    /** @throws LoadingException when a file, or everything in a folder, is not recognised, or a recognised file is refused */
    Reading read(List<Path> files) {
        // All are recognised before the first is read: what is named wrongly should not cost the time of reading the others.
        Map<Path, Recognition> recognitions = new LinkedHashMap<>();
        for (Path file : files) {
            Recognition recognition = detection.recognise(file);
            recognitions.put(file, recognition);
            if (recognition instanceof Recognition.Unknown(String why)) {
                unknown.add(file + ": not recognised: " + why);
            }
        }
        refuseUnknown();
        recognitions.forEach((file, recognition) -> take(file, Place.of(file.toString()), recognition, 0));
        refuseUnknown();
        found.forEach(Intake::refuseEmpty);
        return new Reading(found, releases, rest);
    }

    private void refuseUnknown() {
        if (!unknown.isEmpty()) {
            throw new LoadingException(String.join("\n", unknown));
        }
    }

    private void take(Path file, Place place, Recognition recognition, int depth) {
        switch (recognition) {
            case Recognition.Known(ContentFormat format) -> found.add(reading.read(file, format, place));
            case Recognition.Release(EditionFormat format) -> releases.computeIfAbsent(format, none -> new ArrayList<>()).add(file);
            case Recognition.Folder folder ->
                unpack(file, place, depth).ifPresent(why -> unknown.add(place + ": not recognised: " + why));
            case Recognition.Unknown none -> throw new IllegalStateException(none.why());
        }
    }

    /** Takes what is in a folder or archive; when that is nothing, why. */
    private Optional<String> unpack(Path path, Place place, int depth) {
        try {
            if (Files.isDirectory(path)) {
                return walk(path, place, depth);
            }
            try (FileSystem archive = FileSystems.newFileSystem(path)) {
                return walk(archive.getRootDirectories().iterator().next(), place, depth + 1);
            }
        } catch (ProviderNotFoundException | ZipException e) {
            return Optional.of("a damaged zip archive (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new LoadingException(place, "cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> walk(Path folder, Place place, int depth) throws IOException {
        int before = taken();
        List<String> passedOver = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> !isHidden(folder.relativize(file))).sorted().toList();
        }
        // Descriptors first: what they describe is read with them.
        List<Path> ordered = Stream.concat(files.stream().filter(DescribedTable::isDescriptor), files.stream().filter(file -> !DescribedTable.isDescriptor(file))).toList();
        for (Path file : ordered) {
            if (reading.isTable(file)) {
                continue;
            }
            String name = folder.relativize(file).toString();
            Place here = file.getFileSystem() == FileSystems.getDefault() ? Place.of(file.toString()) : place.in(name);
            one(file, here, depth).ifPresent(why -> passedOver.add(name + ": " + why));
        }
        if (taken() == before) {
            String what = folder.getFileSystem() == FileSystems.getDefault() ? "a folder" : "a zip archive";
            return Optional.of(what + " in which no release was found (" + detection.releases() + ") and no other file that can be loaded"
                    + passedOver.stream().limit(LISTED).map(line -> "\n  " + line).reduce("", String::concat));
        }
        if (!passedOver.isEmpty()) {
            TreeMap<String, Integer> leftOut = new TreeMap<>(Map.of("not recognised", passedOver.size()));
            rest.add(new FileSummary(place.toString(), "other files", new TreeMap<>(), leftOut, List.of(), List.of(), passedOver));
        }
        return Optional.empty();
    }

    private int taken() {
        return found.size() + releases.values().stream().mapToInt(List::size).sum();
    }

    /** Takes one file of a folder; when it is nothing to take, why. What lies beside content is no reason to refuse the folder. */
    private Optional<String> one(Path file, Place place, int depth) {
        Recognition recognition = detection.recognise(file);
        switch (recognition) {
            case Recognition.Unknown(String why) -> {
                return Optional.of(why);
            }
            case Recognition.Folder folder -> {
                return depth >= DEEPEST
                        ? Optional.of("an archive in an archive in an archive")
                        : unpack(file, place, depth).map(why -> why.lines().findFirst().orElse(why));
            }
            default -> take(file, place, recognition, depth);
        }
        if (!found.isEmpty() && found.getLast().items().isEmpty()) {
            return Optional.of("left out: " + found.removeLast().summary().leftOut().keySet());
        }
        return Optional.empty();
    }

    private static boolean isHidden(Path inside) {
        for (Path part : inside) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static void refuseEmpty(Found one) {
        if (one.items().isEmpty()) {
            FileSummary summary = one.summary();
            throw new LoadingException(
                    Place.of(summary.file()), summary.description() + " with nothing in it to load; left out: " + summary.leftOut());
        }
    }
}
