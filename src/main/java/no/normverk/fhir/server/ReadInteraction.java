package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import no.normverk.fhir.operation.Answer;
import no.normverk.fhir.resource.ResourceHistory;
import no.normverk.fhir.resource.ResourceIndex;
import no.normverk.store.StoredResource;
import org.jspecify.annotations.Nullable;

/** Read and vread: the stored bytes, with the version as their entity tag (FHIR R4, 3.1.0.1.3). */
final class ReadInteraction implements Interaction {

    private final PerSnapshot<ResourceIndex> indexes;
    private final ResourceHistory history;
    private final Responses responses;

    ReadInteraction(PerSnapshot<ResourceIndex> indexes, ResourceHistory history, Responses responses) {
        this.indexes = indexes;
        this.history = history;
        this.responses = responses;
    }

    @Override
    public void answer(Call call) throws IOException {
        Rendering rendering = Rendering.of(call.request());
        StoredResource resource = find(call);
        HttpServletResponse response = call.response();
        response.setHeader(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(resource.lastUpdated().atZone(ZoneOffset.UTC)));
        Answer answer = Answer.ok(resource.json());
        responses.send(call.request(), response, rendering, answer, Responses.etag(resource.versionId()));
    }

    private StoredResource find(Call call) {
        String type = String.valueOf(call.target().type());
        String id = String.valueOf(call.target().id());
        String versionId = call.target().versionId();
        StoredResource current = indexes.of(call.snapshot()).find(type, id);
        if (current != null && (versionId == null || versionId.equals(String.valueOf(current.versionId())))) {
            return current;
        }
        StoredResource earlier = versionId == null ? null : version(type, id, versionId);
        if (earlier == null) {
            throw Problem.notFound("there is no " + type + "/" + id + (versionId == null ? "" : " in version '" + versionId + "'"));
        }
        return earlier;
    }

    private @Nullable StoredResource version(String type, String id, String versionId) {
        for (StoredResource version : history.versions(type, id)) {
            if (versionId.equals(String.valueOf(version.versionId()))) {
                return version;
            }
        }
        return null;
    }
}
