package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.normverk.classification.ClassificationException;
import no.normverk.classification.CsvCodeSystemReader;

/** A code list as a table with a descriptor beside it: which file is the table. */
final class DescribedTable {
    /** How the name of a descriptor ends: YAML could be anything. */
    static final String DESCRIPTOR = ".codesystem.yaml";

    private DescribedTable() {}

    static boolean isDescriptor(Path file) {
        return String.valueOf(file.getFileName()).endsWith(DESCRIPTOR);
    }

    /**
     * The table that a descriptor names, or the one with the descriptor's own name; whether it is there or not.
     *
     * @throws ClassificationException when the descriptor cannot be read
     */
    static Path of(Path descriptor) throws IOException, ClassificationException {
        String named = CsvCodeSystemReader.fileOf(Files.readAllBytes(descriptor));
        String own = String.valueOf(descriptor.getFileName());
        return descriptor.resolveSibling(named != null ? named : own.substring(0, own.length() - DESCRIPTOR.length()) + ".csv");
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
