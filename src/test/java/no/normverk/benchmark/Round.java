package no.normverk.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    /** What one connection saw. */
    private record Seen(long[] latencies, long errors) {}


    static Round run(ServerProcess server, List<byte[]> requests, int connections, double seconds)
            throws IOException, InterruptedException {
        Cost before = Cost.of(server);
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Seen> seen = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
            List<Future<Seen>> futures = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                futures.add(callers.submit(() -> ask(server, requests, first, end)));
            }
            for (Future<Seen> future : futures) {
                seen.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a caller failed", e.getCause());
        }
        double elapsed = (System.nanoTime() - begin) / 1e9;
        Cost after = Cost.of(server);
        long[] all = seen.stream().map(Seen::latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        long count = all.length;
        return new Round(
                count,
                (after.cpuNanos() - before.cpuNanos()) / 1e3 / count,
                (after.allocatedBytes() - before.allocatedBytes()) / (double) count,
                count / elapsed,
                all[(int) (count / 2)] / 1e3,
                all[(int) (count * 99 / 100)] / 1e3,
                seen.stream().mapToLong(Seen::errors).sum());
    }

    private static Seen ask(ServerProcess server, List<byte[]> requests, int first, long end) {
        long[] latencies = new long[1 << 16];
        int count = 0;
        long errors = 0;
        try (Connection connection = new Connection(server.port())) {
            for (long now = System.nanoTime(); now < end; ) {
                byte[] request = requests.get((first + count) % requests.size());
                if (connection.ask(request) != 200) {
                    errors++;
                }
                long after = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = after - now;
                now = after;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seen(Arrays.copyOf(latencies, count), errors);
    }
}
