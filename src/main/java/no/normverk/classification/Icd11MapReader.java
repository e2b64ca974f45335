package no.normverk.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import no.normverk.terminology.map.ListedMapGroup;
import no.normverk.terminology.map.MapTarget;
import org.jspecify.annotations.Nullable;

/**
 * Reads WHO's transition tables between ICD-10 and ICD-11 ({@code 10To11MapToOneCategory.txt} and its four sisters): tab-separated, UTF-8, the header's last cell the day of the release. Which of the
 * five a file is, its columns tell, and its name where it is still WHO's.
 *
 * <p>Only the foundation's table says how a target compares with its source ({@code Equivalent}, {@code Subclass}); of the others nothing more is known than that the two are related, and that is what
 * the map says. A target without a code is a block and is named by its URI. {@code No Mapping}, in whichever column of the target it stands, becomes an explicit {@code unmatched}. A cluster such as
 * {@code 1A00&XN8P1} is one target code.
 */
public final class Icd11MapReader {
    /** The foundation, whose entities are named by number. */
    static final String FOUNDATION = "http://id.who.int/icd/entity";

    private static final String MAPS = "http://normverk.no/fhir/ConceptMap/";
    private static final TableFile.Shape SHAPE = new TableFile.Shape('\t', true, 2);
    private static final String NONE = "nomapping";
    private static final Pattern ICD_10_CODE = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})?[*+†]?|[A-Z][0-9]{2}-[A-Z][0-9]{2}|[IVX]+");
    private static final Pattern ICD_11_CODE = Pattern.compile("[0-9A-Z]{1,7}(\\.[0-9A-Z]{1,3})?([&/][0-9A-Z]{4,7}(\\.[0-9A-Z]{1,3})?)*|Block[0-9A-Za-z-]+");
    private static final String NOT_STATED = "WHO's table does not say how source and target compare: relationships are 'relatedto'.";

    private final TableFile table;
    private final @Nullable Column icd10Code;
    private final @Nullable Column icd10Title;
    private final @Nullable Column icd11Code;
    private final @Nullable Column icd11Title;
    private final @Nullable Column foundationUri;
    private final @Nullable Column linearizationUri;
    private final boolean to11;
    private final boolean several;
    private final List<FileRemark> remarks;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** A source code while its targets are gathered. */
    private record Source(@Nullable String display, int line, Set<MapTarget> targets) {}

    /** Which of the five tables it is. */
    private enum Kind {
        ONE("who-icd-10-to-icd-11-one-category", "WhoIcd10ToIcd11OneCategory", "ICD-10 to ICD-11 MMS, one category (WHO)"),
        SEVERAL("who-icd-10-to-icd-11-several-categories", "WhoIcd10ToIcd11SeveralCategories", "ICD-10 to ICD-11 MMS, several categories (WHO)"),
        BACK("who-icd-11-to-icd-10-one-category", "WhoIcd11ToIcd10OneCategory", "ICD-11 MMS to ICD-10, one category (WHO)"),
        FOUNDATION("who-icd-10-to-icd-11-foundation", "WhoIcd10ToIcd11Foundation", "ICD-10 to the foundation of ICD-11 (WHO)"),
        FOUNDATION_BACK("who-icd-11-foundation-to-icd-10", "WhoIcd11FoundationToIcd10", "Foundation of ICD-11 to ICD-10 (WHO)");

        private final String id;
        private final String name;
        private final String title;

        Kind(String id, String name, String title) {
            this.id = id;
            this.name = name;
            this.title = title;
        }
    }

    private Icd11MapReader(TableFile table, String fileName) throws ClassificationException {
        this.table = table;
        this.remarks = new ArrayList<>(table.remarks());
        this.icd10Code = table.require("icd10Code");
        this.icd10Title = table.find("icd10Title");
        this.icd11Code = table.find("icd11Code");
        this.icd11Title = table.find("icd11Title");
        this.foundationUri = table.find("ICD-11 FoundationURI", "Foundation URI");
        this.linearizationUri = table.find("Linearization (releaseURI)", "Linearization (release) URI", "Linearization URI");
        if (linearizationUri != null) {
            // A table of the linearization without its codes would look like one of blocks alone.
            table.require("icd11Code");
        }
        Column first = first(foundationUri, linearizationUri, icd11Code);
        String name = TableFile.normalised(fileName);
        this.to11 = name.contains("10to11") || !name.contains("11to10") && icd10Code.index() < first.index();
        this.several = name.contains("multiple") || table.find("Depth") != null;
    }

    private Column first(@Nullable Column... columns) throws ClassificationException {
        Column first = null;
        for (Column column : columns) {
            if (column != null && (first == null || column.index() < first.index())) {
                first = column;
            }
        }
        return first == null ? table.require("ICD-11 FoundationURI") : first;
    }

    /** Whether a header, the first line of a file, is that of one of the tables. */
    public static boolean recognises(String firstLine) {
        String names = TableFile.normalised(firstLine);
        return firstLine.indexOf('\t') > 0
                && names.contains("icd10")
                && (names.contains("icd11code") || names.contains("foundationuri") || names.contains("linearization"));
    }

    /**
     * Reads a table.
     *
     * @param file the whole file
     * @param version the release, where neither the header nor a URI states one
     * @throws ClassificationException when the file is not whole, not UTF-8, or maps a code twice where it may only once
     */
    public static ClassificationMap read(byte[] file, @Nullable String version) throws ClassificationException {
        return read(file, version, "");
    }

    /**
     * Reads a table.
     *
     * @param fileName what WHO or somebody calls the file: {@code 11To10} in it says which way the table leads, whatever the order of its columns, and {@code Multiple} that a code may have several
     *     targets
     */
    public static ClassificationMap read(byte[] file, @Nullable String version, String fileName) throws ClassificationException {
        return new Icd11MapReader(TableFile.read(FileText.utf8(file), SHAPE), fileName).read(version);
    }

    private ClassificationMap read(@Nullable String version) throws ClassificationException {
        for (Row row : table.rows()) {
            add(row);
        }
        LocalDate day = table.headerCell(Icd11.releaseDate()).flatMap(Icd11::day).orElse(null);
        String release = release(version, day);
        Kind kind = kind();
        LinkedHashMap<String, Integer> all = new LinkedHashMap<>(counts);
        all.putFirst("source codes", sources.size());
        all.putFirst("rows", table.rows().size());
        return new ClassificationMap(
                MAPS + kind.id,
                release,
                kind.name,
                kind.title,
                day == null ? null : day.toString(),
                "World Health Organization (WHO)",
                kind.title + ", release " + release + ". " + (kind == Kind.FOUNDATION ? "" : NOT_STATED + " ")
                        + "Norway's ICD-10 keeps WHO's codes, and a map from ICD-10 is given for both.",
                groups(release),
                new FileFacts(all, remarks));
    }

    private String release(@Nullable String version, @Nullable LocalDate day) throws ClassificationException {
        if (version != null) {
            return version;
        }
        if (day != null) {
            return Icd11.release(day);
        }
        for (Row row : table.rows()) {
            String uri = row.optional(linearizationUri);
            String ofUri = uri == null ? null : Icd11.releaseOf(uri);
            if (ofUri != null) {
                return ofUri;
            }
        }
        throw new ClassificationException(
                "The header does not state the day of the release, such as 2024-Jan-21; name the release with --version",
                1,
                table.header().size());
    }

    private Kind kind() {
        if (linearizationUri == null) {
            return to11 ? Kind.FOUNDATION : Kind.FOUNDATION_BACK;
        }
        if (!to11) {
            return Kind.BACK;
        }
        return several ? Kind.SEVERAL : Kind.ONE;
    }

    private List<ClassificationMap.Group> groups(String release) {
        List<ListedMapGroup.Element> elements = new ArrayList<>(sources.size());
        sources.forEach((code, source) ->
                elements.add(new ListedMapGroup.Element(code, source.display(), List.copyOf(source.targets()))));
        String eleven = linearizationUri == null ? FOUNDATION : Icd11.MMS;
        return to11
                ? List.of(
                        new ClassificationMap.Group(Icd11.ICD_10, null, eleven, release, elements),
                        new ClassificationMap.Group(NorwegianCodeSystem.ICD_10.url(), null, eleven, release, elements))
                : List.of(new ClassificationMap.Group(eleven, release, Icd11.ICD_10, null, elements));
    }

    private void add(Row row) throws ClassificationException {
        String code = to11 ? icd10(row) : icd11(row);
        if (code == null) {
            throw row.wrong(first(foundationUri, linearizationUri, icd11Code), "the row names no source");
        }
        MapTarget target = target(row);
        Source source = sources.computeIfAbsent(code, none -> new Source(row.optional(to11 ? icd10Title : icd11Title), row.line(), new LinkedHashSet<>()));
        if (source.targets().contains(target)) {
            remarks.add(new FileRemark(row.line(), 0, "'" + code + "' repeats line " + source.line() + " and was passed over"));
            return;
        }
        if (!several && !source.targets().isEmpty()) {
            throw new ClassificationException(
                    "'" + code + "' is mapped in line " + source.line() + " already, to another target, and this table gives each code one (that of several categories has columns named 'Depth', or 'Multiple' in the file's name)",
                    row.line(),
                    (to11 ? table.require("icd10Code") : first(icd11Code, linearizationUri)).number());
        }
        if (target.isUnmatched() && !source.targets().isEmpty()) {
            throw new ClassificationException("'" + code + "' has targets in line " + source.line() + ", and here none", row.line(), 0);
        }
        source.targets().add(target);
        counts.merge(counted(target), 1, Integer::sum);
    }

    private static String counted(MapTarget target) {
        String code = target.code();
        if (code == null) {
            return "explicitly without a target";
        }
        return code.indexOf('&') >= 0 || code.indexOf('/') >= 0 && !code.startsWith("http") ? "to clusters" : code.startsWith("http") ? "to blocks" : "to codes";
    }

    /** The ICD-10 code of a row, {@code null} when the cell is empty. */
    private @Nullable String icd10(Row row) throws ClassificationException {
        String code = row.optional(icd10Code);
        if (code != null && !isNone(code) && !ICD_10_CODE.matcher(code).matches()) {
            throw row.wrong(table.require("icd10Code"), "'" + code + "' is no code of ICD-10");
        }
        return code;
    }

    /** The ICD-11 code of a row; a block or an entity of the foundation, which have none, by its URI or number. */
    private @Nullable String icd11(Row row) throws ClassificationException {
        if (linearizationUri == null) {
            return foundationEntity(row);
        }
        String code = row.optional(icd11Code);
        if (code == null) {
            String uri = row.optional(linearizationUri);
            return uri == null ? row.optional(foundationUri) : uri;
        }
        if (icd11Code != null && !ICD_11_CODE.matcher(code).matches()) {
            throw row.wrong(icd11Code, "'" + code + "' is no code of ICD-11");
        }
        return code;
    }

    private @Nullable String foundationEntity(Row row) throws ClassificationException {
        String uri = row.optional(foundationUri);
        if (uri == null || foundationUri == null) {
            return null;
        }
        String entity = Icd11.entity(uri);
        if (entity == null && !isNone(uri)) {
            throw row.wrong(foundationUri, "'" + uri + "' is no URI of an entity of ICD-11");
        }
        return entity;
    }

    private MapTarget target(Row row) throws ClassificationException {
        if (saysNone(row)) {
            return new MapTarget(null, null, "unmatched", "WHO's table says: No Mapping", List.of(), List.of());
        }
        String code = to11 ? icd11(row) : icd10(row);
        if (code == null) {
            remarks.add(new FileRemark(row.line(), 0, "the row names no target and does not say 'No Mapping'; taken as no target"));
            return new MapTarget(null, null, "unmatched", "WHO's table leaves the target empty", List.of(), List.of());
        }
        String comment = to11 && code.startsWith("http") ? "A block, which has no code: named by its URI" : numbered(row);
        return new MapTarget(code, row.optional(to11 ? icd11Title : icd10Title), relationship(row), comment, List.of(), List.of());
    }

    private boolean saysNone(Row row) {
        List<@Nullable Column> places = to11
                ? java.util.Arrays.asList(foundationUri, linearizationUri, icd11Code, icd11Title)
                : java.util.Arrays.asList(icd10Code, icd10Title);
        return places.stream().anyMatch(column -> isNone(row.text(column)));
    }

    private static boolean isNone(String text) {
        return TableFile.normalised(text).equals(NONE);
    }

    /** The foundation's table has the relation in a cell without a name, behind the last column that has one. */
    private String relationship(Row row) throws ClassificationException {
        int named = named();
        String relation = row.cells().size() > named ? row.cells().get(named).strip() : "";
        return switch (relation) {
            case "" -> "relatedto";
            case "Equivalent" -> "equivalent";
            case "Subclass" -> "wider";
            default -> throw new ClassificationException(
                    "'" + relation + "' is none of the relations Equivalent and Subclass", row.line(), named + 1);
        };
    }

    /** The number behind the relation, of which WHO does not say what it means. */
    private @Nullable String numbered(Row row) {
        int named = named();
        String number = row.cells().size() > named + 1 ? row.cells().get(named + 1).strip() : "";
        return number.isEmpty() || number.equals("0") ? null : "Number in WHO's table: " + number;
    }

    /** How many cells have a name: those before the day of the release. */
    private int named() {
        return table.headerMatching(Icd11.releaseDate()).orElse(table.header().size());
    }
}
