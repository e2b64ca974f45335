package no.normverk.snomed.ecl;

/**
 * {@code dialectAlias} with its own {@code acceptabilitySet}, if any.
 *
 * @param alias alias of a language reference set as written, for example {@code en-gb}
 */
public record DialectAlias(String alias, Acceptability acceptability) {
    public DialectAlias {
        Shape.alias(alias);
    }
}
