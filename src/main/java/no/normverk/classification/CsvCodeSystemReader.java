package no.normverk.classification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapTarget;
import org.jspecify.annotations.Nullable;

/**
 * Reads a code list that is a table, told by a descriptor beside it ({@code NAME.codesystem.yaml}) which column is what: code, display, definition, parent, validity, replacement, properties, designations
 * and targets of maps. The descriptor's form is described in {@code docs/classifications.md}.
 */
public final class CsvCodeSystemReader {
    private static final List<String> TYPES = List.of("string", "code", "integer", "boolean", "dateTime");
    private static final List<String> YES = TableDescription.YES;
    private static final List<String> NO = TableDescription.NO;
    private static final List<String> EQUIVALENCES = TableDescription.EQUIVALENCES;

    private final DescriptorNode descriptor;
    private final LocalDate today;
    private final List<FileRemark> remarks = new ArrayList<>();
    private final List<PropertyDefinition> declared = new ArrayList<>();

    /** What a descriptor and its table give. */
    public record Content(Classification codeSystem, List<ClassificationMap> maps) {
        public Content {
            maps = List.copyOf(maps);
        }
    }

    /** A column that becomes a property. */
    private record PropertyColumn(Column column, PropertyDefinition property) {}

    /** A column that becomes a designation. */
    private record DesignationColumn(Column column, @Nullable String language, @Nullable Coding use) {}

    private CsvCodeSystemReader(DescriptorNode descriptor, LocalDate today) {
        this.descriptor = descriptor;
        this.today = today;
    }

    /**
     * Reads a table as its descriptor says.
     *
     * @param today codes whose validity ended before this day are inactive
     * @throws ClassificationException when the descriptor is refused
     * @throws TableException when the table is
     */
    public static Content read(byte[] descriptor, byte[] table, LocalDate today) throws ClassificationException, TableException {
        return new CsvCodeSystemReader(DescriptorNode.parse(FileText.utf8(descriptor)), today).read(table);
    }

    private Content read(byte[] bytes) throws ClassificationException, TableException {
        TableFile table = TableDescription.table(descriptor, bytes);
        remarks.addAll(table.remarks());
        DescriptorNode columns = TableDescription.needed(descriptor, "columns");
        DescriptorNode system = TableDescription.needed(descriptor, "codeSystem");
        Reading reading = new Reading(table, columns);
        Content content = reading.content(system);
        descriptor.refuseOthers();
        return content;
    }

    /** The columns as the descriptor assigns them. */
    private final class Reading {
        private final TableFile table;
        private final DescriptorNode columns;
        private final Column code;
        private final Column display;
        private final @Nullable Column definition;
        private final @Nullable Column parent;
        private final @Nullable Column validFrom;
        private final @Nullable Column validTo;
        private final @Nullable Column invalidFrom;
        private final @Nullable Column replacedBy;
        private final boolean byPrefixes;
        private final DateTimeFormatter dates;
        private final List<PropertyColumn> properties = new ArrayList<>();
        private final List<DesignationColumn> designations = new ArrayList<>();

        Reading(TableFile table, DescriptorNode columns) throws ClassificationException, TableException {
            this.table = table;
            this.columns = columns;
            this.code = required("code");
            this.display = required("display");
            this.definition = optional("definition");
            this.parent = optional("parent");
            this.validFrom = optional("validFrom");
            this.validTo = optional("validTo");
            this.invalidFrom = optional("invalidFrom");
            this.replacedBy = optional("replacedBy");
            this.byPrefixes = byPrefixes();
            try {
                this.dates = DateTimeFormatter.ofPattern(descriptor.text("dateFormat", "yyyy-MM-dd"));
            } catch (IllegalArgumentException e) {
                throw descriptor.wrong("dateFormat", "a pattern such as dd.MM.yyyy was expected");
            }
            columns.refuseOthers();
            for (DescriptorNode property : descriptor.mappings("properties")) {
                properties.add(property(property));
            }
            for (DescriptorNode designation : descriptor.mappings("designations")) {
                String use = designation.text("use");
                designations.add(new DesignationColumn(
                        column(designation.required("column")),
                        designation.text("language"),
                        use == null ? null : Coding.of(designation.text("useSystem", "http://normverk.no/fhir/CodeSystem/designation-use"), use)));
                designation.refuseOthers();
            }
        }

        /** Whether the hierarchy is in the codes, as in ATC: what a code begins with is above it. */
        private boolean byPrefixes() throws ClassificationException {
            String hierarchy = descriptor.text("hierarchy");
            if (hierarchy == null) {
                return false;
            }
            if (!hierarchy.equals("prefixes") || parent != null) {
                throw descriptor.wrong("hierarchy", parent == null ? "the word prefixes was expected" : "there is a column 'parent' already");
            }
            return true;
        }

