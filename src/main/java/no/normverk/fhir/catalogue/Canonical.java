package no.normverk.fhir.catalogue;

/** The canonical addresses of the catalogue's resources, as written in the folder of profiles. */
final class Canonical {

    static final String BASE = "http://normverk.no/fhir";
    static final String PROFILE = BASE + "/StructureDefinition/no-normerende-produkt";
    /** System of the publisher's document numbers such as {@code HIS 80822:2014}. */
    static final String DOCUMENT_NUMBER = BASE + "/NamingSystem/dokumentnummer";

    private Canonical() {}

    static String library(String key) {
        return BASE + "/Library/" + key;
    }

    static String codeSystem(String id) {
        return BASE + "/CodeSystem/" + id;
    }

    static String extension(String id) {
        return BASE + "/StructureDefinition/" + id;
    }
}
