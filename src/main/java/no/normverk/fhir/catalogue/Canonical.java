package no.normverk.fhir.catalogue;

/** The canonical addresses of the catalogue's resources, as written in the folder of profiles. */
public final class Canonical {

    static final String BASE = "http://normverk.no/fhir";
    static final String PROFILE = BASE + "/StructureDefinition/no-normerende-produkt";
    /** System of the publisher's document numbers such as {@code HIS 80822:2014}. */
    static final String DOCUMENT_NUMBER = BASE + "/NamingSystem/dokumentnummer";

    private Canonical() {}

    /** The address of a product. */
    public static String library(String key) {
        return BASE + "/Library/" + key;
    }

    /** The key of a product by its canonical address, with or without a version; anything else as it is. */
    public static String key(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        String libraries = library("");
        return url.startsWith(libraries) ? url.substring(libraries.length()) : url;
    }

    /** The address of one of our code systems. */
    public static String codeSystem(String id) {
        return BASE + "/CodeSystem/" + id;
    }

    static String extension(String id) {
        return BASE + "/StructureDefinition/" + id;
    }
}
