package no.normverk.snomed.ecl;

/**
 * {@code historySupplement}: which inactive concepts are added to an answer, found through the historical association reference
 * sets.
 */
public sealed interface HistorySupplement {
    /** No supplement. */
    record None() implements HistorySupplement {}

    /** <code>{{ + HISTORY }}</code>, with or without {@code historyProfileSuffix}. */
    enum Profile implements HistorySupplement {
        /** No suffix: the text leaves the choice to whoever answers it. */
        UNSPECIFIED(""),
        MINIMUM("MIN"),
        MODERATE("MOD"),
        MAXIMUM("MAX");

        private final String suffix;

        Profile(String suffix) {
            this.suffix = suffix;
        }

        /** What stands after the dash; empty for {@link #UNSPECIFIED}. */
        String suffix() {
            return suffix;
        }
    }

    /** {@code historySubset}: the historical association reference sets to use. */
    record Subset(EclExpression associations) implements HistorySupplement {}
}
