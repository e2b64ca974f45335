package no.normverk.terminology;

/**
 * One property of one concept.
 *
 * @param code the property's code in its code system
 * @param value the value
 * @param property where the property itself is a concept of the same version: its ordinal, so that nobody need look for it; otherwise, or when not known, -1
 * @param target the same of the value
 */
public record ConceptProperty(String code, Value value, int property, int target) {

    public ConceptProperty(String code, Value value) {
        this(code, value, -1, -1);
    }
}
