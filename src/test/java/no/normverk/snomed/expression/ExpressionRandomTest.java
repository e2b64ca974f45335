package no.normverk.snomed.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExpressionRandomTest {
    private static final String[] PIECES = {
        "(", ")", "{", "}", "===", "<<<", "<", "+", ":", ",", "=", "#", "\"", "\\", "|", "/*", "-", ".", "0", "1",
        " ", "\n", "true", "100000001", "\u0000", "\uD83D", "ø"
    };
    private static final String CHARACTERS = "abc \"\\|#/*(){}:,.=<+-æ\u00a0";

    @Test
    void everyRandomExpressionSurvivesPrintingAndReading() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Expression tree = expression(random, i % 5);
            String printed = ExpressionPrinter.withTerms(tree);
            assertThatCode(() -> assertThat(ExpressionParser.parse(printed)).isEqualTo(tree))
                    .as("seed %d, %s", seed, printed).doesNotThrowAnyException();
            String bare = ExpressionPrinter.withoutTerms(tree);
            assertThatCode(() -> assertThat(ExpressionPrinter.withTerms(ExpressionParser.parse(bare))).isEqualTo(bare))
                    .as("seed %d, %s", seed, bare).doesNotThrowAnyException();
        }
    }

    @Test
    void aDamagedTextIsReadOrRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            String damaged = damaged(random);
            String where = "seed %d, %s".formatted(seed, damaged);
            Expression tree;
            try {
                tree = ExpressionParser.parse(damaged);
            } catch (ExpressionSyntaxException e) {
                refused++;
                assertThat(e.offset()).as(where).isBetween(0, damaged.length());
                continue;
            } catch (RuntimeException | StackOverflowError e) {
                fail(where, e);
                continue;
            }
            assertThatCode(() -> assertThat(ExpressionParser.parse(ExpressionPrinter.withTerms(tree))).isEqualTo(tree))
                    .as(where).doesNotThrowAnyException();
        }
        assertThat(refused).isBetween(10_000, 49_900);
    }

    private static String damaged(Random random) {
        List<String> examples = ExpressionExamplesTest.handMade();
        StringBuilder damaged = new StringBuilder(examples.get(random.nextInt(examples.size())));
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            int at = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), at + random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, to);
                case 1 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> damaged.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return damaged.toString();
    }

    private static Expression expression(Random random, int depth) {
        Expression.DefinitionStatus[] statuses = Expression.DefinitionStatus.values();
        return new Expression(statuses[random.nextInt(statuses.length)], body(random, depth));
    }

    private static SubExpression body(Random random, int depth) {
        return new SubExpression(
                some(random, 1, () -> concept(random)),
                some(random, 0, () -> attribute(random, depth)),
                some(random, 0, () -> new AttributeGroup(some(random, 1, () -> attribute(random, depth)))));
    }

    private static Attribute attribute(Random random, int depth) {
        return new Attribute(concept(random), switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> concept(random);
            case 1 -> new AttributeValue.Bool(random.nextBoolean());
            case 2 -> new AttributeValue.Number(new BigDecimal(new BigInteger(40, random), random.nextInt(-3, 12)).negate());
            case 3 -> new AttributeValue.Text(text(random));
            default -> body(random, depth - 1);
        });
    }

    private static ConceptReference concept(Random random) {
        String term = text(random).replace("|", "").strip();
        return new ConceptReference(random.nextLong(100_000, 1_000_000_000_000_000_000L), term.isEmpty()
                ? Optional.empty()
                : Optional.of(term));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static <T> List<T> some(Random random, int least, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }
}
