package no.normverk.fhir.operation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer as a table: comma-separated values (RFC 4180) in UTF-8, the first row the names of the columns. */
final class CsvTable {

    static final String MEDIA_TYPE = "text/csv";

    private final StringWriter text = new StringWriter();
    private final CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);

    CsvTable(String... columns) {
        rows.writeRecord(columns);
    }

    /** Whether the caller wants a table. */
    static boolean isWanted(Question question) {
        return MEDIA_TYPE.equals(question.request().format());
    }

    void row(@Nullable String... cells) {
        rows.writeRecord(cells);
    }

    Answer answer() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Answer.ok(bytes).as(MEDIA_TYPE);
    }
}
