package no.normverk.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.normverk.classification.TableFile.Column;
import no.normverk.classification.TableFile.Row;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.PropertyDefinition;
import no.normverk.terminology.Standing;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads WHO's simple tabulation of ICD-11 MMS ({@code SimpleTabulation-ICD-11-MMS-en.txt}): tab-separated, UTF-8, one row a chapter, block or category in the order of the book. The header's last cell
 * is the day of the release. Titles begin with one {@code "- "} for each level; that is where the hierarchy is, unless the file has a column {@code Parent}.
 *
 * <p>Chapters have no code in the file and get their number ({@code 01}, {@code V}, {@code X}); blocks get their BlockId, and where they have none the last part of their URI, a number.
 */
public final class Icd11TabulationReader {
    private static final TableFile.Shape SHAPE = new TableFile.Shape('\t', true, 1);
    private static final Pattern LANGUAGE = Pattern.compile(".*icd\\.who\\.int/\\S*?(?:/l-m|/mms)/([a-z]{2})\\b.*", Pattern.DOTALL);
    private static final String EXTENSION_CODES = "X";

    static final PropertyDefinition KIND = ConceptProperties.of("kind", "code", "chapter, block or category (ClassKind)");
    static final PropertyDefinition CHAPTER = ConceptProperties.of("chapter", "code", "Number of the chapter (ChapterNo)");
    static final PropertyDefinition RESIDUAL =
            ConceptProperties.of("residual", "boolean", "Whether it is a category for the rest: other specified, or unspecified (IsResidual)");
    static final PropertyDefinition PRIMARY =
            ConceptProperties.of("primaryTabulation", "boolean", "Whether it belongs to the primary tabulation (Primary tabulation)");
    static final PropertyDefinition EXTENSION_CODE = ConceptProperties.of(
            "extensionCode", "boolean", "Whether the code can only be added to a stem code (chapter X)");
    static final PropertyDefinition FOUNDATION =
            ConceptProperties.of("foundationUri", "string", "The entity of the foundation (Foundation URI)");
    static final PropertyDefinition LINEARIZATION =
            ConceptProperties.of("linearizationUri", "string", "The entity in this linearization (Linearization URI)");
    static final PropertyDefinition CODING_NOTE = ConceptProperties.of("codingNote", "string", "How to code (CodingNote)");

    private final TableFile table;
    private final Column foundation;
    private final Column linearization;
    private final Column code;
    private final Column title;
    private final Column kind;
    private final @Nullable Column blockId;
    private final @Nullable Column chapter;
    private final @Nullable Column englishTitle;
    private final @Nullable Column residual;
    private final @Nullable Column primary;
    private final @Nullable Column codingNote;
    private final @Nullable Column parent;

    private final List<FileRemark> remarks;
    private final List<ClassificationConcept> concepts = new ArrayList<>();
    private final Map<String, Row> rowOfCode = new HashMap<>();
    private final Map<String, String> codeOfEntity = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private Icd11TabulationReader(TableFile table) throws ClassificationException {
        this.table = table;
        this.remarks = new ArrayList<>(table.remarks());
        this.foundation = table.require("Foundation URI");
        this.linearization = table.require("Linearization URI", "Linearization (release) URI", "Linearization (releaseURI)");
        this.code = table.require("Code");
        this.title = table.require("Title", "TitleEN");
        this.kind = table.require("ClassKind");
        this.blockId = table.find("BlockId");
        this.chapter = table.find("ChapterNo");
        this.englishTitle = table.find("TitleEN");
        this.residual = table.find("IsResidual");
        this.primary = table.find("Primary tabulation");
        this.codingNote = table.find("CodingNote", "Coding Note");
        this.parent = table.find("Parent");
    }

    /** Whether a header, the first line of a file, is that of a tabulation. */
    public static boolean recognises(String firstLine) {
        String names = TableFile.normalised(firstLine);
        return firstLine.indexOf('\t') > 0 && names.contains("linearization") && names.contains("classkind") && !names.contains("icd10");
    }

    /**
     * Reads a tabulation.
     *
     * @param file the whole file
     * @param version the release, where the header does not state one
     * @throws ClassificationException when the file is not whole, not UTF-8, or contradicts itself
     */
    public static Classification read(byte[] file, @Nullable String version) throws ClassificationException {
        return new Icd11TabulationReader(TableFile.read(FileText.utf8(file), SHAPE)).read(version);
    }

    private Classification read(@Nullable String version) throws ClassificationException {
        for (Row row : table.rows()) {
            add(row);
        }
        counts.put("codes", (int) table.rows().stream().filter(row -> row.optional(code) != null).count());
        String release = version != null ? version : stated();
        FileFacts facts = new FileFacts(new LinkedHashMap<>(counts), remarks).withFirst("rows", table.rows().size());
        return new Classification(
                header(release),
                List.of(),
                "World Health Organization (WHO)",
                "ICD-11 for Mortality and Morbidity Statistics, release " + release + ", as tabulated by WHO. Chapters have their number as code, "
                        + "blocks their BlockId or, without one, the number of their entity. Codes may be combined to clusters.",
                concepts,
                facts);
    }

    private String stated() throws ClassificationException {
        return table.headerCell(Icd11.releaseDate())
                .flatMap(Icd11::day)
                .map(Icd11::release)
                .orElseThrow(() -> new ClassificationException(
                        "The header does not state the day of the release, such as 'Version:2024 Jan 21 - 22:30 UTC'; name the release "
                                + "with --version",
                        1,
                        table.header().size()));
    }

