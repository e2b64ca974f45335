package no.normverk.snomed.ecl;

import java.util.List;

/** {@code effectiveTimeFilter}: the release date of a description, a concept or a row of a reference set; one time at least. */
public record EffectiveTimeFilter(Order operator, List<TimeValue> times)
        implements DescriptionFilter, ConceptFilter, MemberFilter {
    public EffectiveTimeFilter {
        times = Shape.atLeast(1, times, "times");
    }
}
