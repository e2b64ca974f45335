package no.normverk.snomed.expression;

/**
 * {@code expression}: a meaning composed of concepts. Immutable; two expressions are equal when they say the same in the same
 * order with the same terms. Whether two of them mean the same is not asked here.
 *
 * @param definitionStatus {@link DefinitionStatus#EQUIVALENT_TO} when not said
 */
public record Expression(DefinitionStatus definitionStatus, SubExpression body) {
    /** {@code definitionStatus}: how a concept defined by the expression relates to it. */
    public enum DefinitionStatus {
        /** {@code ===}: the expression is sufficient. */
        EQUIVALENT_TO("==="),
        /** {@code <<<}: the expression is necessary. */
        SUBTYPE_OF("<<<");

        private final String symbol;

        DefinitionStatus(String symbol) {
            this.symbol = symbol;
        }

        /** The symbol of the grammar. */
        public String symbol() {
            return symbol;
        }
    }
}