        private PropertyColumn property(DescriptorNode property) throws ClassificationException, TableException {
            String type = property.text("type", "string");
            if (!TYPES.contains(type)) {
                throw property.wrong("type", "one of " + TYPES + " was expected");
            }
            PropertyColumn made = new PropertyColumn(
                    column(property.required("column")),
                    new PropertyDefinition(property.required("code"), property.text("uri"), property.text("description"), type));
            property.refuseOthers();
            return made;
        }

        private Column required(String name) throws ClassificationException, TableException {
            return column(columns.required(name));
        }

        private @Nullable Column optional(String name) throws ClassificationException, TableException {
            return TableDescription.optional(table, columns, name);
        }

        private Column column(String header) throws TableException {
            return TableDescription.column(table, header);
        }

        Content content(DescriptorNode system) throws ClassificationException, TableException {
            List<Row> rows;
            List<ClassificationConcept> concepts;
            try {
                rows = distinct();
                concepts = concepts(rows);
            } catch (ClassificationException e) {
                throw new TableException(e);
            }
            List<ClassificationMap> maps = new ArrayList<>();
            String url = system.required("url");
            String version = system.required("version");
            for (DescriptorNode map : descriptor.mappings("maps")) {
                maps.add(map(map, url, version, rows));
            }
            LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
            counts.put("rows", table.rows().size());
            counts.put("codes", concepts.size());
            Classification classification = new Classification(
                    header(system, url, version),
                    system.texts("aliases"),
                    system.text("publisher", ""),
                    system.text("description", "Read from a table."),
                    concepts,
                    new FileFacts(counts, remarks));
            system.refuseOthers();
            return new Content(classification, maps);
        }

        private List<Row> distinct() throws ClassificationException {
            Map<String, Row> byCode = new LinkedHashMap<>();
            for (Row row : table.rows()) {
                String own = row.required(code);
                Row first = byCode.putIfAbsent(own, row);
                if (first != null && !first.cells().equals(row.cells())) {
                    throw row.wrong(code, "the code '" + own + "' is in line " + first.line() + " already, with another meaning");
                }
                if (first != null) {
                    remarks.add(row.remark(code, "'" + own + "' repeats line " + first.line() + " and was passed over"));
                }
            }
            return List.copyOf(byCode.values());
        }

        /** Each after its parent, whatever the order of the rows. */
        private List<ClassificationConcept> concepts(List<Row> rows) throws ClassificationException {
            Map<String, Row> byCode = rows.stream().collect(Collectors.toMap(row -> row.text(code), row -> row));
            Map<String, ClassificationConcept> done = new LinkedHashMap<>();
            for (Row row : rows) {
                List<Row> chain = new ArrayList<>();
                for (Row next = row; next != null && !done.containsKey(next.text(code)); next = byCode.get(above(next, byCode))) {
                    if (chain.contains(next)) {
                        throw row.wrong(code, "the code '" + row.text(code) + "' is its own ancestor");
                    }
                    chain.add(next);
                }
                for (Row next : chain.reversed()) {
                    done.put(next.text(code), concept(next, byCode));
                }
            }
            return List.copyOf(done.values());
        }

        /** The code above that of a row: as its column says, or else the longest other code that it begins with. */
        private @Nullable String above(Row row, Map<String, Row> byCode) {
            if (!byPrefixes) {
                return row.optional(parent);
            }
            String own = row.text(code);
            for (int length = own.length() - 1; length > 0; length--) {
                if (byCode.containsKey(own.substring(0, length))) {
                    return own.substring(0, length);
                }
            }
            return null;
        }

        private ClassificationConcept concept(Row row, Map<String, Row> byCode) throws ClassificationException {
            String above = above(row, byCode);
            if (above != null && !byCode.containsKey(above) && parent != null) {
                remarks.add(row.remark(parent, "'" + above + "' is no code of this file; '" + row.text(code) + "' was put at the top"));
                above = null;
            }
            List<Designation> texts = new ArrayList<>();
            for (DesignationColumn column : designations) {
                String text = row.optional(column.column());
                if (text != null) {
                    texts.add(new Designation(column.language(), column.use(), Texts.oneLine(text)));
                }
            }
            return new ClassificationConcept(
                    row.required(code), Texts.oneLine(row.required(display)), above, texts, properties(row), row.optional(definition));
        }

