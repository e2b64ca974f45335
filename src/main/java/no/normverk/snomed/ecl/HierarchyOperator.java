package no.normverk.snomed.ecl;

/** {@code constraintOperator}: a step through the is-a hierarchy from a set of concepts; {@link #SELF} is its absence. */
public enum HierarchyOperator {
    /** The concepts themselves. */
    SELF("", ""),
    DESCENDANT_OF("<", "descendantof"),
    DESCENDANT_OR_SELF_OF("<<", "descendantorselfof"),
    CHILD_OF("<!", "childof"),
    CHILD_OR_SELF_OF("<<!", "childorselfof"),
    ANCESTOR_OF(">", "ancestorof"),
    ANCESTOR_OR_SELF_OF(">>", "ancestororselfof"),
    PARENT_OF(">!", "parentof"),
    PARENT_OR_SELF_OF(">>!", "parentorselfof"),
    /** Those of the set that have no ancestor in it. */
    TOP("!!>", "top"),
    /** Those of the set that have no descendant in it. */
    BOTTOM("!!<", "bottom");

    private final String symbol;
    private final String keyword;

    HierarchyOperator(String symbol, String keyword) {
        this.symbol = symbol;
        this.keyword = keyword;
    }

    /** The brief form; empty for {@link #SELF}. */
    public String symbol() {
        return symbol;
    }

    /** The long form in lower case; empty for {@link #SELF}. */
    String keyword() {
        return keyword;
    }
}
