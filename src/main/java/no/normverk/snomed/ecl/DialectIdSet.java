package no.normverk.snomed.ecl;

import java.util.List;

/**
 * {@code dialectIdSet}: language reference sets listed one by one; two at least, or one with an acceptability, since one concept
 * in brackets is a sub-expression.
 */
public record DialectIdSet(List<Dialect> dialects) implements DialectOperand {
    public DialectIdSet {
        dialects = Shape.atLeast(1, dialects, "dialects");
        if (dialects.size() == 1 && dialects.getFirst().acceptability() instanceof Acceptability.Any) {
            throw new IllegalArgumentException("One concept in brackets is a sub-expression");
        }
    }

    /** A language reference set with its own {@code acceptabilitySet}, if any. */
    public record Dialect(ConceptReference referenceSet, Acceptability acceptability) {}
}
