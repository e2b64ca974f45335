package no.normverk.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import no.normverk.snomed.SnomedEdition;
import no.normverk.store.DataDirectory;
import no.normverk.store.ResourceStore;

/**
 * Measures the server and prints tables for {@code docs/performance.md}, which tells how to run it. System properties:
 *
 * <ul>
 *   <li>{@code benchmark.rf2}: an RF2 release to load; a small one is made up when it is absent
 *   <li>{@code benchmark.data}: data directory to use, kept between runs: what is loaded there is not loaded again
 *   <li>{@code benchmark.jar}: the packaged server, for the times of loading and starting
 *   <li>{@code benchmark.jvm}: options of every JVM of the server, separated by spaces
 *   <li>{@code benchmark.connections}: over how many connections to ask, such as {@code 1,8}
 *   <li>{@code benchmark.rounds}, {@code benchmark.seconds}: rounds, seconds per round
 *   <li>{@code benchmark.warmup}, {@code benchmark.warmup.most}: seconds to warm up per case at the least, and at the most when the JVM's compilers still have work
 *   <li>{@code benchmark.only}: only cases whose name contains this
 *   <li>{@code benchmark.start}: whether to measure starting, true by default
 * </ul>
 */
public final class Benchmark {

    private static final PrintStream OUT = System.out;

    /** What docs/operations.md says is enough for one edition and the catalogue, and for loading. */
    private static final List<String> SERVER = List.of("-Xmx512m", "-XX:+UseParallelGC");
    private static final List<String> LOADER = List.of("-Xmx1g");

    private final Path data;
    private final Path log;
    private final List<String> jvm;
    private final int rounds = Integer.getInteger("benchmark.rounds", 5);
    private final double seconds = Double.parseDouble(System.getProperty("benchmark.seconds", "2"));
    private final double warmup = Double.parseDouble(System.getProperty("benchmark.warmup", "4"));
    private final double warmupAtMost = Double.parseDouble(System.getProperty("benchmark.warmup.most", "40"));
    private final String only = System.getProperty("benchmark.only", "");

