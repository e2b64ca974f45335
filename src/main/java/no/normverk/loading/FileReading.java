package no.normverk.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.classification.AdministrativeCodeListReader;
import no.normverk.classification.Classification;
import no.normverk.classification.ClamlReader;
import no.normverk.classification.ClassificationException;
import no.normverk.classification.ClassificationMap;
import no.normverk.classification.CsvCodeSystemReader;
import no.normverk.classification.CsvMapReader;
import no.normverk.classification.FileFacts;
import no.normverk.classification.FinnKodeReader;
import no.normverk.classification.Icd11MapReader;
import no.normverk.classification.Icd11TabulationReader;
import no.normverk.classification.NlkReader;
import no.normverk.classification.TableException;
import org.jspecify.annotations.Nullable;

/** Reads one file of a recognised format. */
final class FileReading {
    private static final Pattern NLK_EDITION = Pattern.compile("7280\\.\\d+");

    private final FhirReader fhir;
    private final Set<Path> tables = new HashSet<>();
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

    /**
     * Reads a file.
     *
     * @param place how to name it to people: inside a zip archive its path alone says too little
     */
    Found read(Path path, ContentFormat format, Place place) {
        progress.phase("Reading " + path.getFileName(), -1);
        try {
            return switch (format) {
                case FHIR_PACKAGE, DIAGNOSEKODER_PACKAGE -> archive(path, format);
                case FHIR_JSON -> {
                    Found found = found(place, format);
                    fhir.json(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case FHIR_NDJSON -> {
                    Found found = found(place, format);
                    fhir.ndjson(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case FHIR_XML -> {
                    Found found = found(place, format);
                    fhir.xml(Files.readAllBytes(path), place, found);
                    yield found;
                }
                case DIAGNOSEKODER_LIST -> {
                    String stated = version != null ? version : versionOfPackageAround(path).orElseThrow(() -> noVersion(place));
                    yield classification(place, format, PackageArchive.diagnosekoder(Files.readAllBytes(path), stated, place));
                }
                case FINNKODE -> classification(place, format, finnKode(path, place));
                case ADMINISTRATIVE_CODE_LIST ->
                    classification(place, format, new AdministrativeCodeListReader(version, LocalDate.now(clock)).read(Files.readAllBytes(path)));
                case ICD_11_TABULATION ->
                    classification(place, format, Icd11TabulationReader.read(Files.readAllBytes(path), version));
                case NLK -> classification(place, format, NlkReader.read(Files.readAllBytes(path), nlkVersion(path, place), LocalDate.now(clock)));
                case CSV_CODE_SYSTEM, CSV_CONCEPT_MAP -> described(path, place, format);
                case CLAML -> classification(place, format, ClamlReader.read(Files.readAllBytes(path), version));
                case ICD_11_MAP -> map(place, format, Icd11MapReader.read(Files.readAllBytes(path), version, String.valueOf(path.getFileName())));
            };
        } catch (ClassificationException e) {
            throw new LoadingException(place.at(e.line(), e.column()), String.valueOf(e.getMessage()));
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

    private Classification finnKode(Path path, Place place) throws IOException, ClassificationException {
        if (version == null) {
            throw noVersion(place);
        }
        return new FinnKodeReader(version, LocalDate.now(clock)).read(Files.readAllBytes(path));
    }

    private Found described(Path path, Place place, ContentFormat format) throws IOException, ClassificationException {
        byte[] descriptor = Files.readAllBytes(path);
        Path table = DescribedTable.of(path);
        if (!Files.isRegularFile(table) || !table.normalize().startsWith(path.resolveSibling("").normalize())) {
            throw new LoadingException(place, "the table " + table.getFileName() + " is not beside the descriptor");
        }
        tables.add(table.toAbsolutePath().normalize());
        Place tablePlace = Place.of(table.toString());
        try {
            if (format == ContentFormat.CSV_CONCEPT_MAP) {
                return map(tablePlace, format, CsvMapReader.read(descriptor, Files.readAllBytes(table)));
            }
            CsvCodeSystemReader.Content content = CsvCodeSystemReader.read(descriptor, Files.readAllBytes(table), LocalDate.now(clock));
            Found found = classification(tablePlace, format, content.codeSystem());
            content.maps().forEach(map -> found.add(ClassificationMapDocument.of(map), tablePlace));
            return found;
        } catch (TableException e) {
            throw new LoadingException(tablePlace.at(e.refusal().line(), e.refusal().column()), String.valueOf(e.getMessage()));
        }
    }

    /** Whether a file was read as the table of a descriptor. */
    boolean isTable(Path file) {
        return tables.contains(file.toAbsolutePath().normalize());
    }

    /** The publisher states the edition in the name of the file and nowhere else: {@code Norsk_laboratoriekodeverk_7280.61.csv}. */
    private String nlkVersion(Path path, Place place) {
        Matcher named = NLK_EDITION.matcher(String.valueOf(path.getFileName()));
        if (version == null && !named.find()) {
            throw noVersion(place);
        }
        return version != null ? version : named.group();
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

    private static Found classification(Place place, ContentFormat format, Classification classification) {
        FileFacts facts = classification.facts();
        String size = facts.counts().isEmpty() ? classification.concepts().size() + " codes" : numbers(facts);
        Found found = new Found(place.toString(), format.description() + ", " + size);
        found.add(ClassificationDocument.of(classification), place);
        warn(facts, found, place);
        return found;
    }

    private static Found map(Place place, ContentFormat format, ClassificationMap map) {
        Found found = new Found(place.toString(), format.description() + ", " + numbers(map.facts()));
        found.add(ClassificationMapDocument.of(map), place);
        warn(map.facts(), found, place);
        return found;
    }

    private static String numbers(FileFacts facts) {
        return facts.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void warn(FileFacts facts, Found found, Place place) {
        facts.remarks().forEach(remark -> found.warn(remark.text(), place.at(remark.line(), remark.column())));
    }

    private static Found found(Place place, ContentFormat format) {
        return new Found(place.toString(), format.description());
    }
}
