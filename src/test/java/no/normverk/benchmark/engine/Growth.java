package no.normverk.benchmark.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.benchmark.SyntheticRelease;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.edition.Progress;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks for editions of growing size and prints a table for {@code docs/performance.md}. System properties:
 *
 * <ul>
 *   <li>{@code growth.releases}: folders or zips of RF2 releases, separated by commas, smallest first; releases are made up when it is absent
 *   <li>{@code growth.sizes}: how many concepts the made-up releases have
 *   <li>{@code growth.work}: directory for editions, kept between runs: what is compiled there is not compiled again
 *   <li>{@code growth.only}: regular expression of the benchmarks to run
 *   <li>{@code growth.iterations}: how many seconds to measure each
 * </ul>
 */
public final class Growth {

    private static final PrintStream OUT = System.out;
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Growth() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        String kept = System.getProperty("growth.work", "");
        Path work = kept.isEmpty() ? Files.createTempDirectory("normverk-growth") : Files.createDirectories(Path.of(kept));
        List<Path> editions = editions(work);
        Map<String, Map<String, String>> cells = cells(run(editions));
        OUT.println();
        OUT.println("| CPU us, bytes allocated | " + editions.stream().map(Growth::concepts).collect(Collectors.joining(" | ")) + " |");
        OUT.println("| --- |" + " --- |".repeat(editions.size()));
        cells.forEach((benchmark, byEdition) -> OUT.println("| " + benchmark + " | "
                + editions.stream().map(edition -> byEdition.getOrDefault(edition.toString(), "")).collect(Collectors.joining(" | "))
                + " |"));
    }

    private static String property(String name, String otherwise) {
        String given = System.getProperty(name, "");
        return given.isEmpty() ? otherwise : given;
    }

    private static List<Path> editions(Path work) throws IOException {
        List<Path> editions = new ArrayList<>();
        String given = System.getProperty("growth.releases", "");
        if (!given.isEmpty()) {
            for (String release : given.split(",")) {
                Path edition = work.resolve("edition-" + Path.of(release).getFileName());
                editions.add(edition(edition, Path.of(release)));
            }
            return editions;
        }
        for (String size : property("growth.sizes", "10000,100000,350000").split(",")) {
            Path release = work.resolve("release-" + size);
            Path edition = work.resolve("edition-" + size);
            if (!Files.exists(edition) && !Files.exists(release)) {
                SyntheticRelease.write(release, Integer.parseInt(size));
            }
            editions.add(edition(edition, release));
        }
        return editions;
    }

    private static Path edition(Path edition, Path release) throws IOException {
        if (!Files.exists(edition)) {
            long begin = System.nanoTime();
            SnomedCompiler.compile(List.of(release), CompileOptions.DEFAULT, edition, Progress.NONE);
            OUT.printf(Locale.ROOT, "%s compiled in %.1f s%n", release.getFileName(), (System.nanoTime() - begin) / 1e9);
        }
        return edition.toAbsolutePath();
    }

    private static String concepts(Path edition) {
        long begin = System.nanoTime();
        try (SnomedEdition opened = SnomedEdition.open(edition);
                Stream<Path> files = Files.walk(edition)) {
            double millis = (System.nanoTime() - begin) / 1e6;
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            return String.format(Locale.ROOT, "%,d concepts (%,d MB, opened in %.0f ms)", opened.size(), bytes / 1_000_000, millis);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Collection<RunResult> run(List<Path> editions) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(property("growth.only", "no.normverk.benchmark.engine"))
                .param("edition", editions.stream().map(Path::toString).toArray(String[]::new))
                .forks(1)
                .jvmArgs("-Xmx3g", "--enable-native-access=ALL-UNNAMED")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(Integer.parseInt(property("growth.iterations", "5")))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true);
        return new Runner(options.build()).run();
    }

    /** By benchmark, then by edition: microseconds of CPU and bytes allocated. */
    private static Map<String, Map<String, String>> cells(Collection<RunResult> results) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String kind = parameters.getParamsKeys().contains("kind") ? " " + parameters.getParam("kind") : "";
            String name = parameters.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1 ") + kind;
            String cell = String.format(
                    Locale.ROOT, "%,.2f, %,.0f", secondary(result, CpuProfiler.CPU), secondary(result, ALLOCATION));
            cells.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(parameters.getParam("edition"), cell);
        }
        return cells;
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }
}
