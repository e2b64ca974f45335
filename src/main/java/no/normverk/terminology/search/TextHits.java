package no.normverk.terminology.search;

/**
 * Ranked concepts.
 *
 * @param total how many concepts match in all
 * @param ordinals the best of them, best first
 * @param scores their scores, ascending: lower is better, and scores of different code systems can be compared
 */
public record TextHits(int total, int[] ordinals, long[] scores) {}
