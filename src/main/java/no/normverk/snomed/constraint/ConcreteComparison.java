package no.normverk.snomed.constraint;

import java.util.function.Predicate;
import no.normverk.snomed.ConcreteValue;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.Equality;

/** Concrete values compared. A value of another kind than what it is compared with satisfies nothing, not even {@code !=}. */
final class ConcreteComparison {

    private ConcreteComparison() {}

    static Predicate<ConcreteValue> of(Comparison.OfAttribute comparison, Work work) {
        return switch (comparison) {
            case Comparison.Number number ->
                value -> value.isNumber() && Orders.holds(number.operator(), value.number().compareTo(number.value()));
            case Comparison.Text text -> {
                TextMatch match = TextMatch.ofValue(text.terms());
                boolean wanted = text.operator() == Equality.EQUAL;
                yield value -> value.isText() && holds(match, value.plain(), work) == wanted;
            }
            case Comparison.Bool bool -> {
                boolean wanted = bool.value() == (bool.operator() == Equality.EQUAL);
                yield value -> value.isBoolean() && Boolean.parseBoolean(value.plain()) == wanted;
            }
            case Comparison.Concepts _ -> value -> false;
        };
    }

    private static boolean holds(TextMatch match, String text, Work work) {
        work.add(match.cost(text));
        return match.matches(text);
    }
}
