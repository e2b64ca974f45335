package no.normverk.snomed.ecl;

import java.util.Locale;
import java.util.Set;

/** {@code memberFilter}: a condition on one row of a reference set. */
public sealed interface MemberFilter permits MemberFilter.Field, ModuleFilter, EffectiveTimeFilter, ActiveFilter {
    /**
     * {@code memberFieldFilter}: a condition on one field.
     *
     * @param name the field as the release file's header spells it; moduleId, effectiveTime and active have filters of their own
     */
    record Field(String name, Comparison comparison) implements MemberFilter {
        private static final Set<String> OWN_FILTERS = Set.of("moduleid", "effectivetime", "active");

        public Field {
            Shape.fieldName(name);
            Shape.legal(!OWN_FILTERS.contains(name.toLowerCase(Locale.ROOT)), name, "a field without a filter of its own");
        }
    }
}
