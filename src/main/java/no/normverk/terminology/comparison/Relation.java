package no.normverk.terminology.comparison;

/** How a value set relates to another, in the words of HL7's {@code $compare}. */
public enum Relation {
    /** Both hold the same codes. */
    SAME("same"),
    /** Both hold nothing. */
    EMPTY("empty"),
    /** The first holds all that the other holds, and more. */
    SUPERSET("superset"),
    /** The other holds all that the first holds, and more. */
    SUBSET("subset"),
    /** Each holds codes that the other does not, and some are common. */
    OVERLAPPING("overlapping"),
    /** No code is in both. */
    DISJOINT("disjoint"),
    /** It cannot be known. */
    INDETERMINATE("indeterminate");

    private final String code;

    Relation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
