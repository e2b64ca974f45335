package no.normverk.fhir.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.operation.Answer;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/** Writes a Bundle around resources that stay the bytes they are. */
final class BundleWriter {

    private final String type;
    private final @Nullable Integer total;
    private final List<String> links = new ArrayList<>();
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream(16 * 1024);

    BundleWriter(String type, @Nullable Integer total) {
        this.type = type;
        this.total = total;
    }

    void link(String relation, String url) {
        links.add("{\"relation\":\"" + relation + "\",\"url\":\"" + quoted(url) + "\"}");
    }

    /** An entry of a search result. */
    void match(String baseUrl, StoredResource resource) {
        beginEntry(baseUrl, resource);
        write(",\"search\":{\"mode\":\"match\"}}");
    }

    /** An entry of a history. */
    void version(String baseUrl, StoredResource resource) {
        beginEntry(baseUrl, resource);
        boolean first = resource.versionId() == 1;
        write(",\"request\":{\"method\":\"PUT\",\"url\":\"" + resource.type() + "/" + resource.id() + "\"},\"response\":{\"status\":\""
                + (first ? "201 Created" : "200 OK") + "\",\"etag\":\"" + quoted(Responses.etag(resource.versionId()))
                + "\",\"lastModified\":\"" + resource.lastUpdated() + "\"}}");
    }

    private void beginEntry(String baseUrl, StoredResource resource) {
        write(entries.size() == 0 ? "" : ",");
        write("{\"fullUrl\":\"" + quoted(baseUrl) + "/" + resource.type() + "/" + resource.id() + "\",\"resource\":");
        entries.write(resource.json(), 0, resource.json().length);
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entries.write(bytes, 0, bytes.length);
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    Answer answer() {
        StringBuilder head = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"").append(type).append('"');
        if (total != null) {
            head.append(",\"total\":").append(total);
        }
        head.append(",\"link\":[").append(String.join(",", links)).append(']');
        boolean empty = entries.size() == 0;
        byte[] first = head.append(empty ? "}" : ",\"entry\":[").toString().getBytes(StandardCharsets.UTF_8);
        if (empty) {
            return Answer.ok(first);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(first.length + entries.size() + 2);
        whole.writeBytes(first);
        whole.writeBytes(entries.toByteArray());
        whole.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return Answer.ok(whole.toByteArray());
    }
}
