package no.normverk.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.validation.special.TxTester;

/** The suite's files in a folder, less suites whose set-up files are missing there: one such suite would end the whole run. */
final class Suite implements TxTester.ITxTesterLoader {

    private final Path directory;
    private final JsonObject manifest;

    Suite(Path directory) throws IOException {
        this.directory = directory;
        this.manifest = org.hl7.fhir.utilities.json.parser.JsonParser.parseObject(
                Files.readAllBytes(directory.resolve("test-cases.json")));
        manifest.getJsonArray("suites").getItems().removeIf(suite -> ((JsonObject) suite)
                .getStrings("setup").stream().anyMatch(file -> !hasContent(file)));
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
