package no.normverk.snomed;

import java.util.Map;
import java.util.Set;

/**
 * The code systems that map reference sets lead to; release files do not tell them. A reference set that is not listed leads
 * to a system of its own name, the URI of its concept, which says no more than is known.
 */
final class MapSystems {

    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ICPC_2 = "http://hl7.org/fhir/sid/icpc-2";
    /** The common code system for clinical procedures, in which NCMP, NCSP and NCRP are one. */
    private static final String NKPK = "urn:oid:2.16.578.1.12.4.1.1.7275";

    /** Norway's own names for the systems that a Norwegian edition maps to. */
    private static final Map<String, Set<String>> ALIASES = Map.of(
            ICD_10, Set.of("urn:oid:2.16.578.1.12.4.1.1.7110", "http://hl7.org/fhir/sid/icd-10-no"),
            ICPC_2, Set.of("urn:oid:2.16.578.1.12.4.1.1.7170"));

    private static final long CTV3 = 900000000000497000L;

    /** Norwegian ones from the national edition's list of reference sets, the others international or of the US edition. */
    private static final Map<Long, String> SYSTEMS = Map.of(
            447562003L, ICD_10,
            450993002L, ICPC_2,
            68101000202102L, ICPC_2,
            37761000202105L, NKPK,
            37821000202109L, NKPK,
            446608001L, "http://terminology.hl7.org/CodeSystem/icd-o-3",
            6011000124106L, "http://hl7.org/fhir/sid/icd-10-cm",
            CTV3, "http://read.info/ctv3");

    private MapSystems() {}

    static String of(long refset) {
        return SYSTEMS.getOrDefault(refset, "http://snomed.info/id/" + refset);
    }

    /** Other names of a system that a map leads to: a caller who uses one is answered with it. */
    static Set<String> aliases(String system) {
        return ALIASES.getOrDefault(system, Set.of());
    }

    /**
     * How the targets of a map without a correlation compare: CTV3 identifiers are the same concepts by other names; of
     * others nothing is said.
     */
    static String equivalence(long refset) {
        return refset == CTV3 ? "equivalent" : "relatedto";
    }
}
