package no.normverk.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rounds of the bare servlet and of the real server, taken in turn, so that what disturbs the machine disturbs both.
 *
 * @param scenario what was asked
 * @param connections over how many connections at once
 * @param answerBytes mean size of an answer
 * @param bare rounds of the bare servlet
 * @param real rounds of the real server, each right after the bare one at the same place
 */
record Comparison(Scenario scenario, int connections, int answerBytes, List<Round> bare, List<Round> real) {

    static final String HEADER = """
            | case | connections | answer bytes | CPU bare, us | CPU real, us | ratio | allocated bare, kB | allocated real, kB \
            | requests/s bare | requests/s real | p99 us bare | p50 us | p99 us | p99/p50 | errors | goal | peer, us |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""";

    /** The medians of all figures; the ratio is the median of the paired rounds' ratios. */
    String row() {
        double ratio = median(IntStream.range(0, real.size())
                .mapToDouble(i -> real.get(i).cpuMicros() / bare.get(i).cpuMicros())
                .toArray());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %.1f | %.1f | %.2f | %.1f | %.1f | %,.0f | %,.0f | %.0f | %.0f | %.0f | %.1f | %d | %s | %s |",
                scenario.name(),
                connections,
                answerBytes,
                median(bare, Round::cpuMicros),
                median(real, Round::cpuMicros),
                ratio,
                median(bare, Round::allocatedBytes) / 1e3,
                median(real, Round::allocatedBytes) / 1e3,
                median(bare, Round::perSecond),
                median(real, Round::perSecond),
                median(bare, Round::p99Micros),
                median(real, Round::p50Micros),
                median(real, Round::p99Micros),
                median(real, round -> round.p99Micros() / round.p50Micros()),
                real.stream().mapToLong(Round::errors).sum(),
                scenario.goal().judge(ratio, median(real, Round::cpuMicros)),
                scenario.goal().peer() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", scenario.goal().peer()));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = java.util.Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
