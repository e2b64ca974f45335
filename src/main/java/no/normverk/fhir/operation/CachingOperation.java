package no.normverk.fhir.operation;

import java.util.ArrayList;
import java.util.List;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.TerminologyException;

/** An operation whose callers may have left resources with the server ({@code $cache-control}): those are laid over what it answers from. */
final class CachingOperation implements Operation {

    private final Operation operation;
    private final ResourceCaches caches;

    CachingOperation(Operation operation, ResourceCaches caches) {
        this.operation = operation;
        this.caches = caches;
    }

    /** What answers in the end: the operation itself, or the one that is within. */
    static Operation answering(Operation operation) {
        return operation instanceof CachingOperation caching ? caching.operation : operation;
    }

    @Override
    public Answer answer(OperationRequest request) {
        String id = request.cacheId();
        if (id == null) {
            return operation.answer(request);
        }
        Snapshot snapshot = request.snapshot();
        try {
            ResourceCache cache = caches.find(id);
            if (!cache.isSealed()) {
                keep(cache, request.inputs());
                caches.grown(id, cache);
            }
            return operation.answer(request.from(snapshot.with(cache.over(snapshot.registry()))));
        } catch (TerminologyException e) {
            Question question = new Question(request, new Arguments(request.inputs()), snapshot.registry());
            return IssueWriter.answer(e.issues(), question.messageLanguages());
        }
    }

    /** Whether the call succeeds or not: its caller will not send them again. What cannot be read is not kept; the operation itself tells why. */
    private static void keep(ResourceCache cache, Inputs inputs) {
        List<Input> brought = new ArrayList<>(inputs.all("tx-resource"));
        inputs.all("valueSet").stream().filter(input -> input.value().hasNonNull("url")).forEach(brought::add);
        try {
            cache.keep(brought);
        } catch (DefinitionException e) {
            return;
        }
    }
}
