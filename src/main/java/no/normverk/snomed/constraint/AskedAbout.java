package no.normverk.snomed.constraint;

import no.normverk.snomed.SnomedEdition;

/** The concept that an explanation is asked for. */
sealed interface AskedAbout {

    boolean satisfies(Plan plan);

    boolean satisfies(Condition condition);

    /** A plan that holds the concept, so that filters can be tried on it alone. */
    Plan itself();

    /** One of the edition's own. */
    record Concept(SnomedEdition edition, Evaluation evaluation, int ordinal) implements AskedAbout {

        @Override
        public boolean satisfies(Plan plan) {
            return evaluation.evaluate(plan).contains(ordinal);
        }

        @Override
        public boolean satisfies(Condition condition) {
            return evaluation.satisfies(condition, ordinal);
        }

        @Override
        public Plan itself() {
            return new Plan.One(ordinal, edition.sctid(ordinal));
        }
    }

    /** One that the compositional grammar made. */
    record Composed(ExpressionMembership membership) implements AskedAbout {

        @Override
        public boolean satisfies(Plan plan) {
            return membership.satisfies(plan);
        }

        @Override
        public boolean satisfies(Condition condition) {
            return membership.satisfies(condition);
        }

        @Override
        public Plan itself() {
            return new Plan.Everything(true);
        }
    }
}
