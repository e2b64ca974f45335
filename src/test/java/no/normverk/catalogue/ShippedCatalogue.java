package no.normverk.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The catalogue and vocabularies that ship with the server, as every test reads them. */
public final class ShippedCatalogue {

    public static final Path FOLDER = Path.of("terminology", "catalogue");
    public static final Path PROFILES = Path.of("profiles");

    private ShippedCatalogue() {}

    public static Vocabularies vocabularies() {
        try {
            return Vocabularies.read(PROFILES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Catalogue read() {
        try {
            return new CatalogueReader(vocabularies()).read(FOLDER);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
