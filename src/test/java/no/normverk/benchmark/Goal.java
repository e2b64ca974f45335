package no.normverk.benchmark;

import java.util.Locale;

/**
 * What a request may cost.
 *
 * @param ratio at most so many times a bare servlet that sends the same bytes; 0 for no such goal
 * @param micros at most so many microseconds of CPU; 0 for no such goal
 * @param peer what the best other server was measured to cost, microseconds of CPU with eight connections; 0 where none was measured
 */
record Goal(double ratio, double micros, double peer) {

    static final Goal NONE = new Goal(0, 0, 0);

    static Goal ratio(double ratio) {
        return new Goal(ratio, 0, 0);
    }

    static Goal micros(double micros) {
        return new Goal(0, micros, 0);
    }

    /** The same goal, with the figure of Hades 2 on a machine of this kind with the generator's 350,000 concepts. */
    Goal peer(double measured) {
        return new Goal(ratio, micros, measured);
    }

    /** The goal, and whether it is met. */
    String judge(double measuredRatio, double measuredMicros) {
        if (ratio > 0) {
            return String.format(Locale.ROOT, "%.1f x: %s", ratio, measuredRatio <= ratio ? "met" : "not met");
        }
        return micros > 0 ? String.format(Locale.ROOT, "%.0f us: %s", micros, measuredMicros <= micros ? "met" : "not met") : "";
    }
}
