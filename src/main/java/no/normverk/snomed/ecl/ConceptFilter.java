package no.normverk.snomed.ecl;

import java.util.List;

/** {@code conceptFilter}: a condition on the concept itself. */
public sealed interface ConceptFilter
        permits ConceptFilter.DefinitionStatusId,
                ConceptFilter.DefinitionStatus,
                ModuleFilter,
                EffectiveTimeFilter,
                ActiveFilter {
    /** {@code definitionStatusIdFilter}: the definition status as a concept. */
    record DefinitionStatusId(Equality operator, ConceptOperand statuses) implements ConceptFilter {}

    /** {@code definitionStatusTokenFilter}: the definition status by name; one at least. */
    record DefinitionStatus(Equality operator, List<Status> statuses) implements ConceptFilter {
        public DefinitionStatus {
            statuses = Shape.atLeast(1, statuses, "definition statuses");
        }
    }

    /** {@code definitionStatusToken}. */
    enum Status {
        PRIMITIVE("primitive"),
        DEFINED("defined");

        private final String token;

        Status(String token) {
            this.token = token;
        }

        /** The name, the same in both forms. */
        public String token() {
            return token;
        }
    }
}
