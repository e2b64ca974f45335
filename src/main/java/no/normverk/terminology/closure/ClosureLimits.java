package no.normverk.terminology.closure;

import java.time.Duration;

/**
 * How much closure tables may hold.
 *
 * @param tables how many tables there may be; beyond it the one that was not used for longest is dropped
 * @param size what one table may hold, concepts and entries together; a long code counts for several
 * @param totalSize the same for all tables together; beyond it those that were not used for longest are dropped
 * @param idle how long a table is kept that nobody uses
 */
public record ClosureLimits(int tables, int size, int totalSize, Duration idle) {

    public static final ClosureLimits DEFAULT = new ClosureLimits(1_000, 250_000, 1_000_000, Duration.ofHours(24));
}
