package no.normverk.terminology.edition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writing an edition so that it is there whole or not at all. */
public final class EditionDirectory {

    private static final String COLUMNS = "columns.nvc";

    private EditionDirectory() {}

    /** What an edition is, apart from its columns. */
    public record Description(String kind, String system, String version, Map<String, Long> counts) {}

    /** Writes the columns and tells what they are. */
    @FunctionalInterface
    public interface Content {
        Description write(ColumnWriter columns) throws IOException;
    }

    /** Opens the freshly written edition as its readers will, and throws when it is not what was meant. */
    @FunctionalInterface
    public interface Check {
        void check(Path edition) throws IOException;
    }

    /** The column file of an edition. */
    public static Path columns(Path edition) {
        return edition.resolve(COLUMNS);
    }

    /**
     * Writes, checks and publishes an edition.
     *
     * @param target a directory that does not exist yet
     * @throws FileAlreadyExistsException when it does
     */
    public static Manifest create(Path target, Content content, Check check) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path parent = absolute.resolveSibling("");
        Files.createDirectories(parent);
        Path building = Files.createTempDirectory(parent, "." + absolute.getFileName() + ".");
        try {
            Description description;
            try (ColumnWriter columns = new ColumnWriter(columns(building))) {
                description = content.write(columns);
                columns.finish();
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT_VERSION,
                    description.kind(),
                    description.system(),
                    description.version(),
                    description.counts(),
                    Files.size(columns(building)),
                    sha256(columns(building)),
                    "Normverk");
            manifest.write(building);
            check.check(building);
            force(building.resolve(Manifest.FILE));
            force(building);
            Files.move(building, absolute, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
            return manifest;
        } catch (IOException | RuntimeException | Error failure) {
            delete(building);
            throw failure;
        }
    }

    /**
     * Opens the columns of an edition after its manifest.
     *
     * @throws EditionException when the edition is damaged
     */
    public static ColumnFile open(Path edition, Manifest manifest) throws IOException {
        Path file = columns(edition);
        if (!Files.isRegularFile(file) || Files.size(file) != manifest.columnsSize()) {
            throw new EditionException(file + " is missing or not as long as the manifest says");
        }
        return ColumnFile.open(file);
    }

    /** Reads the whole column file and compares its digest with the manifest's: for editions that came over a network. */
    public static void verify(Path edition) throws IOException {
        Manifest manifest = Manifest.read(edition);
        if (!sha256(columns(edition)).equals(manifest.columnsSha256())) {
            throw new EditionException(columns(edition) + " does not have the SHA-256 that the manifest says");
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 18];
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                while (in.read(buffer) >= 0) {
                    continue;
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes a directory and what is in it. */
    public static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
