package no.normverk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import no.normverk.loading.ContentDirectory;
import no.normverk.store.ResourceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Bring the content directory into the data directory and start the server.")
final class ServeCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Mixin
    ContentOptions content = new ContentOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            descriptionKey = "server.port",
            description = "Port (default: ${DEFAULT-VALUE}; setting server.port, SERVER_PORT)")
    int port = 8080;

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        synchronise();
        program.serve(new ServerSettings(data.directory, content.directory, content.profiles(), port));
        return ExitCode.DONE;
    }

    private void synchronise() {
        PrintWriter out = spec.commandLine().getOut();
        TextProgress progress = TextProgress.ofThisProcess();
        try (ResourceStore store = ResourceStore.open(data.directory)) {
            ContentDirectory directory = new ContentDirectory(
                    List.of(content.directory, content.profiles()),
                    program.authoredContent(content.profiles()),
                    program.verification(),
                    program.build(),
                    progress);
            store.directory().removeLeftoversUnlessLoading(store.editions());
            ContentDirectory.Outcome outcome = directory.synchronise(store);
            progress.clear();
            tell(outcome);
            if (!Files.isDirectory(content.directory)) {
                out.println("There is no content directory " + content.directory
                        + "; its content, if there was one before, stays as it is");
            }
            outcome.change().ifPresent(entry -> out.println("Content of " + entry.source() + " brought in as change " + entry.number()));
        } finally {
            progress.clear();
        }
    }

    private void tell(ContentDirectory.Outcome outcome) {
        PrintWriter err = spec.commandLine().getErr();
        outcome.warnings().forEach(warning -> err.println("warning: " + warning));
        outcome.refused().forEach(err::println);
        if (!outcome.refused().isEmpty()) {
            err.println("The code lists above were refused; everything else was brought in, and what is there from before stays until they are mended");
        }
        err.flush();
    }
}
