package no.normverk.snomed.expression;

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

class ExpressionExamplesTest {
    /** Made up: identifiers and terms mean nothing. */
    static List<String> handMade() {
        return List.of(
                "100000001",
                " 100000001\t|Invented thing|\r\n",
                "=== 100000001",
                "<<<100000001",
                "100000001 + 100000002 |Other| +100000003",
                "100000001: 200000001 = 300000001",
                "100000001|A|:200000001|B|=300000001|C|,200000002=300000002",
                "100000001: { 200000001 = 300000001 }",
                "100000001: {200000001 = 300000001, 200000002 = 300000002} {200000001 = 300000003}",
                "100000001: {200000001 = 300000001}, {200000001 = 300000003}",
                "100000001: 200000001 = 300000001 {200000002 = 300000003}{200000002 = 300000004}",
                "100000001: 200000001 = 300000001, {200000002 = 300000003}",
                "<<< 100000001 + 100000002: 200000001 = (300000001 + 300000002:\n"
                        + " 200000002 = (300000003: {200000003 = 300000004}))",
                "100000001: 200000001 = (300000001)",
                "100000001: 200000001 = #10, 200000002 = #-3, 200000003 = #+0.50, 200000004 = #0, 200000005 = #-0.125",
                "100000001: 200000001 = \"Text with \\\"quotes\\\", \\\\ and {brackets}\"",
                "100000001: 200000001 = TRUE, 200000002 = false");
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
        Path examples = SharedMaterial.require("The specification's own examples", "data/ecl/scg-spec-examples-v2");
        assertThat(examples).isDirectory();
        try (Stream<Path> files = Files.list(examples)) {
            List<Path> texts = files.filter(file -> file.getFileName().toString().contains("example")).sorted().toList();
            assertThat(texts).hasSizeGreaterThan(20);
            for (Path text : texts) {
                survivesPrintingAndReading(Files.readString(text));
            }
        }
    }

    private static void survivesPrintingAndReading(String text) {
        Expression tree = ExpressionParser.parse(text);
        String printed = ExpressionPrinter.withTerms(tree);
        assertThat(ExpressionParser.parse(printed)).as("%s printed as %s", text, printed).isEqualTo(tree);

        String bare = ExpressionPrinter.withoutTerms(tree);
        assertThat(bare).doesNotContain("|");
        assertThat(ExpressionPrinter.withTerms(ExpressionParser.parse(bare))).isEqualTo(bare);
    }
}
