package no.normverk.fhir.server;

import java.io.IOException;
import java.util.List;
import no.normverk.fhir.resource.ResourceHistory;
import no.normverk.fhir.resource.ResourceIndex;
import no.normverk.store.StoredResource;

/** The history of one resource, newest version first (FHIR R4, 3.1.0.11). */
final class HistoryInteraction implements Interaction {

    private final PerSnapshot<ResourceIndex> indexes;
    private final ResourceHistory history;
    private final Responses responses;

    HistoryInteraction(PerSnapshot<ResourceIndex> indexes, ResourceHistory history, Responses responses) {
        this.indexes = indexes;
        this.history = history;
        this.responses = responses;
    }

    @Override
    public void answer(Call call) throws IOException {
        Rendering rendering = Rendering.of(call.request());
        String type = String.valueOf(call.target().type());
        String id = String.valueOf(call.target().id());
        List<StoredResource> versions = history.versions(type, id);
        if (versions.isEmpty()) {
            StoredResource current = indexes.of(call.snapshot()).find(type, id);
            if (current == null) {
                throw Problem.notFound("there is no " + type + "/" + id);
            }
            versions = List.of(current);
        }
        BundleWriter bundle = new BundleWriter("history", versions.size());
        String baseUrl = call.baseUrl();
        bundle.link("self", baseUrl + "/" + type + "/" + id + "/_history");
        for (StoredResource version : versions) {
            bundle.version(baseUrl, version);
        }
        responses.send(call.request(), call.response(), rendering, bundle.answer());
    }
}
