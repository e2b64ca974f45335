package no.normverk.classification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON arrays of flat objects, as rows of a table that remember where they were. */
final class JsonRows {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonRows() {}

    /**
     * One object of the array.
     *
     * @param line of its opening brace, from 1
     * @param column of its opening brace, from 1
     * @param fields its members as text, those that are null or blank left out
     */
    record Row(int line, int column, Map<String, String> fields) {
        @Nullable String optional(String field) {
            return fields.get(field);
        }

        String required(String field) throws ClassificationException {
            String value = fields.get(field);
            if (value == null) {
                throw new ClassificationException("A row without " + field, line, column);
            }
            return value;
        }

        ClassificationException wrong(String reason) {
            return new ClassificationException(reason, line, column);
        }

        FileRemark remark(String text) {
            return new FileRemark(line, column, text);
        }
    }

    /**
     * The whole array.
     *
     * @param rows in the file's order, at least one
     * @param fieldNames the names of all fields, also of those that are null everywhere
     */
    record Table(List<Row> rows, Set<String> fieldNames) {}

    /** What is read with a parser of a whole file. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException, ClassificationException;
    }

    static Table read(byte[] json) throws ClassificationException {
        return reading(json, JsonRows::table);
    }

    /** Reads JSON; what is not well-formed, or not UTF-8, is refused at its line and column. */
    static <T> T reading(byte[] json, Reading<T> reading) throws ClassificationException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return reading.read(parser);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new ClassificationException(
                    // Where a started value began is left out, which the parser tells in its own words.
                    "Not well-formed JSON: " + e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*", ""), at == null ? 0 : at.getLineNr(), at == null ? 0
                            : at.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(JsonParser parser) throws IOException, ClassificationException {
        Set<String> names = new HashSet<>();
        parser.nextToken();
        List<Row> rows = rows(parser, names);
        if (parser.nextToken() != null) {
            throw wrong(parser, "Something follows the end of the array");
        }
        if (rows.isEmpty()) {
            throw new ClassificationException("The list is empty", 0, 0);
        }
        return new Table(rows, names);
    }

    /** The rows of the array that the parser is at. */
    static List<Row> rows(JsonParser parser, Set<String> names) throws IOException, ClassificationException {
        List<Row> rows = new ArrayList<>();
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "a JSON array of rows");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "a row, that is a JSON object");
            rows.add(row(parser, names));
        }
        return rows;
    }

    private static Row row(JsonParser parser, Set<String> names) throws IOException, ClassificationException {
        JsonLocation start = parser.currentTokenLocation();
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            names.add(field);
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                throw wrong(parser, "The field " + field + " is not a plain value");
            }
            if (value != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
                fields.put(field, parser.getText().strip());
            }
        }
        return new Row(start.getLineNr(), start.getColumnNr(), fields);
    }

    static void expect(JsonParser parser, @Nullable JsonToken found, JsonToken wanted, String what)
            throws IOException, ClassificationException {
        if (found != wanted) {
            throw wrong(parser, "Expected " + what);
        }
    }

    static ClassificationException wrong(JsonParser parser, String reason) {
        JsonLocation at = parser.currentTokenLocation();
        return new ClassificationException(reason, at.getLineNr(), at.getColumnNr());
    }
}
