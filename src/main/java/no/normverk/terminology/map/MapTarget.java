package no.normverk.terminology.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a source code leads.
 *
 * @param code the target code, or {@code null} when the map says that there is none
 * @param display the target's text in the map
 * @param equivalence FHIR R4's ConceptMapEquivalence code: how the target compares with the source
 * @param comment remark of the map's author
 * @param dependsOn further conditions on the source
 * @param products further codes that belong to the result
 */
public record MapTarget(
        @Nullable String code,
        @Nullable String display,
        String equivalence,
        @Nullable String comment,
        List<MapAttribute> dependsOn,
        List<MapAttribute> products) {

    /** A statement that there is no target. */
    static MapTarget none() {
        return new MapTarget(null, null, Equivalence.UNMATCHED.code(), null, List.of(), List.of());
    }

    /** The same mapping with another relationship. */
    MapTarget with(Equivalence other) {
        return new MapTarget(code, display, other.code(), comment, dependsOn, products);
    }

    /** Whether it is no target but the statement that there is none. */
    public boolean isUnmatched() {
        return equivalence.equals("unmatched") || equivalence.equals("disjoint");
    }
}
