package no.normverk.terminology.comparison;

/**
 * Where codes are found, of one code system or of all.
 *
 * @param common some are in both value sets
 * @param onlyFirst some are in the first alone
 * @param onlyOther some are in the other alone
 */
record Shares(boolean common, boolean onlyFirst, boolean onlyOther) {

    static final Shares NOTHING = new Shares(false, false, false);

    Shares or(Shares more) {
        return new Shares(common || more.common, onlyFirst || more.onlyFirst, onlyOther || more.onlyOther);
    }

    /** A value set that holds nothing is told as disjoint from one that holds something: a subset of everything would tell the reader less. */
    Relation relation() {
        if (!common) {
            return onlyFirst || onlyOther ? Relation.DISJOINT : Relation.EMPTY;
        }
        if (onlyFirst) {
            return onlyOther ? Relation.OVERLAPPING : Relation.SUPERSET;
        }
        return onlyOther ? Relation.SUBSET : Relation.SAME;
    }
}
