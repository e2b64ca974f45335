package no.normverk.terminology;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over many random cases; one that fails is told with the seed that makes it again. */
public final class RandomCases {

    private RandomCases() {}

    /** Every case gets a source of its own. {@code -Dnormverk.seed=...} runs the one case of that seed. */
    public static void check(int cases, Consumer<Random> property) {
        Long only = Long.getLong("normverk.seed");
        long first = only == null ? new Random().nextLong() : only;
        for (int i = 0; i < (only == null ? cases : 1); i++) {
            long seed = first + i;
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("with -Dnormverk.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
