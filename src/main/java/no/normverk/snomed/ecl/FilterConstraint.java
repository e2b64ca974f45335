package no.normverk.snomed.ecl;

import java.util.List;

/** {@code descriptionFilterConstraint / conceptFilterConstraint}: one pair of double braces; its filters must hold together. */
public sealed interface FilterConstraint {
    /** <code>{{ D ... }}</code>: at least one description of the concept passes all the filters; one filter at least. */
    record OfDescriptions(List<DescriptionFilter> filters) implements FilterConstraint {
        public OfDescriptions {
            filters = Shape.atLeast(1, filters, "description filters");
        }
    }

    /** <code>{{ C ... }}</code>: the concept passes all the filters; one filter at least. */
    record OfConcepts(List<ConceptFilter> filters) implements FilterConstraint {
        public OfConcepts {
            filters = Shape.atLeast(1, filters, "concept filters");
        }
    }
}
