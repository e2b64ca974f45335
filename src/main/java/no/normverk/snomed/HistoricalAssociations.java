package no.normverk.snomed;

import java.util.ArrayList;
import java.util.List;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Retirement.Successor;
import org.jspecify.annotations.Nullable;

/**
 * Why concepts were inactivated and what takes their place: the concept inactivation indicator reference set and the historical association reference sets (SNOMED CT Release File Specification, 5.2.3
 * and 5.2.5).
 */
final class HistoricalAssociations {

    private static final long INACTIVATION_INDICATOR = 900000000000489007L;

    /** Those that lead to something to use instead, the closest first. WAS A and the like, which lead elsewhere, are not among them. */
    private static final long[] SUCCESSIONS = {
        900000000000527005L, // SAME AS
        900000000000526001L, // REPLACED BY
        900000000000524003L, // MOVED TO
        900000000000523009L, // POSSIBLY EQUIVALENT TO
        1186924009L, // PARTIALLY EQUIVALENT TO
        1186921001L, // POSSIBLY REPLACED BY
        900000000000530003L // ALTERNATIVE
    };

    private final SnomedEdition edition;

    HistoricalAssociations(SnomedEdition edition) {
        this.edition = edition;
    }

    Retirement of(int ordinal) {
        if (!edition.isInactive(ordinal)) {
            return Retirement.UNKNOWN;
        }
        long concept = edition.sctid(ordinal);
        List<Successor> successors = new ArrayList<>();
        for (long refset : SUCCESSIONS) {
            RefsetRows rows = edition.refsets().rows(refset);
            int target = rows == null ? -1 : rows.field("targetComponentId");
            for (int row = first(rows, concept, target); row < end(rows, concept, target); row++) {
                if (rows != null && rows.isActive(row)) {
                    successors.add(new Successor(rows.text(row, target), coding(refset)));
                }
            }
        }
        return new Retirement(reason(concept), List.copyOf(successors));
    }

    private static int first(@Nullable RefsetRows rows, long concept, int field) {
        return rows == null || field < 0 ? 0 : rows.first(concept);
    }

    private static int end(@Nullable RefsetRows rows, long concept, int field) {
        return rows == null || field < 0 ? 0 : rows.end(concept);
    }

    private @Nullable Coding reason(long concept) {
        RefsetRows rows = edition.refsets().rows(INACTIVATION_INDICATOR);
        int value = rows == null ? -1 : rows.field("valueId");
        for (int row = first(rows, concept, value); row < end(rows, concept, value); row++) {
            if (rows != null && rows.isActive(row)) {
                return coding(Long.parseLong(rows.text(row, value)));
            }
        }
        return null;
    }

    private Coding coding(long concept) {
        int ordinal = edition.locate(concept);
        return new Coding(Sctid.SYSTEM, null, Long.toString(concept), ordinal < 0 ? null : edition.display(ordinal));
    }
}
