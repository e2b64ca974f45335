package no.normverk.snomed.ecl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
     * The specification's own examples are licensed and not part of this project: {@code -Dnormverk.licensed=<directory>} says
     * where they are.
     */
    @Test
    void everyOfficialExampleSurvivesPrintingAndReading() throws IOException {
        Path examples = Path.of(System.getProperty("normverk.licensed", "../shared/data"), "ecl/official-spec-examples/examples");
        boolean present = Files.isDirectory(examples);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(present, "The official examples are not here: " + examples.toAbsolutePath().normalize());
        }
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
