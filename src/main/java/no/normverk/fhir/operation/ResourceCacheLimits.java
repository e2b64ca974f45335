package no.normverk.fhir.operation;

import java.time.Duration;

/**
 * How much callers may leave with the server between calls.
 *
 * @param caches how many caches there may be; beyond it the one that was not used for longest is dropped
 * @param bytes how much JSON one cache may hold
 * @param totalBytes how much all of them together; beyond it those that were not used for longest are dropped
 * @param idle how long a cache is kept that nobody uses
 */
record ResourceCacheLimits(int caches, long bytes, long totalBytes, Duration idle) {

    static final ResourceCacheLimits DEFAULT =
            new ResourceCacheLimits(200, 16L << 20, 64L << 20, Duration.ofMinutes(30));
}
