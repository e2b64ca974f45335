package no.normverk.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapTarget;
import org.jspecify.annotations.Nullable;

/**
 * Reads a map that is a table, told by a descriptor beside it ({@code NAME.conceptmap.yaml}) which column is what: the code mapped from, the code or codes mapped to, which of them is the main reference,
 * how the two compare. A row is a pair, or a code with all its targets in one cell. So are the tables between ICPC-2 and ICD-10 read, whose columns differ from edition to edition. The descriptor's form
 * is described in {@code docs/classifications.md}.
 */
public final class CsvMapReader {
    private static final String MAIN_REFERENCE = "main reference";

    private final DescriptorNode descriptor;
    private final TableFile table;
    private final Column source;
    private final @Nullable Column sourceDisplay;
    private final Column target;
    private final @Nullable Column targetDisplay;
    private final @Nullable Column main;
    private final @Nullable Column mainTarget;
    private final @Nullable Column equivalence;
    private final @Nullable Column comment;
    private final @Nullable String mainMark;
    private final @Nullable String targetSeparator;
    private final String usual;
    private final List<String> noTarget;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<FileRemark> remarks;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /** A source code while its targets are gathered. */
    private static final class Source {
        private final @Nullable String display;
        private final Map<String, Pair> pairs = new LinkedHashMap<>();
        private @Nullable Pair main;
        private @Nullable Row none;

        Source(@Nullable String display) {
            this.display = display;
        }

        List<MapTarget> targets() {
            if (none != null) {
                return List.of(new MapTarget(null, null, "unmatched", null, List.of(), List.of()));
            }
            List<MapTarget> targets = new ArrayList<>(pairs.size());
            if (main != null) {
                targets.add(main.mapped());
            }
            pairs.values().stream().filter(pair -> pair != main).forEach(pair -> targets.add(pair.mapped()));
            return targets;
        }
    }

    /** A source with one of its targets, and where it stands. */
    private record Pair(Row row, MapTarget mapped) {}

    private CsvMapReader(DescriptorNode descriptor, byte[] bytes) throws ClassificationException, TableException {
        this.descriptor = descriptor;
        this.table = TableDescription.table(descriptor, bytes);
        this.remarks = new ArrayList<>(table.remarks());
        DescriptorNode columns = TableDescription.needed(descriptor, "columns");
        this.source = TableDescription.column(table, columns.required("source"));
        this.target = TableDescription.column(table, columns.required("target"));
        this.sourceDisplay = TableDescription.optional(table, columns, "sourceDisplay");
        this.targetDisplay = TableDescription.optional(table, columns, "targetDisplay");
        this.main = TableDescription.optional(table, columns, "main");
        this.mainTarget = TableDescription.optional(table, columns, "mainTarget");
        this.equivalence = TableDescription.optional(table, columns, "equivalence");
        this.comment = TableDescription.optional(table, columns, "comment");
        columns.refuseOthers();
        this.mainMark = descriptor.text("mainMark");
        this.targetSeparator = descriptor.text("targetSeparator");
        this.noTarget = descriptor.texts("noTarget");
        this.usual = descriptor.text("equivalence", "relatedto");
        known(descriptor, "equivalence", usual);
        DescriptorNode told = descriptor.mapping("equivalences");
        if (told != null) {
            for (String word : told.names()) {
                words.put(word, known(told, word, told.required(word)));
            }
        }
    }

    private static String known(DescriptorNode node, String name, String equivalence) throws ClassificationException {
        if (!TableDescription.EQUIVALENCES.contains(equivalence)) {
            throw node.wrong(name, "one of " + TableDescription.EQUIVALENCES + " was expected");
        }
        return equivalence;
    }

    /**
     * Reads a table as its descriptor says.
     *
     * @throws ClassificationException when the descriptor is refused
     * @throws TableException when the table is
     */
    public static ClassificationMap read(byte[] descriptor, byte[] table) throws ClassificationException, TableException {
        return new CsvMapReader(DescriptorNode.parse(FileText.utf8(descriptor)), table).read();
    }

    private ClassificationMap read() throws ClassificationException, TableException {
        DescriptorNode map = TableDescription.needed(descriptor, "conceptMap");
        for (Row row : table.rows()) {
            add(row);
        }
        List<ListedMapGroup.Element> elements = new ArrayList<>(sources.size());
        sources.forEach((code, one) -> elements.add(new ListedMapGroup.Element(code, one.display, one.targets())));
        String name = map.required("name");
        String title = map.text("title", name);
        ClassificationMap made = new ClassificationMap(
                map.required("url"), map.required("version"), name, title, null, map.text("publisher", ""), map.text("description", title),
                List.of(new ClassificationMap.Group(
                        map.required("source"), map.text("sourceVersion"), map.required("target"), map.text("targetVersion"), elements)),
                new FileFacts(counts(), remarks));
        map.refuseOthers();
        descriptor.refuseOthers();
        return made;
    }

