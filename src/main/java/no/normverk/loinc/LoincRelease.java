package no.normverk.loinc;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.terminology.CodeSystemVersion;
import org.jspecify.annotations.Nullable;

/**
 * Reads a LOINC release in the layout in which Regenstrief publishes it ({@code LoincTable/Loinc.csv}, {@code AccessoryFiles/...}), a zip archive or a directory.
 *
 * <p>Terms, parts (LP), answer lists (LL) and answers (LA) are concepts. The hierarchy is that of components by system.
 */
public final class LoincRelease {

    public static final String URL = "http://loinc.org";

    private LoincRelease() {}

    /** Whether a zip archive or directory is a LOINC release. */
    public static boolean isRelease(Path path) throws IOException {
        return inside(path, directory -> LoincFiles.find(directory).isPresent());
    }

    /**
     * Reads a release.
     *
     * @param version the release's number, such as {@code 2.82}; {@code null}: the newest that the table of terms mentions
     * @throws FileNotFoundException when there is no release in it
     */
    public static CodeSystemVersion read(Path path, @Nullable String version) throws IOException {
        return inside(path, directory -> new LoincReader(files(path, directory), version).read());
    }

    /**
     * Copies the files that {@link #read} needs to a new directory.
     *
     * @return the number of files
     */
    public static int copy(Path path, Path target) throws IOException {
        return inside(path, directory -> {
            LoincFiles files = files(path, directory);
            List<String> present = files.present();
            for (String file : present) {
                Path copy = target.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(files.root().resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return present.size();
        });
    }

    private static LoincFiles files(Path path, Path directory) throws IOException {
        Optional<LoincFiles> files = LoincFiles.find(directory);
        return files.orElseThrow(() -> new FileNotFoundException(path + " has no " + LoincFiles.TERMS));
    }

    private interface Work<T> {
        T on(Path directory) throws IOException;
    }

    private static <T> T inside(Path path, Work<T> work) throws IOException {
        if (Files.isDirectory(path)) {
            return work.on(path);
        }
        try (FileSystem archive = FileSystems.newFileSystem(path)) {
            List<Path> roots = new ArrayList<>();
            archive.getRootDirectories().forEach(roots::add);
            return work.on(roots.getFirst());
        }
    }
}
