package no.normverk.snomed;

import java.util.Map;

/**
 * The code systems that map reference sets lead to; release files do not tell them. A reference set that is not listed leads
 * to a system of its own name, the URI of its concept, which says no more than is known.
 */
final class MapSystems {

    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ICPC_2 = "http://hl7.org/fhir/sid/icpc-2";
    private static final long CTV3 = 900000000000497000L;

    /** Norwegian ones from the national edition's list of reference sets, the others international or of the US edition. */
    private static final Map<Long, String> SYSTEMS = Map.of(
            447562003L, ICD_10,
            450993002L, ICPC_2,
            68101000202102L, ICPC_2,
            446608001L, "http://terminology.hl7.org/CodeSystem/icd-o-3",
            6011000124106L, "http://hl7.org/fhir/sid/icd-10-cm",
            CTV3, "http://read.info/ctv3");

    private MapSystems() {}

    static String of(long refset) {
        return SYSTEMS.getOrDefault(refset, "http://snomed.info/id/" + refset);
    }

    /**
     * How the targets of a map without a correlation compare: CTV3 identifiers are the same concepts by other names; of
     * others nothing is said.
     */
    static String equivalence(long refset) {
        return refset == CTV3 ? "equivalent" : "relatedto";
    }
}
