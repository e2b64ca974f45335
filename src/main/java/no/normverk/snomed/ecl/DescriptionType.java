package no.normverk.snomed.ecl;

/** {@code typeToken}. */
public enum DescriptionType {
    SYNONYM("syn", "synonym"),
    FULLY_SPECIFIED_NAME("fsn", "fullyspecifiedname"),
    DEFINITION("def", "definition");

    private final String token;
    private final String longToken;

    DescriptionType(String token, String longToken) {
        this.token = token;
        this.longToken = longToken;
    }

    /** The brief form. */
    public String token() {
        return token;
    }

    /** The long form in lower case. */
    String longToken() {
        return longToken;
    }
}
