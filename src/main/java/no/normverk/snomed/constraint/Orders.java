package no.normverk.snomed.constraint;

import no.normverk.snomed.ecl.Order;

/** Comparison operators applied. */
final class Orders {

    private Orders() {}

    /** @param sign negative when the value is below what it is compared with, zero when equal, else positive */
    static boolean holds(Order order, int sign) {
        return switch (order) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
    }
}
