package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.Coverage;
import no.normverk.terminology.map.Coverage.Entry;
import no.normverk.terminology.map.Coverage.Kind;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.valueset.CodeSystemFinder;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConceptMap/$map-coverage}: how much of a code system version a map covers, and how closely: in all and by chapter, and on demand the codes of one kind, page by page. As CSV the chapters, or the
 * codes.
 */
final class MapCoverageOperation extends TerminologyOperation {

    @Override
    Answer answer(Question question) {
        Arguments arguments = question.arguments();
        ConceptMapDefinition map = map(question);
        MapGroup group = group(question.registry(), map, arguments.text("system"), first(arguments, "targetsystem", "targetSystem"));
        CodeSystemVersion system = SystemArguments.system(
                CodeSystemFinder.of(question.registry(), List.of()),
                arguments.has("system") ? arguments.text("system") : group.source(),
                arguments.text("version"),
                question);
        ConceptSet groupers = ConceptSet.where(system.size(), system::isAbstract);
        List<Entry> entries = new Coverage(question.registry()).of(group, system, system.active().minus(groupers));
        Kind listed = kind(arguments);
        List<Entry> codes = listed == null ? List.of() : entries.stream().filter(entry -> entry.kind() == listed).toList();
        if (CsvTable.isWanted(question)) {
            return listed == null ? chapters(entries) : table(codes, system);
        }
        return write(map, group, system, entries, listed, codes, Page.of(arguments));
    }

    private static @Nullable String first(Arguments arguments, String name, String other) {
        String text = arguments.text(name);
        return text == null ? arguments.text(other) : text;
    }

    private static ConceptMapDefinition map(Question question) {
        if (question.request().resourceId() != null) {
            return Instances.conceptMap(question.request());
        }
        Canonical url = Canonical.parse(question.arguments().required("url", "the concept map"));
        String version = question.arguments().text("conceptMapVersion");
        Canonical wanted = version == null ? url : new Canonical(url.url(), version);
        ConceptMapDefinition map = question.registry().conceptMap(wanted.url(), wanted.version());
        if (map == null) {
            throw new TerminologyException(
                    Issue.error("not-found", "not-found", Message.of("concept-map-unknown", wanted.toString()), null));
        }
        return map;
    }

    /**
     * The first group that leads from the system, under whatever URI, or else from the international one that it is an edition of; when no system is named, the first from one that is held.
     */
    private static MapGroup group(Registry registry, ConceptMapDefinition map, @Nullable String system, @Nullable String target) {
        List<MapGroup> leading = map.groups().stream()
                .filter(group -> group.source() != null && (target == null || registry.isSameSystem(target, group.target())))
                .toList();
        String base = system == null ? null : registry.lineage().base(system);
        return leading.stream()
                .filter(group -> system == null ? registry.codeSystem(String.valueOf(group.source()), null) != null : registry.isSameSystem(system, group.source()))
                .findFirst()
                .or(() -> leading.stream().filter(group -> system == null || (base != null && registry.isSameSystem(base, group.source()))).findFirst())
                .orElseThrow(() -> {
                    String systems = map.groups().stream().map(group -> group.source() + " -> " + group.target()).collect(Collectors.joining(", "));
                    return system == null
                            ? Arguments.invalid("targetsystem", String.valueOf(target), "the target of a pair of systems that the map has: " + systems)
                            : Arguments.invalid("system", system + (target == null ? "" : " -> " + target), "a pair of systems that the map has: " + systems);
                });
    }

    private static @Nullable Kind kind(Arguments arguments) {
        String list = arguments.text("list");
        if (list == null) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(list)) {
                return kind;
            }
        }
        throw Arguments.invalid("list", list, "one of " + Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")));
    }

    private static Answer write(
            ConceptMapDefinition map, MapGroup group, CodeSystemVersion system, List<Entry> entries, @Nullable Kind listed, List<Entry> codes, Page page) {
        ParametersWriter parameters = ParametersWriter.start();
        parameters.canonical("map", map.canonical().toString());
        parameters.uri("system", system.header().url()).string("version", system.header().version());
        parameters.uri("targetsystem", group.target());
        Map<String, Map<Kind, Integer>> byChapter = Coverage.byChapter(entries);
        Map<Kind, Integer> all = new EnumMap<>(Kind.class);
        byChapter.values().forEach(counts -> counts.forEach((kind, count) -> all.merge(kind, count, Integer::sum)));
        parameters.startParts("summary");
        counts(parameters, all);
        parameters.endParts();
        byChapter.forEach((chapter, counts) -> {
            parameters.startParts("chapter").code("code", chapter).string("display", display(system, chapter));
            counts(parameters, counts);
            parameters.endParts();
        });
        if (listed != null) {
            page.write(parameters, codes.size());
            for (Entry entry : page.of(codes)) {
                parameters.startParts("concept").code("code", entry.code()).string("display", display(system, entry.code()));
                parameters.code("chapter", entry.chapter()).code("via", entry.kind() == Kind.BY_ANCESTOR ? entry.via() : null);
                parameters.endParts();
            }
        }
        return parameters.answer();
    }

    private static void counts(ParametersWriter parameters, Map<Kind, Integer> counts) {
        int own = sum(counts, true);
        int other = sum(counts, false);
        parameters.integer("codes", own + other).integer("with-own-row", own).integer("without-own-row", other);
        for (Kind kind : Kind.values()) {
            parameters.integer(kind.code(), counts.getOrDefault(kind, 0));
        }
    }

    private static int sum(Map<Kind, Integer> counts, boolean ownRow) {
        return counts.entrySet().stream().filter(entry -> entry.getKey().hasOwnRow() == ownRow).mapToInt(Map.Entry::getValue).sum();
    }

    private static @Nullable String display(CodeSystemVersion system, String code) {
        int ordinal = system.locate(code);
        return ordinal < 0 ? null : system.display(ordinal);
    }

    private static Answer chapters(List<Entry> entries) {
        List<Kind> kinds = List.of(Kind.values());
        List<String> columns = new ArrayList<>(List.of("chapter", "codes"));
        kinds.forEach(kind -> columns.add(kind.code()));
        CsvTable table = new CsvTable(columns.toArray(String[]::new));
        Coverage.byChapter(entries).forEach((chapter, counts) -> {
            List<String> row = new ArrayList<>(List.of(chapter, Integer.toString(sum(counts, true) + sum(counts, false))));
            kinds.forEach(kind -> row.add(Integer.toString(counts.getOrDefault(kind, 0))));
            table.row(row.toArray(String[]::new));
        });
        return table.answer();
    }

    private static Answer table(List<Entry> codes, CodeSystemVersion system) {
        CsvTable table = new CsvTable("code", "display", "chapter", "kind", "via");
        codes.forEach(entry -> table.row(entry.code(), display(system, entry.code()), entry.chapter(), entry.kind().code(), entry.via()));
        return table.answer();
    }
}