    private CodeSystemHeader header(String release) {
        List<PropertyDefinition> properties = new ArrayList<>(List.of(
                KIND, CHAPTER, RESIDUAL, PRIMARY, EXTENSION_CODE, FOUNDATION, LINEARIZATION, ConceptProperties.NOT_SELECTABLE));
        if (codingNote != null) {
            properties.add(CODING_NOTE);
        }
        return new CodeSystemHeader(
                Icd11.MMS,
                release,
                "ICD11MMS",
                "ICD-11 for Mortality and Morbidity Statistics",
                language(),
                Standing.ACTIVE,
                "complete",
                false,
                null,
                "is-a",
                properties.stream().collect(Collectors.toMap(PropertyDefinition::code, property -> property)));
    }

    /** The language of the titles: English where the file has no English titles beside them, otherwise what its links to the browser say. */
    private String language() {
        Column browser = table.find("BrowserLink");
        if (englishTitle == null || title.index() == englishTitle.index() || browser == null) {
            return "en";
        }
        Matcher link = LANGUAGE.matcher(table.rows().getFirst().text(browser));
        return link.matches() ? link.group(1) : "en";
    }

    private void add(Row row) throws ClassificationException {
        String uri = row.required(linearization);
        String entity = Icd11.entity(uri);
        if (entity == null) {
            throw row.wrong(linearization, "'" + uri + "' is no URI of an entity of ICD-11");
        }
        String own = code(row, entity);
        Row first = rowOfCode.putIfAbsent(own, row);
        if (first != null) {
            repeated(row, first, own);
            return;
        }
        if (codeOfEntity.putIfAbsent(entity, own) != null) {
            throw row.wrong(linearization, "'" + uri + "' is the URI of " + codeOfEntity.get(entity) + " already");
        }
        String text = row.required(title);
        int depth = depth(text);
        String above = parent(row, depth);
        if (depth < path.size()) {
            path.subList(depth, path.size()).clear();
        }
        path.add(own);
        counts.merge(counted(row.required(kind)), 1, Integer::sum);
        concepts.add(new ClassificationConcept(own, Texts.oneLine(text.substring(2 * depth)), above, designations(row), properties(row)));
    }

    private static String counted(String kind) {
        return switch (kind) {
            case "category" -> "categories";
            default -> kind + "s";
        };
    }

    private void repeated(Row row, Row first, String own) throws ClassificationException {
        if (!row.cells().equals(first.cells())) {
            throw row.wrong(code, "the code '" + own + "' is in line " + first.line() + " already, with another meaning");
        }
        remarks.add(row.remark(code, "'" + own + "' repeats line " + first.line() + " and was passed over"));
    }

    private String code(Row row, String entity) throws ClassificationException {
        String own = row.optional(code);
        if (own != null) {
            return own;
        }
        String kindOfRow = row.required(kind);
        if (kindOfRow.equals("category")) {
            throw row.wrong(code, "a category without a code");
        }
        String number = kindOfRow.equals("chapter") ? row.optional(chapter) : row.optional(blockId);
        return number == null ? entity : number;
    }

    private static int depth(String text) {
        int depth = 0;
        while (text.startsWith("- ", 2 * depth)) {
            depth++;
        }
        return depth;
    }

    private @Nullable String parent(Row row, int depth) throws ClassificationException {
        String stated = row.optional(parent);
        if (stated != null) {
            String entity = Icd11.entity(stated);
            String above = entity == null ? null : codeOfEntity.get(entity);
            if (above != null) {
                return above;
            }
            if (depth == 0) {
                return null; // The parent of a chapter is the linearization itself, which is no row.
            }
            throw row.wrong(parentColumn(), "'" + stated + "' is in no row above");
        }
        if (depth > path.size()) {
            throw row.wrong(title, "the title is " + depth + " levels deep, and the row above only " + (path.size() - 1));
        }
        return depth == 0 ? null : path.get(depth - 1);
    }

    private Column parentColumn() throws ClassificationException {
        return table.require("Parent");
    }

    private List<Designation> designations(Row row) {
        String english = englishTitle == null || englishTitle.index() == title.index() ? null : row.optional(englishTitle);
        return english == null ? List.of() : List.of(new Designation("en", null, Texts.oneLine(english.substring(2 * depth(english)))));
    }

    private List<ConceptProperty> properties(Row row) throws ClassificationException {
        List<ConceptProperty> properties = new ArrayList<>(8);
        String kindOfRow = row.required(kind);
        properties.add(new ConceptProperty(KIND.code(), new Value.Code(kindOfRow)));
        String number = row.optional(chapter);
        if (number != null) {
            properties.add(new ConceptProperty(CHAPTER.code(), new Value.Code(number)));
        }
        flag(properties, RESIDUAL, isTrue(row, residual));
        flag(properties, PRIMARY, isTrue(row, primary));
        flag(properties, EXTENSION_CODE, row.optional(code) != null && EXTENSION_CODES.equals(number));
        flag(properties, ConceptProperties.NOT_SELECTABLE, row.optional(code) == null);
        String entity = row.optional(foundation);
        if (entity != null) {
            properties.add(new ConceptProperty(FOUNDATION.code(), new Value.Text(entity)));
        }
        properties.add(new ConceptProperty(LINEARIZATION.code(), new Value.Text(row.required(linearization))));
        String note = row.optional(codingNote);
        if (note != null) {
            properties.add(new ConceptProperty(CODING_NOTE.code(), new Value.Text(note)));
        }
        return properties;
    }

    /** What is not said to be so is not so; a property that says no to every concept would only take room. */
    private static void flag(List<ConceptProperty> properties, PropertyDefinition property, boolean yes) {
        if (yes) {
            properties.add(new ConceptProperty(property.code(), new Value.Bool(true)));
        }
    }

    private static boolean isTrue(Row row, @Nullable Column column) throws ClassificationException {
        String text = row.text(column);
        if (column == null || text.isEmpty() || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw row.wrong(column, "'" + text + "' is neither True nor False");
    }
}
