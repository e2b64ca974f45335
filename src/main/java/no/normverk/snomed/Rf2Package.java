package no.normverk.snomed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A release package: a folder, a zip, or a zip of zips (one level). Lists the release files to read, a snapshot rather than the
 * full history where both are there, and what was left out and why.
 */
public final class Rf2Package implements Closeable {

    private final List<Rf2File> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<ZipFile> zips = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();

    private Rf2Package() {}

    /**
     * Looks through a package; no rows are read.
     *
     * @throws IOException when there is nothing at the path or it is neither a folder nor a zip
     */
    public static Rf2Package open(Path path) throws IOException {
        Rf2Package opened = new Rf2Package();
        try {
            if (Files.isDirectory(path)) {
                opened.listFolder(path);
            } else if (Files.isRegularFile(path)) {
                opened.listZip(path, path.getFileName().toString(), true);
            } else {
                throw new IOException(path + " does not exist");
            }
            opened.choose();
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    private void listFolder(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : paths) {
            String name = folder.getFileName() + "/" + folder.relativize(path).toString().replace('\\', '/');
            if (isZip(name)) {
                listZip(path, name, false);
            } else {
                add(name, Files.size(path), () -> Files.newInputStream(path));
            }
        }
    }

    private void listZip(Path path, String name, boolean nested) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException failure) {
            throw new IOException(path + " is neither a folder nor a zip: " + failure.getMessage(), failure);
        }
        zips.add(zip);
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            String entryName = name + "/" + entry.getName();
            if (nested && isZip(entryName)) {
                Path inner = Files.createTempFile("normverk-rf2", ".zip");
                unpacked.add(inner);
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, inner, StandardCopyOption.REPLACE_EXISTING);
                }
                listZip(inner, entryName, false);
            } else {
                add(entryName, entry.getSize(), () -> zip.getInputStream(entry));
            }
        }
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private void add(String path, long bytes, Rf2File.Source source) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.contains("__MACOSX/") || name.startsWith(".")) {
            return;
        }
        Optional<Rf2FileName> parsed = Rf2FileName.parse(name);
        if (parsed.isEmpty()) {
            boolean document = !name.endsWith(".txt") || name.toLowerCase(Locale.ROOT).startsWith("readme");
            if (document) {
                notes.add(path + " is not a release file");
            } else {
                unknown.add(path + " is not a known release file; ignored");
            }
            return;
        }
        files.add(new Rf2File(path, parsed.get(), bytes, source));
    }

    private void choose() {
        Map<String, Rf2File> chosen = new LinkedHashMap<>();
        for (Rf2File file : files) {
            if (file.name().release() == Rf2FileName.Release.DELTA) {
                notes.add(file.path() + " is a delta; ignored");
            } else if (file.name().kind() == Rf2FileName.Kind.STATED_RELATIONSHIP) {
                notes.add(file.path() + " holds stated relationships; ignored, the inferred ones are read");
            } else if (file.name().kind() == Rf2FileName.Kind.IDENTIFIER && file.bytes() == 0) {
                notes.add(file.path() + " is empty: there are no alternate identifiers");
            } else {
                chosen.merge(file.name().series(), file, Rf2Package::better);
            }
        }
        for (Rf2File file : files) {
            Rf2File winner = chosen.get(file.name().series());
            if (winner != null && winner != file && file.name().release() == Rf2FileName.Release.FULL) {
                notes.add(file.path() + " is a full history; ignored, the snapshot is read");
            }
        }
        Collection<Rf2File> kept = chosen.values();
        files.retainAll(kept);
    }

    private static Rf2File better(Rf2File one, Rf2File other) {
        return other.name().release() == Rf2FileName.Release.SNAPSHOT ? other : one;
    }

    /** The files to read. */
    List<Rf2File> files() {
        return List.copyOf(files);
    }

    /** Whether there is any release file to read. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** What was left out as it should be, such as deltas and documents. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Files that look like release files and are not known. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
        for (Path path : unpacked) {
            Files.deleteIfExists(path);
        }
    }
}
