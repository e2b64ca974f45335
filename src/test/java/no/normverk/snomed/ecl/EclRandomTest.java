package no.normverk.snomed.ecl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EclRandomTest {
    private static final String[] PIECES = {
        "(", ")", "{", "}", "{{", "}}", "[", "]", "<", ">", "<<", "!", "!!>", "^", "*", ":", ",", ".", "..", "=", "!=",
        "#", "\"", "\\", "|", "/*", "*/", "+", "-", "0", "1",
        " ", "\n", "AND ", " OR ", " MINUS ", "R", "NOT", "any", "top ",
        "memberOf", "match:", "wild:", "true", "HISTORY", "D ", "C ", "M ", "term", "id", "100000001", "LABS#1",
        "\u0000", "\uD83D", "ø"
    };

    @Test
    void everyRandomTreeSurvivesPrintingAndReading() {
        long seed = new Random().nextLong();
        RandomTrees trees = new RandomTrees(new Random(seed));
        for (int i = 0; i < 3_000; i++) {
            EclExpression tree = trees.expression(i % 5);
            String printed = EclPrinter.print(tree);
            if (printed.length() <= EclParser.MAXIMUM_LENGTH) {
                assertThatCode(() -> assertThat(EclParser.parse(printed)).isEqualTo(tree))
                        .as("seed %d, %s", seed, printed).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aDamagedTextIsReadOrRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> examples = EclExamples.all();
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            String damaged = damaged(examples.get(random.nextInt(examples.size())), examples, random);
            String where = "seed %d, %s".formatted(seed, damaged);
            EclExpression tree;
            try {
                tree = EclParser.parse(damaged);
            } catch (EclSyntaxException e) {
                refused++;
                assertThat(e.offset()).as(where).isBetween(0, damaged.length());
                continue;
            } catch (RuntimeException | StackOverflowError e) {
                fail(where, e);
                continue;
            }
            assertThatCode(() -> assertThat(EclParser.parse(EclPrinter.print(tree)))
                    .isEqualTo(tree)).as(where).doesNotThrowAnyException();
        }
        assertThat(refused).isBetween(10_000, 49_000);
    }

    private static String damaged(String text, List<String> examples, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            int at = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(at, to);
                case 1 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> damaged.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                default -> damaged.insert(at, examples.get(random.nextInt(examples.size())));
            }
        }
        return damaged.toString();
    }
}
