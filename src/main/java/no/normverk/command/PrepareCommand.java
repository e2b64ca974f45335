package no.normverk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.normverk.store.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "prepare",
        description = {
            "Make starts fast: start a server once on the side, ask it a few things, and keep its classes beside the jar (normverk.aot).",
            "Holds for this jar and this JDK; 'serve' uses it by itself. Changes nothing else."
        })
final class PrepareCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = "./terminology",
            descriptionKey = "normverk.content",
            description = "Content directory to start with (default: ${DEFAULT-VALUE}; setting normverk.content, NORMVERK_CONTENT)")
    Path content = Path.of("terminology");

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            descriptionKey = "normverk.profiles",
            description = "Directory of profiles and vocabulary (default: profiles beside the content directory)")
    @Nullable Path profiles;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClassCache cache = ClassCache.ofThisProgram().orElse(null);
        if (cache == null) {
            spec.commandLine().getErr().println("Only a jar can be prepared, and this runs from a folder of classes");
            return ExitCode.FAILED;
        }
        Path aside = Files.createTempDirectory("normverk-prepare");
        try {
            new Training(cache, aside).run(content, profiles != null ? profiles : content.toAbsolutePath().resolveSibling("profiles"));
            spec.commandLine().getOut().println("Starts of " + cache.jar() + " use " + cache.file() + ", " + (Files.size(cache.file()) >> 20) + " MB");
            return ExitCode.DONE;
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.FAILED;
        } finally {
            DataDirectory.delete(aside);
        }
    }
}
