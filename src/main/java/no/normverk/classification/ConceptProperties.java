package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.PropertyDefinition;

/** Properties that FHIR defines for every code system ({@code http://hl7.org/fhir/concept-properties}). */
final class ConceptProperties {
    private static final String STANDARD = "http://hl7.org/fhir/concept-properties#";

    static final PropertyDefinition NOT_SELECTABLE = new PropertyDefinition(
            "notSelectable", STANDARD + "notSelectable", "Whether the concept only groups others and is no code to use", "boolean");
    static final PropertyDefinition INACTIVE = new PropertyDefinition(
            "inactive", STANDARD + "inactive", "Whether the code was no longer valid when the file was loaded", "boolean");
    static final PropertyDefinition PARENT =
            new PropertyDefinition("parent", STANDARD + "parent", "A concept above, beside the one the concept is nested in", "code");

    private ConceptProperties() {}

    static PropertyDefinition of(String code, String type, String description) {
        return new PropertyDefinition(code, null, description, type);
    }

    static List<PropertyDefinition> and(List<PropertyDefinition> some, PropertyDefinition... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.Arrays.stream(more)).toList();
    }
}
