package no.normverk.fhir.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list a caller wants. Pages of one list, one after the other, are the list.
 *
 * @param offset how many to leave out at the beginning
 * @param count how many to tell at the most
 */
record Page(int offset, int count) {

    private static final int USUAL = 100;
    private static final int MOST = 10_000;

    /** The caller's {@code offset} and {@code count}. */
    static Page of(Arguments arguments) {
        Integer offset = arguments.count("offset");
        Integer count = arguments.count("count");
        if (count != null && count > MOST) {
            throw Arguments.invalid("count", Integer.toString(count), "at most " + MOST + " on one page (CSV has everything)");
        }
        return new Page(offset == null ? 0 : offset, count == null ? USUAL : count);
    }

    <T> List<T> of(List<T> all) {
        int first = Math.min(offset, all.size());
        return all.subList(first, (int) Math.min((long) first + count, all.size()));
    }

    /** How many there are, where the page begins, and where the next one does. */
    void write(ParametersWriter parameters, int total) {
        parameters.integer("total", total).integer("offset", offset);
        Integer next = next(total);
        if (next != null) {
            parameters.integer("next-offset", next);
        }
    }

    private @Nullable Integer next(int total) {
        long next = (long) offset + count;
        return next < total && count > 0 ? (int) next : null;
    }
}
