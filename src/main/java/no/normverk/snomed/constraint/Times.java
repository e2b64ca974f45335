package no.normverk.snomed.constraint;

import java.time.LocalDate;
import no.normverk.snomed.ecl.Order;
import no.normverk.snomed.ecl.TimeValue;

/** Effective times compared. */
final class Times {

    private Times() {}

    /**
     * Whether a time stands to the times of a test as it demands.
     *
     * @param day yyyymmdd; 0 for a component without an effective time
     */
    static boolean holds(Test.Released test, int day) {
        boolean all = test.operator() == Order.NOT_EQUAL;
        for (TimeValue time : test.times()) {
            if (Orders.holds(test.operator(), Integer.compare(day, number(time))) != all) {
                return !all;
            }
        }
        return all;
    }

    /** The day that a column of a reference set holds: yyyymmdd, 0 where it is empty, -1 where it holds something else. */
    static int day(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean digits = text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    private static int number(TimeValue time) {
        if (time.date().isEmpty()) {
            return 0;
        }
        LocalDate date = time.date().get();
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
