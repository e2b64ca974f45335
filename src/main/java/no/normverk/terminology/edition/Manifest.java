package no.normverk.terminology.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an edition says of itself ({@code manifest.json}).
 *
 * @param formatVersion version of the stored form, {@link #FORMAT_VERSION} when written by this program
 * @param kind who can read the columns, such as {@code snomed}
 * @param system canonical URL of the code system
 * @param version its version
 * @param counts how many of each kind of component, for people and for checks
 * @param columnsSize length of the column file in bytes
 * @param columnsSha256 SHA-256 of the column file, hexadecimal
 * @param createdBy program and version that wrote it
 */
public record Manifest(
        int formatVersion,
        String kind,
        String system,
        String version,
        Map<String, Long> counts,
        long columnsSize,
        String columnsSha256,
        String createdBy) {

    /** The version of the stored form that this program writes and reads. */
    public static final int FORMAT_VERSION = 1;

    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Manifest {
        counts = Map.copyOf(counts);
    }

    /**
     * Reads the manifest of an edition.
     *
     * @throws EditionException when there is none, or it is unreadable or of another format version
     */
    public static Manifest read(Path edition) throws IOException {
        Path file = edition.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new EditionException(edition + " is not an edition: it has no " + FILE);
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            int version = json.path("formatVersion").asInt(-1);
            if (version != FORMAT_VERSION) {
                throw new EditionException(otherVersion(file, version));
            }
            return JSON.treeToValue(json, Manifest.class);
        } catch (JsonProcessingException failure) {
            throw new EditionException(file + " cannot be read: " + failure.getOriginalMessage(), failure);
        }
    }

    void write(Path edition) throws IOException {
        JSON.writeValue(edition.resolve(FILE).toFile(), this);
    }

    static String otherVersion(Path file, int version) {
        return file + " has format version " + version + ", this program reads version " + FORMAT_VERSION
                + ": load the release files again";
    }
}
