package no.normverk.fhir.base;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.NewResource;
import no.normverk.store.StoredResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes the file that {@link BaseTerminology} reads. Runs once in a build, since parsing these 13 MB of XML takes seconds and a
 * server should start in less.
 */
final class BaseTerminologyCompiler {
    private static final List<String> BUNDLES = List.of("valuesets.xml", "v2-tables.xml", "v3-codesystems.xml");

    /** When FHIR 4.0.1 was published; for the few resources that do not say. */
    private static final Instant R4 = Instant.parse("2019-10-31T22:29:23.356Z");

    private BaseTerminologyCompiler() {}

    /** @param arguments the directory of the compiled classes */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "no", "normverk", "fhir", "base", BaseTerminology.FILE);
        if (isUpToDate(file)) {
            return;
        }
        Map<String, StoredResource> resources = new TreeMap<>(Comparator.naturalOrder());
        for (String bundle : BUNDLES) {
            read(bundle, resources);
        }
        Files.createDirectories(file.resolveSibling("."));
        Path unfinished = file.resolveSibling(BaseTerminology.FILE + ".part");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(unfinished))) {
            BaseTerminology.write(List.copyOf(resources.values()), out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        System.out.println("Base terminology: " + resources.size() + " resources, " + Files.size(file) + " bytes");
    }

    private static boolean isUpToDate(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() == BaseTerminology.FORMAT;
        }
    }

    private static void read(String bundleName, Map<String, StoredResource> into) throws IOException {
        FhirContext context = FhirContext.forR4Cached();
        IParser json = context.newJsonParser();
        try (InputStream in =
                BaseTerminologyCompiler.class.getResourceAsStream("/org/hl7/fhir/r4/model/valueset/" + bundleName)) {
            if (in == null) {
                throw new IOException("Not on the classpath: " + bundleName);
            }
            Bundle bundle = context.newXmlParser()
                    .parseResource(Bundle.class, new InputStreamReader(in, StandardCharsets.UTF_8));
            for (BundleEntryComponent entry : bundle.getEntry()) {
                StoredResource resource = compile(entry.getResource(), json);
                into.putIfAbsent(resource.type() + "/" + resource.id(), resource);
            }
        }
    }

    private static StoredResource compile(Resource resource, IParser parser) throws IOException {
        Instant lastUpdated = resource.getMeta().hasLastUpdated()
                ? resource.getMeta().getLastUpdated().toInstant()
                : R4;
        ObjectNode tree = (ObjectNode) ResourceDocument.MAPPER.readTree(parser.encodeResourceToString(resource));
        NewResource plain = ResourceDocument.of(tree).withoutNarrative().toNewResource();
        return new StoredResource(
                plain.type(),
                plain.id(),
                1,
                lastUpdated,
                plain.url(),
                plain.version(),
                plain.status(),
                plain.date(),
                plain.name(),
                plain.title(),
                ResourceDocument.stamp(plain.json(), 1, lastUpdated));
    }
}
