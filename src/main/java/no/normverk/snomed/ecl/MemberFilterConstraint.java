package no.normverk.snomed.ecl;

import java.util.List;

/**
 * {@code memberFilterConstraint}, <code>{{ M ... }}</code>: rows of the reference set that pass all the filters; one filter at
 * least.
 */
public record MemberFilterConstraint(List<MemberFilter> filters) {
    public MemberFilterConstraint {
        filters = Shape.atLeast(1, filters, "member filters");
    }
}
