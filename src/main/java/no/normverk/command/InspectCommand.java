package no.normverk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.normverk.loading.LoadReport;
import no.normverk.loading.Loader;
import no.normverk.store.DataDirectory;
import no.normverk.store.ResourceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "inspect", description = "Show what is in files and what loading them would change, without changing anything.")
final class InspectCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    LoadOptions options = new LoadOptions();

    @Mixin
    HelpOption help = new HelpOption();

    InspectCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (ResourceStore.exists(data.directory)) {
            inspect(data.directory);
            return ExitCode.DONE;
        }
        // What would a first load do? Asked of an empty directory elsewhere, so that looking does not make the data directory.
        Path empty = Files.createTempDirectory("normverk-inspect");
        try {
            inspect(empty);
        } finally {
            DataDirectory.delete(empty);
        }
        return ExitCode.DONE;
    }

    private void inspect(Path directory) {
        TextProgress progress = TextProgress.ofThisProcess();
        try (ResourceStore store = ResourceStore.open(directory)) {
            Loader loader = program.loader(store, progress);
            LoadReport report = loader.inspect(options.request());
            progress.clear();
            PrintWriter out = spec.commandLine().getOut();
            ReportText.files(report, true, out);
            out.println("Loading would give: " + ReportText.changes(report) + ReportText.before(report));
        } finally {
            progress.clear();
        }
    }
}
