package no.normverk.fhir.operation;

/**
 * How this server expands value sets.
 *
 * @param limit how many concepts a caller may get who names no count
 * @param nested whether hierarchies are shown as nested concepts unless the caller refuses
 * @param statusShown whether the status of concepts that are not active is shown as a property without being asked for
 */
public record ExpansionOptions(int limit, boolean nested, boolean statusShown) {

    public static final ExpansionOptions DEFAULT = new ExpansionOptions(100_000, true, true);
}