    private Benchmark(Path data) {
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.jvm = Stream.of(System.getProperty("benchmark.jvm", "").split(" +")).filter(option -> !option.isEmpty()).toList();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String kept = System.getProperty("benchmark.data", "");
        if (!kept.isEmpty()) {
            new Benchmark(Path.of(kept).toAbsolutePath()).run();
            return;
        }
        Path passing = Files.createTempDirectory("normverk-benchmark");
        try {
            new Benchmark(passing.resolve("data")).run();
        } finally {
            DataDirectory.delete(passing);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path release = release();
        OUT.printf("Java %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        Path jar = Path.of(System.getProperty("benchmark.jar", "target/normverk.jar"));
        if (!ResourceStore.exists(data)) {
            Duration loading = ServerProcess.run(jar(jar, LOADER), List.of("load", "--data", data.toString(), release.toString()), log);
            OUT.printf(Locale.ROOT, "Loading %s: %.1f s%n", release.getFileName(), loading.toMillis() / 1e3);
        }
        Scenarios scenarios = open(jar);
        if (Boolean.parseBoolean(System.getProperty("benchmark.start", "true"))) {
            measureStart(jar, data);
        }
        compare(chosen(scenarios.all()), data);
        CatalogueScenarios catalogue = new CatalogueScenarios();
        if (!chosen(catalogue.all()).isEmpty()) {
            benchmark(catalogue, jar);
        }
    }

    private List<Scenario> chosen(List<Scenario> all) {
        return all.stream().filter(scenario -> scenario.name().contains(only)).toList();
    }

    /** The catalogue stands in a data directory of its own, so that neither it nor the edition is measured with the other's memory beside it. */
    private void benchmark(CatalogueScenarios catalogue, Path jar) throws IOException, InterruptedException {
        Path directory = data.resolveSibling(data.getFileName() + "-catalogue");
        Path products = catalogue.write(data.resolveSibling("catalogue.json"));
        ServerProcess.run(jar(jar, LOADER), List.of("load", "--data", directory.toString(), products.toString()), log);
        OUT.printf("%nCatalogue of 10,000 products%n");
        if (Boolean.parseBoolean(System.getProperty("benchmark.start", "true"))) {
            measureStart(jar, directory);
        }
        compare(chosen(catalogue.all()), directory);
    }

    private Path release() throws IOException {
        String given = System.getProperty("benchmark.rf2", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        return ResourceStore.exists(data) ? data : SyntheticRelease.write(data.resolveSibling("synthetic"));
    }

    /** Opens the edition to choose from it, and loads the value sets to ask about. */
    private Scenarios open(Path jar) throws IOException, InterruptedException {
        Path edition;
        try (ResourceStore store = ResourceStore.open(data)) {
            edition = store.directory().edition(store.editions().getFirst());
        }
        double[] opening = new double[3];
        for (int i = 0; i < opening.length; i++) {
            long begin = System.nanoTime();
            SnomedEdition.open(edition).close();
            opening[i] = (System.nanoTime() - begin) / 1e6;
        }
        SnomedEdition opened = SnomedEdition.open(edition);
        OUT.printf(Locale.ROOT, "Opening %,d concepts: %.0f ms first, then %.0f ms; %,d MB on disk%n", opened.size(), opening[0],
                DoubleStream.of(opening).min().orElse(0), size(edition) / 1_000_000);
        Scenarios scenarios = new Scenarios(opened);
        List<String> load = new ArrayList<>(List.of("load", "--data", data.toString()));
        for (String valueSet : scenarios.valueSets()) {
            Path file = data.resolveSibling("valueset-" + (load.size() - 3) + ".json");
            load.add(Files.write(file, valueSet.getBytes(StandardCharsets.UTF_8)).toString());
        }
        ServerProcess.run(jar(jar, LOADER), load, log);
        return scenarios;
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private List<String> jar(Path jar, List<String> memory) {
        return Stream.of(memory, jvm, List.of("-jar", jar.toString())).flatMap(List::stream).toList();
    }

    /** From the start of the process of the packaged server to its first terminology answer, and what it then holds in memory. */
    private void measureStart(Path jar, Path directory) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        String resident = "";
        for (int i = 0; i < 3; i++) {
            try (ServerProcess server = ServerProcess.start(jar(jar, SERVER), directory, log)) {
                times.add(server.untilFirstAnswer().toMillis());
                cpu.add(server.cpu().toMillis());
                resident = server.resident();
            }
        }
        OUT.printf("Start to first answer, packaged jar: %s ms, of CPU on all cores %s ms; resident then %s%n", times, cpu, resident);
    }

    private void compare(List<Scenario> scenarios, Path directory) throws IOException, InterruptedException {
        if (scenarios.isEmpty()) {
            return;
        }
        List<String> launch = new ArrayList<>(SERVER);
        launch.addAll(jvm);
        launch.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        launch.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dspring.main.sources=" + BareConfiguration.class.getName()));
        launch.add("no.normverk.Normverk");
        int[] connections = Stream.of(System.getProperty("benchmark.connections", "1,8").split(",")).mapToInt(Integer::parseInt).toArray();
        try (ServerProcess server = ServerProcess.start(launch, directory, log)) {
            OUT.println();
            OUT.println(Comparison.HEADER);
            for (Scenario scenario : scenarios) {
                for (Comparison comparison : compare(server, scenario, connections)) {
                    OUT.println(comparison.row());
                }
            }
            OUT.println();
            OUT.printf("Resident after all of it: %s%n", server.resident());
        }
    }

    private List<Comparison> compare(ServerProcess server, Scenario scenario, int[] connections) throws IOException, InterruptedException {
        List<byte[]> real = scenario.requests().stream().map(Request::encoded).toList();
        List<byte[]> bare = new ArrayList<>();
        long bytes = 0;
        try (Connection connection = new Connection(server.port())) {
            for (Request request : scenario.requests()) {
                if (connection.ask(request.encoded()) != 200) {
                    OUT.println("| " + scenario.name() + " | not measured, answered with " + connection.text() + " |");
                    return List.of();
                }
                String answer = connection.text();
                bytes += answer.getBytes(StandardCharsets.UTF_8).length;
                connection.ask(put(answer));
                bare.add(request.encodedFor("/bare/" + connection.text()));
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int count : connections) {
            Round.warmUp(server, bare, count, warmup / 2, warmupAtMost);
            Round.warmUp(server, real, count, warmup, warmupAtMost);
            List<Round> ofBare = new ArrayList<>();
            List<Round> ofReal = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                ofBare.add(Round.run(server, bare, count, seconds));
                ofReal.add(Round.run(server, real, count, seconds));
            }
            comparisons.add(new Comparison(scenario, count, (int) (bytes / real.size()), ofBare, ofReal));
        }
        return comparisons;
    }

    private static byte[] put(String answer) {
        String post = new String(new Request("/bare/", answer).encoded(), StandardCharsets.UTF_8);
        return post.replaceFirst("POST", "PUT").getBytes(StandardCharsets.UTF_8);
    }
}
