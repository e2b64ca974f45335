package no.normverk.snomed;

/** FHIR R4's ConceptMapEquivalence codes for what reference sets say. */
final class Equivalences {

    private Equivalences() {}

    /**
     * Of an association. The first four are those of the FHIR R4 page on SNOMED CT; the others follow from what the reference
     * sets are defined to mean.
     */
    static String ofAssociation(long refset) {
        if (refset == 900000000000527005L) { // SAME AS
            return "equal";
        }
        if (refset == 900000000000526001L) { // REPLACED BY
            return "equivalent";
        }
        if (refset == 900000000000523009L // POSSIBLY EQUIVALENT TO
                || refset == 900000000000530003L // ALTERNATIVE
                || refset == 1186924009L // PARTIALLY EQUIVALENT TO
                || refset == 1186921001L) { // POSSIBLY REPLACED BY
            return "inexact";
        }
        return refset == 900000000000528000L ? "wider" : "relatedto"; // WAS A leads to what was a parent
    }

    /** Of a map's correlation, from the source's point of view. */
    static String ofCorrelation(long correlation) {
        if (correlation == 447557004L) { // exact match
            return "equal";
        }
        if (correlation == 447558009L) { // narrow to broad
            return "wider";
        }
        if (correlation == 447559001L) { // broad to narrow
            return "narrower";
        }
        if (correlation == 447560006L) { // partial overlap
            return "inexact";
        }
        return correlation == 447556008L ? "unmatched" : "relatedto"; // not mappable; else not specified
    }
}
