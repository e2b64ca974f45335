package no.normverk.classification;

import java.util.List;
import java.util.stream.Collectors;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;

/** The code systems that the readers of this package give, and by which URIs Norway knows them. */
enum NorwegianCodeSystem {
    /** The Norwegian edition of ICD-10. Codes that differ only by case are the same ({@code V0n0a}, {@code v0n0a}). */
    ICD_10(
            "urn:oid:2.16.578.1.12.4.1.1.7110",
            "ICD10",
            "ICD-10: Den internasjonale statistiske klassifikasjonen av sykdommer og beslektede helseproblemer",
            List.of("http://hl7.org/fhir/sid/icd-10-no")),
    /** ICPC-2 with the Norwegian subdivisions. */
    ICPC_2(
            "urn:oid:2.16.578.1.12.4.1.1.7170",
            "ICPC2",
            "ICPC-2: Den internasjonale klassifikasjonen for primærhelsetjenesten",
            List.of("http://hl7.org/fhir/sid/icpc-2"));

    private final String url;
    private final String name;
    private final String title;
    private final List<String> aliases;

    NorwegianCodeSystem(String url, String name, String title, List<String> aliases) {
        this.url = url;
        this.name = name;
        this.title = title;
        this.aliases = aliases;
    }

    String url() {
        return url;
    }

    List<String> aliases() {
        return aliases;
    }

    CodeSystemHeader header(String version, List<PropertyDefinition> properties) {
        return new CodeSystemHeader(
                url,
                version,
                name,
                title,
                "nb",
                Standing.ACTIVE,
                "complete",
                false,
                null,
                "is-a",
                properties.stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property)));
    }

}
