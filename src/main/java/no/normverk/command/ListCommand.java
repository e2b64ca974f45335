package no.normverk.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.EditionEntry;
import no.normverk.store.LoadEntry;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List what is loaded: the loads, the code systems with version and size, and the number "
        + "of other resources.")
final class ListCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!ResourceStore.exists(data.directory)) {
            out.println("Nothing is loaded: " + data.directory + " is no data directory");
            return ExitCode.DONE;
        }
        try (ResourceStore store = ResourceStore.open(data.directory)) {
            printLoads(store.loads(), out);
            List<StoredResource> resources = store.current();
            printCodeSystems(resources, store.editions(), out);
            printOthers(resources, out);
        }
        return ExitCode.DONE;
    }

    private static void printLoads(List<LoadEntry> loads, PrintWriter out) {
        out.println("Loads");
        if (loads.isEmpty()) {
            out.println("  none");
        }
        for (LoadEntry load : loads) {
            out.println("  " + load.number() + "  " + load.at() + "  " + load.kind().name().toLowerCase(Locale.ROOT) + "  "
                    + load.source()
                    + ": " + ReportText.numbers(counts(load)) + " (" + load.who() + ")");
        }
    }

    private static void printCodeSystems(List<StoredResource> resources, List<EditionEntry> editions, PrintWriter out) {
        out.println("Code systems");
        editions.forEach(edition -> out.println("  " + edition.system() + "|" + edition.version() + "  edition "
                + edition.directory()));
        for (StoredResource resource : resources) {
            if (resource.type().equals("CodeSystem")) {
                out.println("  " + resource.url() + (resource.version() == null ? "" : "|" + resource.version())
                        + String.format(Locale.ROOT, "  %,d codes  ", concepts(resource.json()))
                        + (resource.title() == null ? "" : resource.title()));
            }
        }
    }

    private static void printOthers(List<StoredResource> resources, PrintWriter out) {
        SortedMap<String, Integer> types = new TreeMap<>();
        resources.forEach(resource -> types.merge(resource.type(), 1, Integer::sum));
        out.println("Resources");
        out.println("  " + (types.isEmpty() ? "none" : ReportText.numbers(types)) + " (without those built in)");
    }

    private static SortedMap<String, Long> counts(LoadEntry load) {
        try {
            return ResourceDocument.MAPPER.readValue(load.counts(), new TypeReference<TreeMap<String, Long>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects right in an array called concept, at any depth: read as a stream, since a code system may be large. */
    private static int concepts(byte[] codeSystem) {
        int concepts = 0;
        try (JsonParser parser = ResourceDocument.MAPPER.createParser(codeSystem)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT
                        && parser.getParsingContext().getParent().inArray()
                        && "concept".equals(parser.getParsingContext().getParent().getParent().getCurrentName())) {
                    concepts++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return concepts;
    }
}
