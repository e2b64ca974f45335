package no.normverk.fhir.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} text strictly: UTF-8, and what is not well-formed is told instead of guessed. */
final class QueryString {

    private static final char REPLACEMENT = '\uFFFD';

    private QueryString() {}

    /** Adds the parameters of the text to those that are there. */
    static void parse(String text, Map<String, String[]> parameters) {
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (end > start) {
                add(text, start, end, parameters);
            }
            start = end + 1;
        }
    }

    static Map<String, String[]> parse(String text) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        parse(text, parameters);
        return parameters;
    }

    private static void add(String text, int start, int end, Map<String, String[]> parameters) {
        int equals = text.indexOf('=', start);
        boolean named = equals >= 0 && equals < end;
        String name = decode(text, start, named ? equals : end, end);
        String value = named ? decode(text, equals + 1, end, end) : "";
        String[] values = parameters.get(name);
        if (values == null) {
            parameters.put(name, new String[] {value});
            return;
        }
        String[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        parameters.put(name, more);
    }

    private static String decode(String query, int start, int end, int endOfPair) {
        String text = query.substring(start, end).replace('+', ' ');
        return text.indexOf('%') < 0 ? text : decodePercent(text, query.substring(Math.max(0, query.lastIndexOf('&', start) + 1), endOfPair));
    }

    /** Resolves percent-encoding; {@code whole} names the text in the error. */
    static String decodePercent(String text, String whole) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                bytes[length++] = bytes[i];
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw Problem.malformed("'" + whole + "' has a % that two hexadecimal digits do not follow");
            }
            bytes[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        String decoded = new String(bytes, 0, length, StandardCharsets.UTF_8);
        // What is no UTF-8 becomes the replacement character: only then is it worth a second, strict look.
        return decoded.indexOf(REPLACEMENT) < 0 ? decoded : strictly(ByteBuffer.wrap(bytes, 0, length), whole);
    }

    private static String strictly(ByteBuffer utf8, String whole) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("'" + whole + "' is not UTF-8 when percent-decoded");
        }
    }
}
