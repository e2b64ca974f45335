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
