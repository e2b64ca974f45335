package no.normverk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.normverk.authoring.AuthoringException;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.ContentDirectory;
import no.normverk.loading.LoadingException;
import no.normverk.store.DataDirectory;
import no.normverk.store.ResourceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a content directory exactly as {@code serve} does, into a store that is thrown away, and tells everything that is wrong in what people wrote. */
@Command(
        name = "check",
        description = "Check a content directory as a server's start would, without changing anything: every problem with file and line.")
final class CheckCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "./terminology", description = "Content directory (default: ${DEFAULT-VALUE})")
    Path content = Path.of("terminology");

    @Mixin
    ProfilesOption profiles = new ProfilesOption();

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = content.normalize();
        Path vocabulary = profiles.orBeside(directory.toAbsolutePath());
        List<String> problems = missing(directory, vocabulary);
        if (problems.isEmpty()) {
            problems = authored(directory, vocabulary);
        }
        if (problems.isEmpty()) {
            problems = whole(directory, vocabulary);
        }
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        err.flush();
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static List<String> missing(Path... directories) {
        List<String> missing = new ArrayList<>();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                missing.add(directory + ": there is no such directory");
            }
        }
        return missing;
    }

    /** Each folder by itself, so that the problems of one do not hide those of another. */
    private List<String> authored(Path directory, Path vocabulary) throws IOException {
        List<String> problems = new ArrayList<>();
        for (AuthoredContent reader : program.authoredContent(vocabulary)) {
            Path folder = directory.resolve(reader.folder());
            if (Files.isDirectory(folder)) {
                try {
                    reader.read(folder);
                } catch (AuthoringException refused) {
                    problems.add(String.valueOf(refused.getMessage()));
                }
            }
        }
        return problems;
    }

    private List<String> whole(Path directory, Path vocabulary) throws IOException {
        Path empty = Files.createTempDirectory("normverk-check");
        TextProgress progress = TextProgress.ofThisProcess();
        try (ResourceStore store = ResourceStore.open(empty)) {
            ContentDirectory.Outcome outcome = new ContentDirectory(
                            List.of(directory, vocabulary), program.authoredContent(vocabulary), program.verification(), null, progress)
                    .synchronise(store);
            progress.clear();
            outcome.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
            if (!outcome.refused().isEmpty()) {
                return outcome.refused();
            }
            SortedMap<String, Integer> types = new TreeMap<>();
            store.current().forEach(resource -> types.merge(resource.type(), 1, Integer::sum));
            String found = types.isEmpty() ? "nothing in it" : ReportText.numbers(types);
            spec.commandLine().getOut().println("Nothing wrong in " + directory + " and " + vocabulary + ": " + found);
            return List.of();
        } catch (LoadingException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        } finally {
            progress.clear();
            DataDirectory.delete(empty);
        }
    }
}
