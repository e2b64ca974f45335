package no.normverk.fhir.operation;

import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * {@code $cache-control} of HL7's terminology ecosystem: {@code mode=start} takes {@code tx-resource}s and gives out a {@code cache-id}; later calls that name it in the header {@code X-Cache-Id} are
 * answered as if they brought those resources themselves; {@code mode=end} forgets them; {@code mode=check} tells whether they are still there. A cache that is begun with {@code sealed=false} also
 * keeps what later calls bring.
 */
final class CacheControlOperation extends TerminologyOperation {

    private final ResourceCaches caches;

    CacheControlOperation(ResourceCaches caches) {
        this.caches = caches;
    }

    @Override
    Answer answer(Question question) {
        String mode = question.arguments().required("mode", "start, end or check");
        return switch (mode) {
            case "start" -> start(question.arguments());
            case "end" -> {
                caches.remove(id(question.request().cacheId()));
                yield ParametersWriter.start().bool("result", true).answer();
            }
            case "check" -> check(id(question.request().cacheId()));
            default -> throw Arguments.invalid("mode", mode, "start, end or check");
        };
    }

    private Answer start(Arguments arguments) {
        boolean sealed = !Boolean.FALSE.equals(arguments.bool("sealed"));
        ResourceCache cache = caches.create(sealed);
        cache.keep(arguments.inputs().all("tx-resource"));
        return ParametersWriter.start().id("cache-id", caches.add(cache)).bool("sealed", sealed).answer();
    }

    private Answer check(String id) {
        ParametersWriter parameters = ParametersWriter.start().id("cache-id", id);
        try {
            boolean sealed = caches.find(id).isSealed();
            return parameters.bool("valid", true).bool("sealed", sealed).answer();
        } catch (TerminologyException e) {
            return parameters.bool("valid", false).answer();
        }
    }

    private static String id(@Nullable String header) {
        if (header == null) {
            throw Arguments.missing("X-Cache-Id", "the cache-id, as a header");
        }
        return header;
    }
}
