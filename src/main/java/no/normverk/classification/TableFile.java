package no.normverk.classification;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of cells with a header, as text: tab- or semicolon-separated, quoted where a cell holds the separator, a quote or a line break. Columns are found by the normalised name of their header
 * ({@code ICD-11 FoundationURI} and {@code ICD-11 Foundation URI} are one), since publishers change spelling and order from file to file. Places are line and number of the cell.
 */
final class TableFile {
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]");

    private final List<String> header;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows;
    private final List<FileRemark> remarks;

    private TableFile(List<String> header, List<Row> rows, List<FileRemark> remarks) {
        this.header = header;
        this.rows = rows;
        this.remarks = remarks;
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(normalised(header.get(i)), i);
        }
    }

    /**
     * How a table is written.
     *
     * @param separator between cells
     * @param quoted whether cells may stand in double quotes
     * @param unnamed how many cells a row may have beyond or short of the header's, where a publisher leaves some unnamed; all rows must agree
     */
    record Shape(char separator, boolean quoted, int unnamed) {}

    /** A column that is there. */
    record Column(int index, String name) {
        /** From 1, as people count. */
        int number() {
            return index + 1;
        }
    }

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param cells as they stand
     */
    record Row(int line, List<String> cells) {
        /** What a cell holds, without blanks around it; empty when there is no such column. */
        String text(@Nullable Column column) {
            return column == null || column.index() >= cells.size() ? "" : stripped(cells.get(column.index()));
        }

        /** What a cell holds, or {@code null} when it is empty. */
        @Nullable String optional(@Nullable Column column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** What a cell holds that must not be empty. */
        String required(Column column) throws ClassificationException {
            String text = text(column);
            if (text.isEmpty()) {
                throw wrong(column, "the cell is empty");
            }
            return text;
        }

        ClassificationException wrong(Column column, String reason) {
            return new ClassificationException("Column '" + column.name() + "': " + reason, line, column.number());
        }

        FileRemark remark(Column column, String text) {
            return new FileRemark(line, column.number(), "column '" + column.name() + "': " + text);
        }
    }

    /**
     * Reads a table.
     *
     * @throws ClassificationException when a row has more or fewer cells than the others, or a quote is not closed
     */
    static TableFile read(String text, Shape shape) throws ClassificationException {
        return read(text, shape, List.of());
    }

    /** Reads a table whose columns have no names in the file; {@code names} are theirs. */
    static TableFile read(String text, Shape shape, List<String> names) throws ClassificationException {
        List<Row> rows = records(text, shape);
        List<FileRemark> remarks = new ArrayList<>();
        List<String> header = names;
        if (names.isEmpty()) {
            if (rows.isEmpty()) {
                throw new ClassificationException("The file is empty", 0, 0);
            }
            header = rows.removeFirst().cells().stream().map(String::strip).toList();
        }
        checkWidths(rows, header, shape);
        if (!text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r") && text.indexOf('\n') >= 0) {
            remarks.add(new FileRemark(rows.isEmpty() ? 1 : rows.getLast().line(), 0,
                    "the last line has no line break: see that the file is whole"));
        }
        return new TableFile(header, rows, remarks);
    }

    private static List<Row> records(String text, Shape shape) throws ClassificationException {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(shape.separator())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false);
        if (!shape.quoted()) {
            builder.quoteCharacter('\0');
        }
        List<Row> rows = new ArrayList<>();
        try {
            for (CsvRecord record : builder.ofCsvRecord(text)) {
                List<String> cells = record.getFields();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(Math.toIntExact(record.getStartingLineNumber()), cells));
                }
            }
        } catch (CsvParseException e) {
            throw new ClassificationException("Not a table: " + e.getMessage(), rows.isEmpty() ? 1 : rows.getLast().line() + 1, 0);
        }
        return rows;
    }

    private static void checkWidths(List<Row> rows, List<String> header, Shape shape) throws ClassificationException {
        if (rows.isEmpty()) {
            throw new ClassificationException("The table has a header and no rows", 0, 0);
        }
        int width = rows.getFirst().cells().size();
        boolean fits = Math.abs(width - header.size()) <= shape.unnamed();
        int expected = fits ? width : header.size();
        for (Row row : rows) {
            int cells = row.cells().size();
            if (cells != expected) {
                throw new ClassificationException(
                        "The row has " + cells + " cells where " + expected + " were expected: a cut line, an unclosed quote or "
                                + "a separator inside a cell",
                        row.line(),
                        Math.min(cells, expected) + (cells > expected ? 1 : 0));
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<String> header() {
        return header;
    }

    /** What was odd about the table as a whole. */
    List<FileRemark> remarks() {
        return remarks;
    }

    /** The first column with one of the names, however they are spelt; {@code null} when there is none. */
    @Nullable Column find(String... names) {
        for (String name : names) {
            Integer index = columns.get(normalised(name));
            if (index != null) {
                return new Column(index, header.get(index));
            }
        }
        return null;
    }

    /** A column that must be there. */
    Column require(String... names) throws ClassificationException {
        Column column = find(names);
        if (column == null) {
            throw new ClassificationException(
                    "The column '" + names[0] + "' is missing; the header has " + header, 1, 0);
        }
        return column;
    }

    /** Where a cell of the header satisfies a pattern. */
    OptionalInt headerMatching(Pattern pattern) {
        for (int i = 0; i < header.size(); i++) {
            if (pattern.matcher(header.get(i)).matches()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The first cell of the header that satisfies a pattern. */
    Optional<String> headerCell(Pattern pattern) {
        OptionalInt index = headerMatching(pattern);
        return index.isPresent() ? Optional.of(header.get(index.getAsInt())) : Optional.empty();
    }

    /** Without blanks around it, those that do not break lines included. */
    private static String stripped(String cell) {
        String text = cell.strip();
        int start = 0;
        int end = text.length();
        while (start < end && (text.charAt(start) == '\u00a0' || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == '\u00a0' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** A name without case, blanks and punctuation. */
    static String normalised(String name) {
        return NOT_IN_NAMES.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
