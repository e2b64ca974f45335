package no.normverk.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import no.normverk.classification.Classification;
import no.normverk.classification.ClassificationException;
import no.normverk.classification.FinnKodeReader;
import org.jspecify.annotations.Nullable;

/** Reads one file of a recognised format. */
final class FileReading {
    private final FhirReader fhir;
    private final Clock clock;
    private final Progress progress;
    private final @Nullable String version;

    /** @param version what to call the version where the file does not say */
    FileReading(@Nullable String version, Clock clock, Progress progress) {
        this.fhir = new FhirReader(progress);
        this.clock = clock;
        this.progress = progress;
        this.version = version;
    }

    Found read(Path path, ContentFormat format) {
        Place place = Place.of(path.toString());
        progress.phase("Reading " + path.getFileName(), -1);
        try {
            return switch (format) {
                case FHIR_PACKAGE, DIAGNOSEKODER_PACKAGE -> archive(path, format);
                case FHIR_JSON -> {
                    Found found = found(path, format);
                    fhir.json(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case FHIR_NDJSON -> {
                    Found found = found(path, format);
                    fhir.ndjson(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case FHIR_XML -> {
                    Found found = found(path, format);
                    fhir.xml(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case DIAGNOSEKODER_LIST -> {
                    String stated = version != null ? version : versionOfPackageAround(path).orElseThrow(() -> noVersion(place));
                    yield classification(path, format, PackageArchive.diagnosekoder(Files.readAllBytes(path), stated, place));
                }
                case FINNKODE -> classification(path, format, finnKode(path, place));
            };
        } catch (IOException e) {
            throw new LoadingException(place, "cannot be read: " + e.getMessage());
        }
    }

    private Found archive(Path path, ContentFormat format) throws IOException {
        PackageArchive archive = PackageArchive.open(path);
        if (format == ContentFormat.DIAGNOSEKODER_PACKAGE) {
            return archive.readDiagnosekoder();
        }
        Found found = new Found(path.toString(), format.description() + " " + archive.identity());
        archive.readFhir(found, progress);
        return found;
    }

    private Classification finnKode(Path path, Place place) throws IOException {
        if (version == null) {
            throw noVersion(place);
        }
        try {
            return new FinnKodeReader(version, LocalDate.now(clock)).read(Files.readAllBytes(path));
        } catch (ClassificationException e) {
            throw new LoadingException(place.at(e.line(), e.column()), String.valueOf(e.getMessage()));
        }
    }

    private static LoadingException noVersion(Place place) {
        return new LoadingException(
                place, "the file does not say which version of the code system it holds; tell it with --version, for example "
                        + "--version 2026");
    }

    /** A list taken out of the npm package, or lying where npm put it, has the package's version. */
    private static Optional<String> versionOfPackageAround(Path path) {
        return Stream.of(path.resolveSibling("package.json"), path.resolveSibling("../package.json"))
                .filter(Files::isRegularFile)
                .map(FileReading::manifest)
                .filter(json -> json.path("name").asText().equals(PackageArchive.DIAGNOSEKODER))
                .map(json -> json.path("version").asText())
                .findFirst();
    }

    private static JsonNode manifest(Path path) {
        try {
            return FhirReader.tree(Files.readAllBytes(path), Place.of(path.toString()));
        } catch (IOException e) {
            throw new LoadingException(Place.of(path.toString()), "cannot be read: " + e.getMessage());
        }
    }

    private static Found classification(Path path, ContentFormat format, Classification classification) {
        String size = classification.concepts().size() + " codes";
        Found found = new Found(path.toString(), format.description() + ", " + size);
        found.add(ClassificationDocument.of(classification), Place.of(path.toString()));
        return found;
    }

    private static Found found(Path path, ContentFormat format) {
        return new Found(path.toString(), format.description());
    }
}
