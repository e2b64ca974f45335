package no.normverk.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import no.normverk.SharedMaterial;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.validation.special.TxTester;

/**
 * The suite's files in a folder, less suites whose set-up files are missing there (one such suite would end the whole run) and cases whose response is.
 */
final class Suite implements TxTester.ITxTesterLoader {

    /** Where the suite is in the shared material. */
    static final String INSIDE = "tx-ecosystem/tests";

    /** The mode that is for that server's own content. */
    static final String OF_ONE_SERVER = "tx.fhir.org";

    private static final String GENERAL = "general";

    private final Path directory;
    private final JsonObject manifest;

    /**
     * @param mode the mode whose responses count where a case has several, or empty
     * @param wanted which cases
     */
    Suite(Path directory, String mode, Predicate<JsonObject> wanted) throws IOException {
        this.directory = directory;
        this.manifest = org.hl7.fhir.utilities.json.parser.JsonParser.parseObject(
                Files.readAllBytes(directory.resolve("test-cases.json")));
        manifest.getJsonArray("suites").getItems().removeIf(suite -> ((JsonObject) suite)
                .getStrings("setup").stream().anyMatch(file -> !hasContent(file)));
        for (JsonObject suite : manifest.getJsonObjects("suites")) {
            suite.getJsonArray("tests").getItems().removeIf(item -> {
                JsonObject test = (JsonObject) item;
                String response = test.asString("response:" + mode);
                return (response != null && !hasContent(response)) || !wanted.test(test);
            });
        }
    }

    /** The mode that a case belongs to, by the case's name with its suite's: {@code suite/case}. */
    Map<String, String> modes() {
        Map<String, String> modes = new HashMap<>();
        for (JsonObject suite : manifest.getJsonObjects("suites")) {
            String ofSuite = suite.has("mode") ? suite.asString("mode") : GENERAL;
            for (JsonObject test : suite.getJsonObjects("tests")) {
                modes.put(suite.asString("name") + "/" + test.asString("name"), test.has("mode") ? test.asString("mode") : ofSuite);
            }
        }
        return modes;
    }

    /** Where the suite is looked for. */
    static Path directory() {
        return SharedMaterial.path(INSIDE);
    }

    @Override
    public String describe() {
        return directory.toString();
    }

    @Override
    public Resource loadResource(String file) throws IOException {
        return new JsonParser().parse(new ByteArrayInputStream(loadContent(file)));
    }

    @Override
    public byte[] loadContent(String file) throws IOException {
        return file.equals(testFileName())
                ? org.hl7.fhir.utilities.json.parser.JsonParser.compose(manifest).getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(directory.resolve(file));
    }

    @Override
    public boolean hasContent(String file) {
        return Files.exists(directory.resolve(file));
    }

    @Override
    public String code() {
        return "tx-ecosystem";
    }

    @Override
    public String version() {
        return "1.9.3";
    }

    @Override
    public String testFileName() {
        return "test-cases.json";
    }
}
