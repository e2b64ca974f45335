package no.normverk.snomed.ecl;

import java.util.List;

/** {@code memberOf}: what a constraint takes from the rows of the reference sets in its focus. */
public sealed interface MemberOf {
    /** No {@code ^}: the focus is meant itself. */
    record None() implements MemberOf {}

    /** {@code ^}: the referenced components. */
    record ReferencedComponents() implements MemberOf {}

    /**
     * {@code ^ [a, b]}, {@code refsetFieldNameSet}: the values of the named fields, as the release files' headers spell them;
     * one name at least.
     */
    record Fields(List<String> names) implements MemberOf {
        public Fields {
            names = Shape.atLeast(1, names, "reference set fields");
            names.forEach(Shape::fieldName);
            if (names.size() == 1 && names.getFirst().equalsIgnoreCase("any")) {
                throw new IllegalArgumentException("\"any\" alone means every field");
            }
        }
    }

    /** {@code ^ [*]}: the values of all fields. */
    record EveryField() implements MemberOf {}
}
