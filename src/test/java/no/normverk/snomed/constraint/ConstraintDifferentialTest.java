package no.normverk.snomed.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.EclExpression;
import no.normverk.snomed.ecl.EclPrinter;
import no.normverk.terminology.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random constraints on random ontologies: the evaluator says what the definition says. */
class ConstraintDifferentialTest {

    private static final int ONTOLOGIES = 6;
    private static final int CONSTRAINTS = 200;

    @TempDir
    Path folder;

    @Test
    void theEvaluatorAgreesWithTheDefinition() throws IOException {
        long seed = Long.getLong("normverk.seed", System.nanoTime());
        int answered = 0;
        for (int i = 0; i < ONTOLOGIES; i++) {
            Random random = new Random(seed + i);
            // Small ones take the way for few concepts, larger ones that through postings and the inverse.
            RandomOntology ontology = new RandomOntology(random, i % 2 == 0 ? 40 : 110);
            NaiveAnswer naive = new NaiveAnswer(ontology);
            assertThat(naive.isConnected()).isTrue();
            RandomConstraints constraints = new RandomConstraints(random, ontology);
            try (SnomedEdition edition = ontology.edition(folder.resolve("ontology" + i))) {
                for (int c = 0; c < CONSTRAINTS; c++) {
                    EclExpression expression = constraints.expression(3);
                    String text = EclPrinter.print(expression);
                    Set<Long> expected = naive.evaluate(expression);
                    assertThat(answer(edition, text))
                            .as("seed %d, ontology %d, constraint %d: %s", seed, i, c, text)
                            .isEqualTo(expected);
                    assertThat(selected(edition, text))
                            .as("asked one by one: seed %d, ontology %d, constraint %d: %s", seed, i, c, text)
                            .isEqualTo(expected);
                    answered += expected.isEmpty() ? 0 : 1;
                    explainsItself(edition, text, expected, random.nextInt(edition.size()));
                }
            }
        }
        assertThat(answered).as("constraints with an answer").isGreaterThan(ONTOLOGIES * CONSTRAINTS / 4);
    }

    /** An explanation counts what the answer holds, and blames some clause just when the concept asked about is not in it. */
    private static void explainsItself(SnomedEdition edition, String text, Set<Long> expected, int asked) {
        Explanation explanation = new ConstraintEvaluator().explain(edition, text, asked);
        boolean member = expected.contains(edition.sctid(asked));
        assertThat(explanation.count()).as(text).isEqualTo(expected.size());
        assertThat(explanation.holds()).as("%s, %d", text, edition.sctid(asked)).isEqualTo(member);
        assertThat(explanation.excluding().isEmpty()).as("%s, %d", text, edition.sctid(asked)).isEqualTo(member);
        assertThat(explanation.excluding()).doesNotContain("");
    }

    private static Set<Long> answer(SnomedEdition edition, String text) {
        Set<Long> found = new HashSet<>();
        new ConstraintEvaluator().evaluate(edition, text).forEach(ordinal -> found.add(edition.sctid(ordinal)));
        return found;
    }

    private static Set<Long> selected(SnomedEdition edition, String text) {
        ConstraintEvaluator evaluator = new ConstraintEvaluator();
        Set<Long> found = new HashSet<>();
        for (int ordinal = 0; ordinal < edition.size(); ordinal++) {
            if (evaluator.selects(edition, ordinal, text)) {
                found.add(edition.sctid(ordinal));
            }
        }
        return found;
    }
}
