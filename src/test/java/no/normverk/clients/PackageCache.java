package no.normverk.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.FilesystemPackageCacheManager;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * A folder of FHIR packages as HL7's tools keep it, so that they need no registry.
 *
 * <p>Profiles and value sets are in it and code systems are not: what a code means is for the terminology server to say, so that a tool with these packages has to ask it.
 */
final class PackageCache {

    static final String CORE = "hl7.fhir.r4.core#4.0.1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = Set.of("StructureDefinition", "ValueSet");
    private final Path folder;

    /** Empty, at the place in a home directory where the tools look. */
    PackageCache(Path home) throws IOException {
        folder = Files.createDirectories(home.resolve(".fhir").resolve("packages"));
        // The tools throw away everything in a folder that has no register yet: it is made first.
        new FilesystemPackageCacheManager.Builder().withCacheFolder(folder.toString()).build();
    }

    /**
     * R4's data types, and what is needed to validate instances of some resource types: their definitions and the value sets that all these bind to. Everything would take a
     * minute.
     */
    PackageCache withCore(Set<String> resourceTypes) throws IOException {
        Path contents = create(CORE);
        CoreDefinitions core = new CoreDefinitions(resourceTypes);
        for (Resource resource : core.resources()) {
            String name = String.format(Locale.ROOT, "%s-%s.json", resource.fhirType(), resource.getIdPart());
            Files.write(contents.resolve(name), new JsonParser().composeBytes(resource));
        }
        return this;
    }

    /** What is in a package file, without what it depends on. */
    PackageCache with(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            NpmPackage source = NpmPackage.fromPackage(in);
            Path contents = create(source.name() + "#" + source.version());
            for (String name : source.list("package")) {
                if (!name.endsWith(".json")) {
                    continue;
                }
                try (InputStream content = source.load("package", name)) {
                    JsonNode resource = JSON.readTree(content);
                    if (TYPES.contains(resource.path("resourceType").asText())) {
                        Files.write(contents.resolve(name), JSON.writeValueAsBytes(resource));
                    }
                }
            }
        }
        return this;
    }

    /** A package without contents, for one that a tool insists on and that says nothing about R4 instances. */
    PackageCache withEmpty(String identity) throws IOException {
        create(identity);
        return this;
    }

    private Path create(String identity) throws IOException {
        Path contents = Files.createDirectories(folder.resolve(identity).resolve("package"));
        int hash = identity.indexOf('#');
        ObjectNode description = JSON.createObjectNode()
                .put("name", identity.substring(0, hash))
                .put("version", identity.substring(hash + 1))
                .put("type", identity.equals(CORE) ? "Core" : "IG")
                .put("canonical", "http://hl7.org/fhir")
                .put("url", "http://hl7.org/fhir/R4");
        description.putArray("fhirVersions").add("4.0.1");
        Files.write(contents.resolve("package.json"), JSON.writeValueAsBytes(description));
        return contents;
    }
}
