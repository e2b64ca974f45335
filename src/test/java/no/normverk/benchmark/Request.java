package no.normverk.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request to measure.
 *
 * @param target path and query below the server's root
 * @param body JSON to post, or {@code null} for a GET
 */
record Request(String target, @Nullable String body) {

    /** @param parameters names and values in turn */
    static Request get(String path, String... parameters) {
        StringBuilder target = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            target.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
            target.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return new Request(target.toString(), null);
    }

    /** The bytes that ask it, on a connection that stays open. */
    byte[] encoded() {
        return encoded(target);
    }

    /** The same request asked of another path, which keeps the query. */
    byte[] encodedFor(String path) {
        int query = target.indexOf('?');
        return encoded(query < 0 ? path : path + target.substring(query));
    }

    private byte[] encoded(String asked) {
        String head = (body == null ? "GET " : "POST ") + asked + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/fhir+json\r\n";
        if (body == null) {
            return (head + "\r\n").getBytes(StandardCharsets.UTF_8);
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return (head + "Content-Type: application/fhir+json\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