        private List<ConceptProperty> properties(Row row) throws ClassificationException {
            List<ConceptProperty> told = new ArrayList<>();
            for (PropertyColumn column : properties) {
                String text = row.optional(column.column());
                if (text != null) {
                    told.add(new ConceptProperty(column.property().code(), value(row, column, text)));
                }
            }
            LocalDate from = date(row, validFrom);
            LocalDate last = date(row, validTo);
            LocalDate ends = date(row, invalidFrom);
            if (last == null && ends != null) {
                last = ends.minusDays(1);
            }
            if (from != null) {
                told.add(new ConceptProperty(ConceptProperties.VALID_FROM.code(), new Value.DateTime(from.toString())));
            }
            if (last != null) {
                told.add(new ConceptProperty(ConceptProperties.VALID_TO.code(), new Value.DateTime(last.toString())));
                if (last.isBefore(today)) {
                    told.add(new ConceptProperty(ConceptProperties.INACTIVE.code(), new Value.Bool(true)));
                }
            }
            String successor = row.optional(replacedBy);
            if (successor != null) {
                told.add(new ConceptProperty(ConceptProperties.REPLACED_BY.code(), new Value.Code(successor)));
            }
            return told;
        }

        private @Nullable LocalDate date(Row row, @Nullable Column column) throws ClassificationException {
            String text = row.optional(column);
            if (text == null || column == null) {
                return null;
            }
            try {
                return LocalDate.parse(text, dates);
            } catch (DateTimeParseException e) {
                throw row.wrong(column, "'" + text + "' is no day in the descriptor's dateFormat");
            }
        }

        private Value value(Row row, PropertyColumn column, String text) throws ClassificationException {
            String lower = text.toLowerCase(java.util.Locale.ROOT);
            return switch (column.property().type()) {
                case "code" -> new Value.Code(text);
                case "integer" -> {
                    try {
                        yield new Value.Whole(Integer.parseInt(text));
                    } catch (NumberFormatException e) {
                        throw row.wrong(column.column(), "'" + text + "' is no whole number");
                    }
                }
                case "boolean" -> {
                    if (!YES.contains(lower) && !NO.contains(lower)) {
                        throw row.wrong(column.column(), "'" + text + "' is neither of " + YES + " nor of " + NO);
                    }
                    yield new Value.Bool(YES.contains(lower));
                }
                case "dateTime" -> new Value.DateTime(String.valueOf(date(row, column.column())));
                default -> new Value.Text(text);
            };
        }

        private CodeSystemHeader header(DescriptorNode system, String url, String version) throws ClassificationException {
            properties.forEach(column -> declared.add(column.property()));
            declared.addAll(List.of(
                    ConceptProperties.VALID_FROM, ConceptProperties.VALID_TO, ConceptProperties.REPLACED_BY, ConceptProperties.INACTIVE));
            String name = system.required("name");
            return new CodeSystemHeader(
                    url,
                    version,
                    name,
                    system.text("title", name),
                    system.text("language", "nb"),
                    Standing.ACTIVE,
                    "complete",
                    !system.text("caseSensitive", "true").equals("false"),
                    null,
                    "is-a",
                    declared.stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property, (first, same) -> first)));
        }

        /** A map from this code list: a column of target codes, several of them with a separator; the main one first where a column names it. */
        private ClassificationMap map(DescriptorNode map, String source, String sourceVersion, List<Row> rows) throws ClassificationException, TableException {
            Column targets = column(map.required("column"));
            String mainHeader = map.text("main");
            Column main = mainHeader == null ? null : column(mainHeader);
            String separator = map.text("separator");
            String equivalence = map.text("equivalence", "relatedto");
            if (!EQUIVALENCES.contains(equivalence)) {
                throw map.wrong("equivalence", "one of " + EQUIVALENCES + " was expected");
            }
            List<ListedMapGroup.Element> elements = new ArrayList<>();
            for (Row row : rows) {
                LinkedHashMap<String, MapTarget> of = new LinkedHashMap<>();
                String first = row.optional(main);
                if (first != null) {
                    of.put(first, new MapTarget(first, null, equivalence, "main reference", List.of(), List.of()));
                }
                String listed = row.text(targets);
                for (String one : separator == null ? List.of(listed) : List.of(listed.split(java.util.regex.Pattern.quote(separator)))) {
                    if (!one.isBlank()) {
                        of.putIfAbsent(one.strip(), new MapTarget(one.strip(), null, equivalence, null, List.of(), List.of()));
                    }
                }
                if (!of.isEmpty()) {
                    elements.add(new ListedMapGroup.Element(row.text(code), row.text(display), List.copyOf(of.values())));
                }
            }
            String title = map.text("title", map.required("name"));
            ClassificationMap.Group group =
                    new ClassificationMap.Group(source, sourceVersion, map.required("target"), map.text("targetVersion"), elements);
            LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
            counts.put("source codes", elements.size());
            ClassificationMap made = new ClassificationMap(
                    map.required("url"), map.text("version", sourceVersion), map.required("name"), title, null, map.text("publisher", ""),
                    map.text("description", title), List.of(group), new FileFacts(counts, List.of()));
            map.refuseOthers();
            return made;
        }
    }
}
