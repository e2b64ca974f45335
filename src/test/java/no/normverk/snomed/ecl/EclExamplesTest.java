package no.normverk.snomed.ecl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EclExamplesTest {
    static List<String> handMade() {
        return EclExamples.all();
    }

    @ParameterizedTest
    @MethodSource("handMade")
    void everyConstructSurvivesPrintingAndReading(String text) {
        survivesPrintingAndReading(text);
    }

    /**
     * The specification's own examples are licensed and not part of this project.
     */
    @Test
    void everyOfficialExampleSurvivesPrintingAndReading() throws IOException {
        Path examples = SharedMaterial.require("The specification's own examples", "data/ecl/official-spec-examples/examples");
        assertThat(examples).isDirectory();
        try (Stream<Path> files = Files.walk(examples)) {
            List<Path> texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            assertThat(texts).hasSizeGreaterThan(100);
            for (Path text : texts) {
                survivesPrintingAndReading(Files.readString(text));
            }
        }
    }

    private static void survivesPrintingAndReading(String text) {
        EclExpression tree = EclParser.parse(text);
        String printed = EclPrinter.print(tree);
        assertThat(EclParser.parse(printed)).as("%s printed as %s", text, printed).isEqualTo(tree);
        assertThat(EclPrinter.print(EclParser.parse(printed))).isEqualTo(printed);
    }
}
