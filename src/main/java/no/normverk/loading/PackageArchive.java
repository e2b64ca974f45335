package no.normverk.loading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.classification.Classification;
import no.normverk.classification.ClassificationException;
import no.normverk.classification.DiagnosekoderReader;
import no.normverk.store.ServedTypes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A {@code .tgz} as npm and the FHIR package registries make it: everything below {@code package/}, with a {@code package.json}
 * (FHIR NPM Package Specification). Held in memory, since such packages are small.
 */
final class PackageArchive {
    static final String DIAGNOSEKODER = "@navikt/diagnosekoder";

    private final Place place;
    private final List<Entry> entries;
    private final Optional<JsonNode> manifest;

    private record Entry(String name, byte[] bytes) {}

    private PackageArchive(Place place, List<Entry> entries) {
        this.place = place;
        this.entries = entries;
        this.manifest = entries.stream()
                .filter(entry -> entry.name().equals("package/package.json"))
                .findFirst()
                .map(entry -> FhirReader.tree(entry.bytes(), place.in(entry.name())));
    }

    /** @throws LoadingException when it cannot be unpacked */
    static PackageArchive open(Path path) throws IOException {
        Place place = Place.of(path.toString());
        List<Entry> entries = new ArrayList<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        GzipCompressorInputStream.builder().setInputStream(file).setDecompressConcatenated(true).get())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                    entries.add(new Entry(name, name.endsWith(".json") ? tar.readAllBytes() : new byte[0]));
                }
            }
        } catch (IOException e) {
            String last = entries.isEmpty() ? "" : " (after the entry " + entries.getLast().name() + ")";
            String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new LoadingException(
                    place, "a damaged archive, or gzip-compressed but no tar archive" + last + ": " + reason);
        }
        return new PackageArchive(place, entries);
    }

    Recognition recognise() {
        if (manifest.isEmpty()) {
            return new Recognition.Unknown("a .tgz archive without package/package.json, so neither a FHIR package nor an npm "
                    + "package");
        }
        JsonNode json = manifest.get();
        if (json.path("name").asText().equals(DIAGNOSEKODER)) {
            return new Recognition.Known(ContentFormat.DIAGNOSEKODER_PACKAGE);
        }
        if (fhirVersions(json).isEmpty()) {
            return new Recognition.Unknown("the npm package " + json.path("name").asText("without name")
                    + ", which is no FHIR package (its package.json names no fhirVersions) and not " + DIAGNOSEKODER);
        }
        return new Recognition.Known(ContentFormat.FHIR_PACKAGE);
    }

    /** Name and version as the package states them. */
    String identity() {
        return manifest.map(json -> json.path("name").asText() + " " + json.path("version").asText()).orElse("");
    }

    /** The resources of a FHIR package: the JSON files right below {@code package/}. */
    void readFhir(Found into, Progress progress) {
        List<String> versions = manifest.map(PackageArchive::fhirVersions).orElse(List.of());
        if (versions.stream().noneMatch(version -> version.startsWith("4.0"))) {
            throw new LoadingException(
                    place, "the package " + identity() + " is for FHIR " + String.join(", ", versions)
                            + "; this server takes R4 (4.0.1)");
        }
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            String name = entry.name().substring(entry.name().indexOf('/') + 1);
            if (!entry.name().startsWith("package/") || name.contains("/")) {
                into.leaveOut("in " + entry.name().substring(0, entry.name().lastIndexOf('/') + 1));
            } else if (name.endsWith(".json") && !name.equals("package.json") && !name.equals(".index.json")) {
                readResource(entry, ids, into);
                progress.advance(1);
            }
        }
    }

    private void readResource(Entry entry, Set<String> ids, Found into) {
        Place here = place.in(entry.name());
        if (!(FhirReader.tree(entry.bytes(), here) instanceof ObjectNode json) || !json.path("resourceType").isTextual()) {
            into.leaveOut("JSON file that is no resource");
            return;
        }
        String type = json.path("resourceType").textValue();
        if (!ServedTypes.ALL.contains(type)) {
            into.leaveOut(type + " (a type that is not kept)");
            return;
        }
        String id = json.path("id").asText("");
        if (!id.isEmpty() && !ids.add(type + "/" + id)) {
            throw new LoadingException(here, "the package holds " + type + "/" + id + " twice");
        }
        into.add(FhirReader.checked(json, here), here);
    }

    /** The two code lists of NAV's package. */
    Found readDiagnosekoder() {
        String version = manifest.map(json -> json.path("version").asText()).orElse("");
        Map<Place, Classification> lists = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.name().endsWith("/ICD10.json") || entry.name().endsWith("/ICPC2.json")) {
                Place here = place.in(entry.name());
                lists.put(here, diagnosekoder(entry.bytes(), version, here));
            }
        }
        if (lists.isEmpty()) {
            throw new LoadingException(place, "the package holds neither ICD10.json nor ICPC2.json");
        }
        String sizes = lists.values().stream()
                .map(list -> list.concepts().size() + " codes")
                .collect(Collectors.joining(" and "));
        Found found = new Found(place.file(), "npm package " + identity() + ", " + sizes);
        lists.forEach((here, list) -> found.add(ClassificationDocument.of(list), here));
        return found;
    }

    static Classification diagnosekoder(byte[] json, String version, Place place) {
        try {
            return DiagnosekoderReader.read(json, version);
        } catch (ClassificationException e) {
            throw new LoadingException(place.at(e.line(), e.column()), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> fhirVersions(JsonNode manifest) {
        List<String> versions = new ArrayList<>();
        manifest.path("fhirVersions").forEach(version -> versions.add(version.asText()));
        manifest.path("fhir-version-list").forEach(version -> versions.add(version.asText()));
        return versions;
    }
}
