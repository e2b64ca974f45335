package no.normverk.fhir.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.fhir.json.JsonOut;
import no.normverk.terminology.Coding;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.closure.ClosureEntry;
import no.normverk.terminology.closure.ClosureTables;
import no.normverk.terminology.closure.ClosureUpdate;

/** {@code $closure} (FHIR R4, 4.7.12): with a name alone it begins a table, with concepts it adds them, with a version it repeats what came after. */
final class ClosureOperation extends TerminologyOperation {

    private final ClosureTables tables;

    ClosureOperation(ClosureTables tables) {
        this.tables = tables;
    }

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        String name = arguments.required("name", "the name of the closure table");
        String version = arguments.text("version");
        List<Coding> concepts = concepts(arguments);
        if (version != null && !concepts.isEmpty()) {
            throw new TerminologyException(Issue.error(
                    "value",
                    null,
                    Message.of("parameter-conflict", "concept, version", "a call either adds concepts or asks what was added"),
                    null));
        }
        if (version != null) {
            return write(name, "Updates for Closure Table " + name, tables.since(name, version));
        }
        return concepts.isEmpty()
                ? write(name, "Closure Table " + name + " Creation", tables.initialise(name))
                : write(name, "Updates for Closure Table " + name, tables.add(name, concepts, question.registry()));
    }

    private static List<Coding> concepts(Arguments arguments) {
        List<Coding> concepts = arguments.codings("concept");
        for (Coding concept : concepts) {
            if (concept.system() == null || concept.code() == null) {
                throw Arguments.invalid("concept", String.valueOf(concept.code()), "a Coding with system and code");
            }
        }
        return concepts;
    }

    private static Answer write(String name, String title, ClosureUpdate update) {
        JsonOut out = JsonOut.forAnswer();
        out.startObject().member("resourceType", "ConceptMap").member("id", name);
        out.member("version", Integer.toString(update.version())).member("name", title);
        out.member("status", "active").name("experimental").bool(true);
        out.member("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!update.entries().isEmpty()) {
            writeGroups(out, update.entries());
        }
        out.endObject();
        return Answer.ok(out);
    }

    /** Two systems as the caller calls them; two names of one system, for subsumption does not cross systems. */
    private record Pair(String source, String target) {
        static Pair of(ClosureEntry entry) {
            Coding target = entry.target() == null ? entry.source() : entry.target();
            return new Pair(String.valueOf(entry.source().system()), String.valueOf(target.system()));
        }
    }

    /** A group per pair of names. */
    private static void writeGroups(JsonOut out, List<ClosureEntry> entries) {
        Map<Pair, Map<String, List<ClosureEntry>>> groups = new LinkedHashMap<>();
        for (ClosureEntry entry : entries) {
            groups.computeIfAbsent(Pair.of(entry), pair -> new LinkedHashMap<>())
                    .computeIfAbsent(String.valueOf(entry.source().code()), code -> new ArrayList<>())
                    .add(entry);
        }
        out.name("group").startArray();
        groups.forEach((pair, elements) -> {
            out.startObject().member("source", pair.source()).member("target", pair.target()).name("element").startArray();
            elements.forEach((code, targets) -> {
                out.startObject().member("code", code).name("target").startArray();
                targets.forEach(entry -> writeTarget(out, entry));
                out.endArray().endObject();
            });
            out.endArray().endObject();
        });
        out.endArray();
    }

    private static void writeTarget(JsonOut out, ClosureEntry entry) {
        out.startObject();
        if (entry.target() != null) {
            out.member("code", String.valueOf(entry.target().code()));
        }
        out.member("equivalence", entry.meaning().code()).endObject();
    }
}
