package no.normverk.terminology.validation;

import no.normverk.terminology.Coding;

/**
 * A coding to validate, and where in the caller's input its parts stand.
 *
 * @param coding the coding
 * @param whole FHIRPath of the coding itself
 * @param prefix what to put before {@code code}, {@code system}, {@code version} and {@code display}
 */
public record Subject(Coding coding, String whole, String prefix) {

    /** Parameters {@code code}, {@code system} ... */
    public static Subject ofCode(Coding coding) {
        return new Subject(coding, "code", "");
    }

    /** Parameter {@code coding}. */
    public static Subject ofCoding(Coding coding) {
        return new Subject(coding, "Coding", "Coding.");
    }

    /** A coding of parameter {@code codeableConcept}. */
    public static Subject ofConcept(Coding coding, int index) {
        String path = "CodeableConcept.coding[" + index + "]";
        return new Subject(coding, path, path + ".");
    }

    String code() {
        return prefix + "code";
    }

    String system() {
        return prefix + "system";
    }

    String version() {
        return prefix + "version";
    }

    String display() {
        return prefix + "display";
    }

    /** How messages name it: {@code system|version#code ('display')}. */
    String label() {
        StringBuilder label = new StringBuilder();
        if (coding.system() != null) {
            label.append(coding.system());
        }
        if (coding.version() != null) {
            label.append('|').append(coding.version());
        }
        label.append('#').append(coding.code());
        if (coding.display() != null) {
            label.append(" ('").append(coding.display()).append("')");
        }
        return label.toString();
    }
}
