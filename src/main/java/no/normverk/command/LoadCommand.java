package no.normverk.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import no.normverk.loading.LoadReport;
import no.normverk.loading.Loader;
import no.normverk.store.LoadEntry;
import no.normverk.store.ResourceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = "Load files into the data directory: all of them or, when one is refused, none. A running server picks "
                + "the load up.")
final class LoadCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    LoadOptions options = new LoadOptions();

    @Mixin
    HelpOption help = new HelpOption();

    LoadCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        TextProgress progress = TextProgress.ofThisProcess();
        try (ResourceStore store = ResourceStore.open(data.directory)) {
            Loader loader = program.loader(store, progress);
            LoadReport report = loader.load(options.request());
            progress.clear();
            print(report, spec.commandLine().getOut());
            return ExitCode.DONE;
        } finally {
            progress.clear();
        }
    }

    private static void print(LoadReport report, PrintWriter out) {
        ReportText.files(report, false, out);
        out.println(report.entry()
                .map(LoadEntry::number)
                .map(number -> "Loaded as change " + number + ": " + ReportText.changes(report))
                .orElseGet(() -> "Nothing to do, everything is loaded already: " + ReportText.changes(report)
                        + ReportText.before(report)));
    }
}
