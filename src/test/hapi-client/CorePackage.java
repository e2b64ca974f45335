import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.utilities.npm.FilesystemPackageCacheManager;

/**
 * The package {@code hl7.fhir.r4.core} in the home directory, where the validator looks when it checks in what elements an extension may stand, made of the definitions that HAPI
 * brings as a Maven artifact. The validator reads the whole package anew for every definition that it checks, so only what our extensions may stand in is there: all data types, and the resources
 * that the extensions name. Settings beside it name one package server, in this program, which knows that version: with no server to ask, the validator would ask build.fhir.org and wait a second
 * for each definition.
 */
final class CorePackage {

    private static final String NAME = "hl7.fhir.r4.core";
    private static final String VERSION = "4.0.1";
    private static final String SETTINGS = "{\"ignoreDefaultPackageServers\":true,\"servers\":[{\"type\":\"fhir-package\",\"url\":\"http://localhost:%d\",\"authenticationType\":\"none\"}]}";
    private static final String VERSIONS = "{\"versions\":{\"%2$s\":{\"name\":\"%1$s\",\"version\":\"%2$s\",\"fhirVersion\":\"R4\"}}}".formatted(NAME, VERSION);
    private static final String MANIFEST =
            """
            {"name":"%s","version":"%s","type":"Core","canonical":"http://hl7.org/fhir","url":"http://hl7.org/fhir/R4","fhirVersions":["4.0.1"]}""".formatted(NAME, VERSION);

    private CorePackage() {}

    /**
     * Writes the package.
     *
     * @param home a home directory that only this program uses
     * @param resources the resource types that extensions may stand in
     */
    static void writeTo(Path home, FhirContext r4, Set<String> resources) throws IOException {
        Path packages = home.resolve(".fhir").resolve("packages");
        Path contents = packages.resolve(NAME + "#" + VERSION).resolve("package");
        Files.createDirectories(packages);
        Files.writeString(packages.resolveSibling("fhir-settings.json"), SETTINGS.formatted(startServer()));
        // It throws away everything in a folder that has no register yet: the register is made first.
        new FilesystemPackageCacheManager.Builder().withCacheFolder(packages.toString()).build();
        Files.createDirectories(contents);
        try (var old = Files.list(contents)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        IParser parser = r4.newJsonParser();
        List<StructureDefinition> definitions = new DefaultProfileValidationSupport(r4).fetchAllStructureDefinitions();
        for (StructureDefinition definition : definitions) {
            boolean wanted = definition.getKind() != StructureDefinitionKind.RESOURCE || definition.getAbstract() || resources.contains(definition.getType());
            if (wanted && definition.getDerivation() != TypeDerivationRule.CONSTRAINT) {
                String file = "StructureDefinition-" + definition.getIdElement().getIdPart() + ".json";
                Files.writeString(contents.resolve(file), parser.encodeResourceToString(definition));
            }
        }
        Files.writeString(contents.resolve("package.json"), MANIFEST);
    }

    /** The port of a package server that knows one version of one package. */
    private static int startServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = VERSIONS.getBytes(StandardCharsets.UTF_8);
        server.createContext("/" + NAME, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        Thread thread = new Thread(server::start);
        thread.setDaemon(true);
        thread.start();
        return server.getAddress().getPort();
    }
}
