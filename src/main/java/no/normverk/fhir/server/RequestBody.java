package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, unpacked and as UTF-8.
 *
 * @param form how it is written
 * @param bytes its bytes
 */
record RequestBody(Form form, byte[] bytes) {

    /** How a body may be written. */
    enum Form {
        NONE,
        JSON,
        XML,
        FORM
    }

    static final RequestBody EMPTY = new RequestBody(Form.NONE, new byte[0]);

    boolean isForm() {
        return form == Form.FORM;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads the body of a request.
     *
     * @param limit how many bytes it may have when unpacked
     * @throws Problem 413 when it is larger, 415 for a content type, encoding or charset that is not supported, 400 when it is not what it says it is
     */
    static RequestBody read(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() == 0 || request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return EMPTY;
        }
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        byte[] bytes = bytes(request, limit);
        if (bytes.length == 0) {
            return EMPTY;
        }
        String contentType = request.getContentType();
        return new RequestBody(form(contentType, bytes), utf8(bytes, contentType));
    }

    private static byte[] bytes(HttpServletRequest request, int limit) {
        try {
            return atMost(unpacked(request), limit, request.getContentLength());
        } catch (ZipException | java.io.EOFException e) {
            throw Problem.malformed("the body is not gzip, as its Content-Encoding says: " + e.getMessage());
        } catch (IOException e) {
            throw Problem.malformed("the body could not be read: " + e.getMessage());
        }
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return request.getInputStream();
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return new GZIPInputStream(request.getInputStream(), 8192);
        }
        throw unsupported("Content-Encoding '" + encoding + "' is not supported, only gzip");
    }

    private static byte[] atMost(InputStream in, int limit, int expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(expected, 1024));
        byte[] buffer = new byte[expected > 0 ? Math.min(8192, expected + 1) : 8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > limit) {
                throw tooLarge(limit);
            }
        }
        return out.toByteArray();
    }

    private static Form form(@Nullable String contentType, byte[] bytes) {
        if (contentType == null) {
            return guess(bytes);
        }
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "application/fhir+json", "application/json", "text/json" -> Form.JSON;
            case "application/fhir+xml", "application/xml", "text/xml" -> Form.XML;
            case "application/x-www-form-urlencoded" -> Form.FORM;
            default -> throw unsupported("Content-Type '" + contentType
                    + "' is not supported, expected application/fhir+json, application/fhir+xml or application/x-www-form-urlencoded");
        };
    }

    /** A resource without Content-Type: its first character tells. */
    private static Form guess(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '{') {
                return Form.JSON;
            }
            if (b == '<') {
                return Form.XML;
            }
            if (!Character.isWhitespace(b)) {
                break;
            }
        }
        throw unsupported("the body has no Content-Type, expected application/fhir+json or application/fhir+xml");
    }

    private static byte[] utf8(byte[] bytes, @Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (contentType == null || at < 0) {
            return bytes;
        }
        String name = contentType.substring(at + "charset=".length()).split(";")[0].replace("\"", "").strip();
        if (name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("utf8")) {
            return bytes;
        }
        try {
            return new String(bytes, Charset.forName(name)).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unsupported("charset '" + name + "' is not supported, expected UTF-8");
        }
    }

    private static Problem unsupported(String text) {
        return new Problem(415, "not-supported", text, null, Map.of());
    }

    private static Problem tooLarge(int limit) {
        return new Problem(413, "too-long", "the body is larger than " + limit + " bytes", null, Map.of());
    }
}
