package no.normverk.loading;

/** The formats that are told and read here; a release that becomes an edition is an {@link EditionFormat}. */
public enum ContentFormat {
    FHIR_JSON("FHIR resource, JSON"),
    FHIR_XML("FHIR resource, XML"),
    FHIR_NDJSON("FHIR resources, one JSON document after the other"),
    FHIR_PACKAGE("FHIR package"),
    DIAGNOSEKODER_LIST("code list of @navikt/diagnosekoder"),
    DIAGNOSEKODER_PACKAGE("npm package @navikt/diagnosekoder"),
    FINNKODE("FinnKode download"),
    ADMINISTRATIVE_CODE_LIST("administrative code list of the Directorate"),
    ICD_11_TABULATION("ICD-11 MMS simple tabulation"),
    ICD_11_MAP("WHO transition table ICD-10/ICD-11"),
    NLK("Norsk laboratoriekodeverk"),
    CLAML("ClaML 2.0"),
    CSV_CODE_SYSTEM("code list as a table with a descriptor"),
    CSV_CONCEPT_MAP("map as a table with a descriptor");

    private final String description;

    ContentFormat(String description) {
        this.description = description;
    }

    /** For people. */
    public String description() {
        return description;
    }
}
