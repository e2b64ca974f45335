package no.normverk.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with a server, or with a command of its jar, on the JDK that runs the benchmark. */
final class ServerProcess implements AutoCloseable {

    private static final byte[] FIRST_QUESTION = Request.get("/fhir/CodeSystem/$lookup", "system", "http://hl7.org/fhir/administrative-gender", "code", "male")
            .encoded();

    private final Process process;
    private final int port;
    private final Duration untilFirstAnswer;

    private ServerProcess(Process process, int port, Duration untilFirstAnswer) {
        this.process = process;
        this.port = port;
        this.untilFirstAnswer = untilFirstAnswer;
    }

    /**
     * Starts a server and waits until it has given a terminology answer.
     *
     * @param launch options of the JVM and what to run, up to the name of the class or jar
     */
    static ServerProcess start(List<String> launch, Path data, Path log) throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = List.of("serve", "--data", data.toString(), "--port", Integer.toString(port));
        long begin = System.nanoTime();
        Process process = start(launch, arguments, log);
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IOException("the server ended with code " + process.exitValue() + ", see " + log);
            }
            Thread.sleep(5);
        }
        return new ServerProcess(process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Runs a command to its end and tells how long it took. */
    static Duration run(List<String> launch, List<String> arguments, Path log) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = start(launch, arguments, log).waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", arguments) + " ended with code " + code + ": " + Files.readString(log));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Process start(List<String> launch, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(launch);
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Connection connection = new Connection(port)) {
            return connection.ask(FIRST_QUESTION) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Duration untilFirstAnswer() {
        return untilFirstAnswer;
    }

    /** CPU time the process has used up to now; zero where that is not known. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What the process holds in memory, of its own and of files, as Linux counts it; empty elsewhere. */
    String resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? String.format("%d MB, %d of its own and %d of mapped files", megabytes(status, "VmRSS:"), megabytes(status, "RssAnon:"), megabytes(status, "RssFile:"))
                : "not known here";
    }

    private static long megabytes(Path status, String line) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
