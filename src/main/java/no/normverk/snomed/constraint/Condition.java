package no.normverk.snomed.constraint;

import java.util.List;
import no.normverk.snomed.ecl.Cardinality;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.Equality;

/** A refinement with its identifiers resolved. */
public sealed interface Condition {

    /**
     * How many relationships of these types have such a value.
     *
     * @param reversed whether the concept is the target and the value the source
     */
    record Attribute(Cardinality cardinality, boolean reversed, Plan names, Value value) implements Condition {}

    /** How many relationship groups satisfy the condition, which holds no group itself. */
    record Group(Cardinality cardinality, Condition attributes) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    /** What a relationship's value is compared with. */
    sealed interface Value {

        /** A concept of the set, or one that is not. */
        record Concepts(Equality operator, Plan values) implements Value {}

        /** A number, a text or a truth value. */
        record Concrete(Comparison.OfAttribute comparison) implements Value {}
    }
}
