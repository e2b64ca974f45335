package no.normverk.snomed.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.HistorySupplement;

/** The reference sets of historical associations, by history profile (ECL 2.2, History supplements). */
final class HistoricalAssociations {

    private static final long ALL = 900000000000522004L;
    private static final long SAME_AS = 900000000000527005L;
    private static final long REPLACED_BY = 900000000000526001L;
    private static final long WAS_A = 900000000000528000L;
    private static final long PARTIALLY_EQUIVALENT_TO = 1186924009L;
    private static final List<Long> MINIMUM = List.of(SAME_AS);
    private static final List<Long> MODERATE = List.of(SAME_AS, REPLACED_BY, WAS_A, PARTIALLY_EQUIVALENT_TO);
    /** Those of the international edition, for an edition without the concept that is above them. */
    private static final List<Long> INTERNATIONAL = List.of(
            SAME_AS,
            REPLACED_BY,
            WAS_A,
            PARTIALLY_EQUIVALENT_TO,
            900000000000523009L,
            900000000000524003L,
            900000000000525002L,
            900000000000529008L,
            900000000000530003L,
            1186921001L);

    private HistoricalAssociations() {}

    static List<Long> of(HistorySupplement.Profile profile, SnomedEdition edition) {
        return switch (profile) {
            case MINIMUM -> MINIMUM;
            case MODERATE -> MODERATE;
            case MAXIMUM, UNSPECIFIED -> all(edition);
        };
    }

    private static List<Long> all(SnomedEdition edition) {
        int top = edition.locate(ALL);
        if (top < 0) {
            return INTERNATIONAL;
        }
        TreeSet<Long> found = new TreeSet<>();
        edition.hierarchy().descendants(top).forEach(ordinal -> found.add(edition.sctid(ordinal)));
        return new ArrayList<>(found);
    }
}
