package no.normverk.terminology.valueset;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.VersionRules;

/**
 * What a caller says of how value sets shall be read.
 *
 * @param versions rules for code system versions
 * @param valueSetVersions versions of imported value sets that do not state one ({@code default-valueset-version})
 * @param supplements supplements to use ({@code useSupplement})
 * @param activeOnly whether inactive concepts are left out
 */
public record EvaluationSettings(
        VersionRules versions, List<Canonical> valueSetVersions, List<Canonical> supplements, boolean activeOnly) {

    public static final EvaluationSettings DEFAULT =
            new EvaluationSettings(VersionRules.NONE, List.of(), List.of(), false);
}
