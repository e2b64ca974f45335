package no.normverk.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * One round of load: the same requests again and again over some connections for some time.
 *
 * @param requests how many were answered
 * @param cpuMicros CPU microseconds of the server process per request
 * @param allocatedBytes bytes allocated in the server per request
 * @param perSecond requests per second
 * @param p50Micros median latency in microseconds, as the caller sees it
 * @param p99Micros 99th percentile of the same
 * @param errors how many were answered with another status than 200
 */
record Round(
        long requests, double cpuMicros, double allocatedBytes, double perSecond, double p50Micros, double p99Micros, long errors) {

    /** A compiler that works less than this share of the time has nothing left that would tell in the figures. */
    private static final double COMPILED = 0.02;

    /**
     * Asks until the server's compilers have almost nothing left to do. Their time is CPU time of the server too, and answers are given by interpreted code meanwhile: figures taken before would tell how fast
     * a JVM warms up, and not what a request costs.
     *
     * @param least seconds at the least
     * @param most seconds at the most
     */
    static void warmUp(ServerProcess server, List<byte[]> requests, int connections, double least, double most) throws IOException {
        run(server, requests, connections, least);
        for (double passed = least; passed < most; passed++) {
            long before = Cost.of(server).compilationMillis();
            run(server, requests, connections, 1);
            if (Cost.of(server).compilationMillis() - before < 1_000 * COMPILED) {
                return;
            }
        }
    }

    static Round run(ServerProcess server, List<byte[]> requests, int connections, double seconds) throws IOException {
        try (Callers callers = new Callers(server.port(), requests, connections)) {
            Cost before = Cost.of(server);
            long begin = System.nanoTime();
            callers.run(begin + (long) (seconds * 1e9));
            double elapsed = (System.nanoTime() - begin) / 1e9;
            Cost after = Cost.of(server);
            long[] latencies = callers.latencies();
            int count = latencies.length;
            return new Round(
                    count,
                    (after.cpuNanos() - before.cpuNanos()) / 1e3 / count,
                    (after.allocatedBytes() - before.allocatedBytes()) / (double) count,
                    count / elapsed,
                    latencies[count / 2] / 1e3,
                    latencies[(int) (count * 99L / 100)] / 1e3,
                    callers.errors());
        }
    }
}
