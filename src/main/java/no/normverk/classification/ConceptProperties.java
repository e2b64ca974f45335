package no.normverk.classification;

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

    static final PropertyDefinition VALID_FROM = of("validFrom", "dateTime", "First day on which the code is valid");
    static final PropertyDefinition VALID_TO = of("validTo", "dateTime", "Last day on which the code is valid");
    static final PropertyDefinition REPLACED_BY = of("replacedBy", "code", "The code to use instead");

    private ConceptProperties() {}

    static PropertyDefinition of(String code, String type, String description) {
        return new PropertyDefinition(code, null, description, type);
    }
}
