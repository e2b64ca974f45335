package no.normverk.snomed.constraint;

import no.normverk.snomed.ConcreteValue;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.Equality;

/** Concrete values compared. A value of another kind than what it is compared with satisfies nothing, not even {@code !=}. */
final class ConcreteComparison {

    private ConcreteComparison() {}

    static boolean holds(Comparison.OfAttribute comparison, ConcreteValue value) {
        return switch (comparison) {
            case Comparison.Number number ->
                value.isNumber() && Orders.holds(number.operator(), value.number().compareTo(number.value()));
            case Comparison.Text text ->
                value.isText()
                        && TextMatch.ofValue(text.terms()).matches(value.plain()) == (text.operator() == Equality.EQUAL);
            case Comparison.Bool bool ->
                value.isBoolean()
                        && (Boolean.parseBoolean(value.plain()) == bool.value()) == (bool.operator() == Equality.EQUAL);
            case Comparison.Concepts _ -> false;
        };
    }
}
