package no.normverk.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Makes a {@link ClassCache}: a server of its own is started, asked what servers are asked, and ended; the JDK keeps what it saw. */
final class Training {
    /** A machine may be busy; a server that has not answered by then does not. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String GENDER = "http://hl7.org/fhir/administrative-gender";

    /** One of each kind of question, so that the classes that answer it are among those kept. */
    private static final List<String> QUESTIONS = List.of(
            "/fhir/metadata",
            "/fhir/metadata?mode=terminology",
            "/fhir/CodeSystem/$lookup?system=" + GENDER + "&code=male",
            "/fhir/CodeSystem/$validate-code?url=" + GENDER + "&code=male&display=Man",
            "/fhir/CodeSystem/$subsumes?system=" + GENDER + "&codeA=male&codeB=female",
            "/fhir/ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/administrative-gender&system=" + GENDER + "&code=male",
            "/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&filter=fem",
            "/fhir/ValueSet/$expand?url=http://snomed.info/sct?fhir_vs&count=10",
            "/fhir/ConceptMap/$translate?system=" + GENDER + "&code=male&targetsystem=http://terminology.hl7.org/CodeSystem/v2-0001",
            "/fhir/Library?_count=5",
            "/fhir/Library/$required-standards?actor=alle-virksomheter&count=5",
            "/fhir/PlanDefinition?_count=1",
            "/fhir/CodeSystem/$lookup?system=" + GENDER + "&code=male&_format=xml");

    private final ClassCache cache;
    private final Path aside;
    private final Path unfinished;

    /** @param aside an empty directory for what the server needs; not removed here */
    Training(ClassCache cache, Path aside) {
        this.cache = cache;
        this.aside = aside;
        this.unfinished = cache.jar().resolveSibling(cache.file().getFileName() + ".part");
    }

    /**
     * Makes the cache, in place of one that is there already.
     *
     * @throws IOException when the server does not start or the JDK makes no cache; what was there before stays
     */
    void run(Path content, Path profiles) throws IOException, InterruptedException {
        Path log = aside.resolve("log");
        int port = freePort();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCacheOutput=" + unfinished,
                        "-jar", cache.jar().toString(),
                        "serve",
                        "--data", aside.resolve("data").toString(),
                        "--content", content.toString(),
                        "--profiles", profiles.toString(),
                        "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            ask(server, port, log);
            // In good order, as a server ends: the cache is made after that, before the process is gone.
            server.destroy();
            server.waitFor();
            if (!Files.isRegularFile(unfinished)) {
                throw new IOException("The JDK made no cache of classes; it said:\n" + Files.readString(log));
            }
            Files.move(unfinished, cache.file(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            server.destroyForcibly();
            Files.deleteIfExists(unfinished);
        }
    }

    private static void ask(Process server, int port, Path log) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitAnswer(client, server, port, log);
            for (String question : QUESTIONS) {
                client.send(request(port, question), HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static void awaitAnswer(HttpClient client, Process server, int port, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                client.send(request(port, "/health"), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("The server did not start; it said:\n" + Files.readString(log), notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    private static HttpRequest request(int port, String question) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + question)).timeout(PATIENCE).build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
