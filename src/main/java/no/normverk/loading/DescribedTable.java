package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import no.normverk.classification.ClassificationException;
import no.normverk.classification.TableDescription;

/** A code list or a map as a table with a descriptor beside it: which file is the table. */
final class DescribedTable {
    /** How the names of descriptors end, for people: YAML could be anything. */
    static final String DESCRIPTORS = "NAME.codesystem.yaml, and a map NAME.conceptmap.yaml";

    private static final Map<String, ContentFormat> FORMATS =
            Map.of(".codesystem.yaml", ContentFormat.CSV_CODE_SYSTEM, ".conceptmap.yaml", ContentFormat.CSV_CONCEPT_MAP);

    private DescribedTable() {}

    static boolean isDescriptor(Path file) {
        return ending(file).isPresent();
    }

    /** What a descriptor's table gives. */
    static ContentFormat format(Path descriptor) {
        return ending(descriptor).map(FORMATS::get).orElseThrow(() -> new IllegalArgumentException(descriptor.toString()));
    }

    private static Optional<String> ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return FORMATS.keySet().stream().filter(name::endsWith).findFirst();
    }

    /**
     * The table that a descriptor names, or the one with the descriptor's own name; whether it is there or not.
     *
     * @throws ClassificationException when the descriptor cannot be read
     */
    static Path of(Path descriptor) throws IOException, ClassificationException {
        String named = TableDescription.fileOf(Files.readAllBytes(descriptor));
        String own = String.valueOf(descriptor.getFileName());
        int ending = ending(descriptor).map(String::length).orElse(0);
        return descriptor.resolveSibling(named != null ? named : own.substring(0, own.length() - ending) + ".csv");
    }

    /** The table of a descriptor where both can be read. */
    static Optional<Path> existing(Path descriptor) {
        try {
            return Optional.of(of(descriptor)).filter(Files::isRegularFile);
        } catch (IOException | ClassificationException e) {
            return Optional.empty();
        }
    }
}
