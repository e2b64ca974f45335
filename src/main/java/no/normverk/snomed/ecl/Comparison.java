package no.normverk.snomed.ecl;

import java.math.BigDecimal;
import java.util.List;

/** The right half of an {@code eclAttribute} or a {@code memberFieldFilter}: an operator and a value. */
public sealed interface Comparison {
    /** What an attribute can be compared with; a reference set field can also be compared with {@link Times}. */
    sealed interface OfAttribute extends Comparison {}

    /** The value is among these concepts, or some value is not. */
    record Concepts(Equality operator, SubExpression value) implements OfAttribute {}

    /** {@code "#" numericValue}. The number keeps the digits it was written with, so 1.5 and 1.50 are different trees. */
    record Number(Order operator, BigDecimal value) implements OfAttribute {
        public Number {
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** {@code typedSearchTerm / typedSearchTermSet}: the value matches one of the terms; one at least. */
    record Text(Equality operator, List<SearchTerm> terms) implements OfAttribute {
        public Text {
            terms = Shape.atLeast(1, terms, "search terms");
        }
    }

    /** {@code booleanValue}. */
    record Bool(Equality operator, boolean value) implements OfAttribute {}

    /**
     * {@code timeValue / timeValueSet}: the value stands so to one of the times; one at least. After {@code =} and {@code !=}
     * the grammar reads quoted text as {@link Text} first, also where it looks like a date; it is a time there only when one of
     * the values is {@code ""}.
     */
    record Times(Order operator, List<TimeValue> values) implements Comparison {
        public Times {
            values = Shape.atLeast(1, values, "times");
            if (operator.isEquality() && values.stream().allMatch(value -> value.date().isPresent())) {
                throw new IllegalArgumentException("Dates after = and != are read as text");
            }
        }
    }
}
