package no.normverk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.normverk.store.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    ContentOptions content = new ContentOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClassCache cache = ClassCache.ofThisProgram().orElse(null);
        if (cache == null) {
            spec.commandLine().getErr().println("Only a jar can be prepared, and this runs from a folder of classes");
            return ExitCode.FAILED;
        }
        Path aside = Files.createTempDirectory("normverk-prepare");
        try {
            new Training(cache, aside).run(content.directory, content.profiles());
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
