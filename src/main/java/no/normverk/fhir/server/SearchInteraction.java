package no.normverk.fhir.server;

import java.io.IOException;
import no.normverk.fhir.resource.CodeSystems;
import no.normverk.fhir.resource.ResourceIndex;
import no.normverk.fhir.resource.ResourceIndex.Found;
import no.normverk.fhir.resource.Search.UnusableCriterionException;
import no.normverk.fhir.resource.SearchParameters;
import no.normverk.store.StoredResource;

/** Search of a type (FHIR R4, 3.1.1). Pages are cut by offset: a link carries everything that is needed to answer it. */
final class SearchInteraction implements Interaction {

    private final PerSnapshot<ResourceIndex> indexes;
    private final SearchParameters parameters;
    private final Responses responses;

    SearchInteraction(PerSnapshot<ResourceIndex> indexes, SearchParameters parameters, Responses responses) {
        this.indexes = indexes;
        this.parameters = parameters;
        this.responses = responses;
    }

    @Override
    public void answer(Call call) throws IOException {
        Rendering rendering = Rendering.of(call.request());
        String type = String.valueOf(call.target().type());
        SearchQuery query = SearchQuery.of(call.request(), type, parameters, rendering);
        Found found = find(call, type, query);
        BundleWriter bundle = new BundleWriter("searchset", query.isTotalWanted() ? found.total() : null);
        String baseUrl = call.baseUrl();
        links(bundle, baseUrl + "/" + type, query, found.total());
        for (StoredResource resource : found.page()) {
            bundle.match(baseUrl, resource);
        }
        responses.send(call.request(), call.response(), rendering, bundle.answer());
    }

    private Found find(Call call, String type, SearchQuery query) {
        try {
            return indexes.of(call.snapshot()).search(type, query.search(), new CodeSystems(call.snapshot().registry(), (code, other) -> call.snapshot().obligations().actors().overlap(code, other)));
        } catch (UnusableCriterionException e) {
            throw Problem.badParameter(e.parameter(), e.value(), e.expected());
        }
    }

    private static void links(BundleWriter bundle, String url, SearchQuery query, int total) {
        int offset = query.search().offset();
        int count = query.search().count();
        bundle.link("self", query.link(url, offset));
        if (count == 0) {
            return;
        }
        bundle.link("first", query.link(url, 0));
        if (offset > 0) {
            bundle.link("previous", query.link(url, Math.max(0, Math.min(offset - count, lastPage(total, count)))));
        }
        if ((long) offset + count < total) {
            bundle.link("next", query.link(url, offset + count));
        }
        bundle.link("last", query.link(url, lastPage(total, count)));
    }

    private static int lastPage(int total, int count) {
        return total == 0 ? 0 : (total - 1) / count * count;
    }
}
