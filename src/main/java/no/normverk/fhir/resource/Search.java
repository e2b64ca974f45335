package no.normverk.fhir.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question for resources of a type: all criteria must hold.
 *
 * @param criteria what must hold
 * @param sort by what the answer is ordered; ties, and no order, are by id
 * @param offset how many to skip
 * @param count how many to return at the most
 */
public record Search(List<Criterion> criteria, List<Order> sort, int offset, int count) {

    public Search {
        criteria = List.copyOf(criteria);
        sort = List.copyOf(sort);
    }

    /**
     * One condition.
     *
     * @param parameter what is looked at
     * @param modifier what follows the colon, or {@code null}
     * @param values any of these, as written, FHIR's escapes still in them
     */
    public record Criterion(SearchParameter parameter, @Nullable String modifier, List<String> values) {}

    /**
     * One key of the order.
     *
     * @param parameter what is compared
     * @param descending largest first
     */
    public record Order(SearchParameter parameter, boolean descending) {}

    /** A value or modifier that cannot be used. */
    public static final class UnusableCriterionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String parameter;
        private final String value;
        private final String expected;

        UnusableCriterionException(String parameter, String value, String expected) {
            super("parameter '" + parameter + "' has the value '" + value + "', expected " + expected);
            this.parameter = parameter;
            this.value = value;
            this.expected = expected;
        }

        public String parameter() {
            return parameter;
        }

        public String value() {
            return value;
        }

        public String expected() {
            return expected;
        }
    }
}
