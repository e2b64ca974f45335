package no.normverk.fhir.operation;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.normverk.terminology.Coding;
import no.normverk.terminology.change.UsedCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes that somebody's system uses: {@code code} and {@code coding}, repeated, and {@code csv}, a table with or without a header, its cells separated by comma, semicolon or tab: the code,
 * and beside it the text that the system shows for it.
 */
final class UsedCodes {

    private static final Set<String> CODE_COLUMNS = Set.of("code", "kode", "sctid", "conceptid", "begrepsid");
    private static final Set<String> DISPLAY_COLUMNS = Set.of("display", "term", "text", "tekst", "navn", "name");

    private UsedCodes() {}

    static List<UsedCode> read(Question question, String system) {
        Arguments arguments = question.arguments();
        List<UsedCode> codes = new ArrayList<>();
        arguments.texts("code").forEach(code -> codes.add(new UsedCode(code, null)));
        for (Coding coding : arguments.codings("coding")) {
            if (coding.code() == null || (coding.system() != null && !question.registry().isSameSystem(coding.system(), system))) {
                throw Arguments.invalid("coding", coding.system() + "|" + coding.code(), "a code of " + system);
            }
            codes.add(new UsedCode(coding.code(), coding.display()));
        }
        for (Inputs.Input input : arguments.inputs().all("csv")) {
            readTable(text(input), codes);
        }
        return codes;
    }

    private static String text(Inputs.Input input) {
        JsonNode value = input.type().equals("resource") ? input.value().path("data") : input.value();
        boolean packed = input.type().equals("resource") || input.type().equals("Base64Binary");
        if (!value.isTextual()) {
            throw Arguments.invalid("csv", input.value().toString(), "a table as string, base64Binary or Binary");
        }
        if (!packed) {
            return value.asText();
        }
        try {
            return new String(Base64.getDecoder().decode(value.asText().replaceAll("\\s", "")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Arguments.invalid("csv", "(base64)", "base64 of a table in UTF-8");
        }
    }

    private static void readTable(String table, List<UsedCode> codes) {
        String text = table.startsWith("\uFEFF") ? table.substring(1) : table;
        int codeColumn = 0;
        int displayColumn = 1;
        boolean first = true;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                if (first && isHeader(row)) {
                    codeColumn = column(row, CODE_COLUMNS);
                    displayColumn = column(row, DISPLAY_COLUMNS);
                } else {
                    String code = cell(row, codeColumn);
                    if (code == null) {
                        throw Arguments.invalid("csv", "(line " + row.getStartingLineNumber() + " has no code)", "a code in each row");
                    }
                    codes.add(new UsedCode(code, cell(row, displayColumn)));
                }
                first = false;
            }
        } catch (CsvParseException e) {
            throw Arguments.invalid("csv", String.valueOf(e.getMessage()), "comma-, semicolon- or tab-separated values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What separates the cells of the first line; a table of codes alone has none. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
    }

    private static boolean isHeader(CsvRecord row) {
        return row.getFields().stream().anyMatch(cell -> CODE_COLUMNS.contains(cell.strip().toLowerCase(Locale.ROOT)));
    }

    private static int column(CsvRecord header, Set<String> names) {
        for (int i = 0; i < header.getFieldCount(); i++) {
            if (names.contains(header.getField(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static @Nullable String cell(CsvRecord row, int column) {
        String text = column >= row.getFieldCount() ? "" : row.getField(column).strip();
        return text.isEmpty() ? null : text;
    }
}
