package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What an editor with the schemas says about the files that ship: nothing; and about files that the reader refuses: something. */
class AuthoredFilesFitTheirSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A date is text to a schema, as it is in JSON. */
    private static final class WithoutDates extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }

    private static JsonNode yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options, new WithoutDates());
        return JSON.valueToTree(yaml.load(text));
    }

    private static JsonSchema schema(String folder, String name) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("terminology", folder, name + ".schema.json")));
    }

    private static Map<String, Set<ValidationMessage>> problems(Path folder, JsonSchema schema) throws IOException {
        Map<String, Set<ValidationMessage>> problems = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> authored = files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(authored).isNotEmpty();
            authored.forEach(file -> problems.put(file.toString(), schema.validate(yaml(text(file)))));
        }
        problems.values().removeIf(Set::isEmpty);
        return problems;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"catalogue, product", "exemptions, exemption", "register, register"})
    void everyFileFits(String folder, String name) throws IOException {
        assertThat(problems(Path.of("terminology", folder), schema(folder, name))).isEmpty();
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefuses() throws IOException {
        JsonSchema schema = schema("catalogue", "product");
        String right = text(ShippedCatalogue.FOLDER.resolve("epikrise-1.2.yaml"));
        assertThat(schema.validate(yaml(right))).isEmpty();
        Map<String, String> wrongs = Map.of(
                "level: anbefalt-standard", "level: sterkt-anbefalt",
                "direction: motta", "direction: begge",
                "identifiers: [HIS 80226:2014]", "identifiers: [HIS80226]",
                "date: 2023-09", "date: 2023-19",
                "topic: [henvisning-epikrise-dialog]", "tema: [henvisning-epikrise-dialog]",
                "documentType: HIS", "documentType: KITH",
                "kind: errata", "kind: feil");
        wrongs.forEach((from, to) -> {
            assertThat(right).contains(from);
            assertThat(schema.validate(yaml(right.replace(from, to)))).as(to).isNotEmpty();
        });
        ObjectNode without = (ObjectNode) yaml(right);
        without.remove("sources");
        assertThat(schema.validate(without)).isNotEmpty();
    }
}
