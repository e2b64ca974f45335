package no.normverk.terminology.matching;

import java.util.List;

/**
 * A concept that was found.
 *
 * @param ordinal the concept
 * @param unmatched properties it does not have at all
 * @param approximate properties it has with another value that is near: more or less precise, or a similar text
 */
public record ConceptMatch(int ordinal, List<WantedProperty> unmatched, List<WantedProperty> approximate) {

    /** Whether the concept has everything that was asked for, precisely. */
    public boolean isComplete() {
        return unmatched.isEmpty() && approximate.isEmpty();
    }
}
