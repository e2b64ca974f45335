package no.normverk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Windows ends processes at once, and the JDK keeps nothing then. */
@DisabledOnOs(OS.WINDOWS)
class TrainingTest {

    @TempDir
    Path directory;

    private ClassCache cache;
    private Path aside;

    @BeforeEach
    void write() throws IOException {
        cache = new ClassCache(ProgramJar.write(directory.resolve("program.jar"), TrainedProgram.class));
        aside = Files.createDirectory(directory.resolve("aside"));
    }

    @Test
    void aServerIsAskedQuestionsAndItsClassesAreKeptBesideTheJar() throws Exception {
        Path content = Files.createDirectory(directory.resolve("content"));
        assertThat(cache.isCurrent()).isFalse();
        new Training(cache, aside).run(content, content);
        assertThat(cache.file()).isEqualTo(directory.resolve("program.aot")).isNotEmptyFile();
        assertThat(cache.isCurrent()).isTrue();
        assertThat(content.resolve("asked")).content().contains("/health", "/fhir/ValueSet/$expand", "/fhir/Library/$required-standards");
        assertThat(directory.resolve("program.aot.part")).doesNotExist();
    }

    @Test
    void aServerThatDoesNotStartIsToldAndLeavesWhatWasThere() throws Exception {
        Files.writeString(cache.file(), "of before");
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> new Training(cache, aside).run(missing, missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("no content in " + missing);
        assertThat(cache.file()).hasContent("of before");
        assertThat(directory.resolve("program.aot.part")).doesNotExist();
    }

    @Test
    void aFolderOfClassesIsNotPrepared() {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new PrepareCommand()).setErr(new PrintWriter(err)).execute();
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Only a jar can be prepared");
    }
}
