package no.normverk.snomed.ecl;

/** {@code numericComparisonOperator} and {@code timeComparisonOperator}. */
public enum Order {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Order(String symbol) {
        this.symbol = symbol;
    }

    /** The brief form. */
    public String symbol() {
        return symbol;
    }

    /** True for {@code =} and {@code !=}, the operators that do not need an order. */
    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }
}
