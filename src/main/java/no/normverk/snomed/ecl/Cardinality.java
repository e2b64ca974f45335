package no.normverk.snomed.ecl;

/**
 * {@code cardinality}: how often something must occur.
 *
 * @param least {@code minValue}, from 0
 * @param most {@code maxValue}, not below {@code least}; {@link #MANY} when there is no limit
 */
public record Cardinality(int least, int most) {
    /** No limit, {@code *}. */
    public static final int MANY = Integer.MAX_VALUE;
    /** {@code [1..*]}, which a constraint means when it says nothing. */
    public static final Cardinality DEFAULT = new Cardinality(1, MANY);

    public Cardinality {
        if (least < 0 || least == MANY || most < least) {
            throw new IllegalArgumentException("No cardinality: " + least + ".." + most);
        }
    }
}
