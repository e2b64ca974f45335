import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.utilities.npm.FilesystemPackageCacheManager;

/**
 * The package {@code hl7.fhir.r4.core} in the home directory, where the validator looks when it checks in what elements an extension may stand, made of the definitions that HAPI
 * brings as a Maven artifact. Settings beside it say that there is no package server to ask.
 */
final class CorePackage {

    private static final String SETTINGS = "{\"packageManagement\":{\"ignoreDefaultServers\":true,\"servers\":[]}}";
    private static final String MANIFEST =
            """
            {"name":"hl7.fhir.r4.core","version":"4.0.1","type":"Core","canonical":"http://hl7.org/fhir","url":"http://hl7.org/fhir/R4","fhirVersions":["4.0.1"]}""";

    private CorePackage() {}

    static void writeTo(Path home, FhirContext r4) throws IOException {
        Path packages = home.resolve(".fhir").resolve("packages");
        Path contents = packages.resolve("hl7.fhir.r4.core#4.0.1").resolve("package");
        if (Files.exists(contents.resolve("package.json"))) {
            return;
        }
        Files.createDirectories(packages);
        Files.writeString(packages.resolveSibling("fhir-settings.json"), SETTINGS);
        // It throws away everything in a folder that has no register yet: the register is made first.
        new FilesystemPackageCacheManager.Builder().withCacheFolder(packages.toString()).build();
        Files.createDirectories(contents);
        IParser parser = r4.newJsonParser();
        List<StructureDefinition> definitions = new DefaultProfileValidationSupport(r4).fetchAllStructureDefinitions();
        for (StructureDefinition definition : definitions) {
            if (definition.getDerivation() != TypeDerivationRule.CONSTRAINT) {
                String file = "StructureDefinition-" + definition.getIdElement().getIdPart() + ".json";
                Files.writeString(contents.resolve(file), parser.encodeResourceToString(definition));
            }
        }
        // Last: its presence says that all is there.
        Files.writeString(contents.resolve("package.json"), MANIFEST);
    }
}