    private SequencedMap<String, Integer> counts() {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        counts.put("rows", table.rows().size());
        counts.put("source codes", sources.size());
        counts.put("targets", sources.values().stream().mapToInt(one -> one.pairs.size()).sum());
        counts.put("main references", (int) sources.values().stream().filter(one -> one.main != null).count());
        counts.put("explicitly without a target", (int) sources.values().stream().filter(one -> one.none != null).count());
        return counts;
    }

    private void add(Row row) throws TableException {
        String code = required(row, source);
        String cell = row.text(target);
        String mainCode = row.optional(mainTarget);
        if (cell.isEmpty() && mainCode == null) {
            remarks.add(row.remark(target, "'" + code + "' has no target in this row, which was passed over: say with 'noTarget' what stands for none"));
            return;
        }
        Source one = sources.computeIfAbsent(code, none -> new Source(row.optional(sourceDisplay)));
        if (noTarget.contains(cell)) {
            none(row, code, one);
            return;
        }
        List<String> targets = split(cell);
        boolean isMain = isMain(row);
        if (isMain && targets.size() != 1) {
            throw TableDescription.wrong(row, target, "the row is the main reference of '" + code + "' and has " + targets.size() + " targets");
        }
        for (String to : targets) {
            pair(row, code, one, to, isMain || to.equals(mainCode));
        }
        if (mainCode != null && !targets.contains(mainCode)) {
            pair(row, code, one, mainCode, true);
        }
    }

    private List<String> split(String cell) {
        List<String> all = targetSeparator == null ? List.of(cell) : List.of(cell.split(Pattern.quote(targetSeparator)));
        return all.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private void none(Row row, String code, Source one) throws TableException {
        if (!one.pairs.isEmpty()) {
            throw TableDescription.wrong(
                    row, target, "'" + code + "' has none here and a target in line " + one.pairs.values().iterator().next().row().line());
        }
        one.none = row;
    }

    private void pair(Row row, String code, Source one, String to, boolean isMain) throws TableException {
        if (one.none != null) {
            throw TableDescription.wrong(row, target, "'" + code + "' has a target here and none in line " + one.none.line());
        }
        if (isMain && one.main != null && !to.equals(one.main.mapped().code())) {
            throw TableDescription.wrong(
                    row, target, "'" + code + "' has two main references; the other, '" + one.main.mapped().code() + "', is in line " + one.main.row().line());
        }
        Pair made = new Pair(row, new MapTarget(to, row.optional(targetDisplay), relationship(row), remark(row, isMain), List.of(), List.of()));
        Pair first = one.pairs.putIfAbsent(to, made);
        if (first != null && !first.mapped().equals(made.mapped())) {
            throw TableDescription.wrong(row, target, "'" + code + "' is mapped to '" + to + "' in line " + first.row().line() + " already, in another way");
        }
        if (first != null) {
            remarks.add(row.remark(target, "'" + code + "' to '" + to + "' repeats line " + first.row().line() + " and was passed over"));
        } else if (isMain) {
            one.main = made;
        }
    }

    private @Nullable String remark(Row row, boolean isMain) {
        String text = row.optional(comment);
        return !isMain ? text : text == null ? MAIN_REFERENCE : MAIN_REFERENCE + "; " + text;
    }

    /** Whether a row is marked as the main reference of its code; what is neither the mark nor a word for no is refused, lest a misspelt mark go unnoticed. */
    private boolean isMain(Row row) throws TableException {
        String mark = row.optional(main);
        if (mark == null || main == null) {
            return false;
        }
        String lower = mark.toLowerCase(Locale.ROOT);
        if (mainMark != null) {
            return mark.equals(mainMark);
        }
        if (!TableDescription.YES.contains(lower) && !TableDescription.NO.contains(lower)) {
            throw TableDescription.wrong(row, main, "'" + mark + "' is neither of " + TableDescription.YES + " nor of " + TableDescription.NO
                    + "; say with 'mainMark' what marks a main reference");
        }
        return TableDescription.YES.contains(lower);
    }

    private String relationship(Row row) throws TableException {
        String word = row.optional(equivalence);
        if (word == null || equivalence == null) {
            return usual;
        }
        String told = words.get(word);
        if (told != null) {
            return told;
        }
        if (!TableDescription.EQUIVALENCES.contains(word)) {
            throw TableDescription.wrong(row, equivalence, "'" + word + "' is none of " + TableDescription.EQUIVALENCES + " nor of the descriptor's 'equivalences' " + words.keySet());
        }
        return word;
    }

    private static String required(Row row, Column column) throws TableException {
        try {
            return row.required(column);
        } catch (ClassificationException e) {
            throw new TableException(e);
        }
    }
}
