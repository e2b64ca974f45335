package no.normverk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelaunchTest {

    private static final Path CACHE = Path.of("/opt/normverk.aot");

    @TempDir
    Path directory;

    /** A process as it ended. */
    private record Run(long pid, String output) {}

    @Test
    void theCommandLineStaysAsItIsButForTheCache() {
        assertThat(Relaunch.commandLine(List.of("java", "-Xmx1g", "-jar", "a.jar", "serve", "--port", ""), Map.of(), CACHE))
                .contains(List.of("java", "-XX:AOTCache=/opt/normverk.aot", "-Xmx1g", "-jar", "a.jar", "serve", "--port", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-XX:AOTCache=mine.aot", "-XX:AOTMode=off", "-XX:AOTCacheOutput=mine.aot", "-XX:SharedArchiveFile=mine.jsa", "-Xshare:off",
        "-agentlib:jdwp=transport=dt_socket,server=y", "-agentpath:/opt/profiler.so", "-javaagent:/opt/agent.jar"
    })
    void whoeverChoosesACacheOrBringsAnAgentIsLeftAlone(String option) {
        assertThat(Relaunch.commandLine(List.of("java", option, "-jar", "a.jar", "serve"), Map.of(), CACHE)).isEmpty();
        assertThat(Relaunch.commandLine(List.of("java", "-jar", "a.jar", "serve"), Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g " + option), CACHE)).isEmpty();
        assertThat(Relaunch.commandLine(List.of("java", "-jar", "a.jar", "serve"), Map.of("JDK_JAVA_OPTIONS", option), CACHE)).isEmpty();
    }

    @Test
    void aProgramThatIsNotRunFromAJarIsLeftAlone() {
        assertThat(Relaunch.commandLine(List.of("java", "-cp", "classes", "no.normverk.Normverk", "serve"), Map.of(), CACHE)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerGoesOnWithTheCacheBesideItsJarAsTheSameProcess() throws Exception {
        Path jar = jar();
        Path cache = directory.resolve("program.aot");
        assertThat(run(jar, "serve").output()).doesNotContain("AOTCache");
        run(jar, "-XX:AOTCacheOutput=" + cache, "serve");
        assertThat(cache).isNotEmptyFile();

        Run served = run(jar, "-Xmx64m", "serve", "--port", "a b");
        assertThat(served.output()).contains(served.pid() + " [-XX:AOTCache=" + cache + ", -Xmx64m] serve --port a b").doesNotContain("warning");
        assertThat(run(jar, "list").output()).doesNotContain("AOTCache");

        Files.setLastModifiedTime(cache, FileTime.from(Instant.EPOCH));
        assertThat(run(jar, "serve").output()).as("made of an earlier jar").doesNotContain("AOTCache").contains("serve");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCacheThatTheJdkCannotUseIsNoReasonNotToStart() throws Exception {
        Path jar = jar();
        Files.writeString(directory.resolve("program.aot"), "no cache");
        assertThat(run(jar, "serve").output()).contains("] serve");
    }

    private Path jar() throws IOException {
        return ProgramJar.write(directory.resolve("program.jar"), RelaunchedProgram.class, Relaunch.class, ClassCache.class);
    }

    /** Runs the jar; arguments that begin with a single {@code -} are the JVM's. */
    private Run run(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        List.of(arguments).stream().filter(RelaunchTest::isOfJvm).forEach(command::add);
        command.addAll(List.of("-jar", jar.toString()));
        List.of(arguments).stream().filter(argument -> !isOfJvm(argument)).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return new Run(process.pid(), output);
    }

    private static boolean isOfJvm(String argument) {
        return argument.startsWith("-X");
    }
}
