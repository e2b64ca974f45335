package no.normverk.snomed.ecl;

/** {@code expressionComparisonOperator} and its kin for strings, booleans and identifiers. */
public enum Equality {
    EQUAL("="),
    NOT_EQUAL("!=");

    private final String symbol;

    Equality(String symbol) {
        this.symbol = symbol;
    }

    /** The brief form. */
    public String symbol() {
        return symbol;
    }
}
