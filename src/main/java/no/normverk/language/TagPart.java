package no.normverk.language;

/** The parts of a language tag (RFC 5646, 2.1), each a property of the code system by the name that FHIR's filters use. */
enum TagPart {
    LANGUAGE("language", "The primary language subtag"),
    EXTENDED_LANGUAGE("ext-lang", "An extended language subtag"),
    SCRIPT("script", "The script subtag"),
    REGION("region", "The region subtag"),
    VARIANT("variant", "A variant subtag"),
    EXTENSION("extension", "An extension, with its singleton"),
    PRIVATE_USE("private-use", "The private use subtags, after x");

    private final String property;
    private final String description;

    TagPart(String property, String description) {
        this.property = property;
        this.description = description;
    }

    String property() {
        return property;
    }

    String description() {
        return description;
    }
}
