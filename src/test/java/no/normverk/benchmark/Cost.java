package no.normverk.benchmark;

import java.io.IOException;

/**
 * What a server process has used since it started.
 *
 * @param cpuNanos CPU time of the process, garbage collection and compilation included
 * @param allocatedBytes bytes allocated on the heap
 * @param compilationMillis how long the JVM's compilers have worked
 */
record Cost(long cpuNanos, long allocatedBytes, long compilationMillis) {

    private static final byte[] REQUEST = Request.get("/bare/cost").encoded();

    static Cost of(ServerProcess server) throws IOException {
        try (Connection connection = new Connection(server.port())) {
            connection.ask(REQUEST);
            String[] numbers = connection.text().split(" ");
            return new Cost(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        }
    }
}
