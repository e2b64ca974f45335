package no.normverk.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.validation.special.TxTester;

/**
 * The suite's files in a folder, less suites whose set-up files are missing there (one such suite would end the whole run) and cases whose response is. Of the mode {@code tx.fhir.org}, which is for
 * that server's own content, only suites are left that bring theirs.
 */
final class Suite implements TxTester.ITxTesterLoader {

    static final String OF_ONE_SERVER = "tx.fhir.org";
    private static final Set<String> BRING_THEIR_CONTENT = Set.of("compare", "related2");

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
            boolean foreign = OF_ONE_SERVER.equals(suite.asString("mode")) && !BRING_THEIR_CONTENT.contains(suite.asString("name"));
            suite.getJsonArray("tests").getItems().removeIf(item -> {
                JsonObject test = (JsonObject) item;
                String response = test.asString("response:" + mode);
                return foreign
                        || OF_ONE_SERVER.equals(test.asString("mode"))
                        || (response != null && !hasContent(response))
                        || !wanted.test(test);
            });
        }
    }

    /** Where the suite is looked for. */
    static Path directory() {
        return Path.of(System.getProperty("normverk.suite", "../shared/tx-ecosystem/tests")).toAbsolutePath().normalize();
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
