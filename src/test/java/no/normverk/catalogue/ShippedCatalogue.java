package no.normverk.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import no.normverk.fhir.catalogue.ActorTypesReader;

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

    /** The kinds of organisation, as the server reads them. */
    public static ActorTypes actors() {
        try {
            return ActorTypes.of(ActorTypesReader.read(new ObjectMapper().readTree(PROFILES.resolve("CodeSystem-aktor.json").toFile())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
