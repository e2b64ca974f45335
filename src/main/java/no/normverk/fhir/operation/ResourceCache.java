package no.normverk.fhir.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.Inputs.Input;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import no.normverk.terminology.TerminologyException;
import org.jspecify.annotations.Nullable;

/** The resources that one caller left with the server, read once, and laid over the server's own for each of the caller's later calls. Thread-safe. */
final class ResourceCache {

    private record Kept(Consumer<Registry.Builder> adder, long bytes) {}

    private record Laid(Registry below, Registry above) {}

    private final boolean sealed;
    private final long limit;
    private final Map<String, Kept> resources = new LinkedHashMap<>();
    private long bytes;
    private @Nullable Laid laid;

    /**
     * @param sealed whether it stays as it was begun; otherwise resources that later calls bring are kept too
     * @param limit how many bytes of JSON it may hold
     */
    ResourceCache(boolean sealed, long limit) {
        this.sealed = sealed;
        this.limit = limit;
    }

    boolean isSealed() {
        return sealed;
    }

    synchronized long bytes() {
        return bytes;
    }

    /**
     * Keeps resources; one that has the URL and version of one that is kept takes its place.
     *
     * @throws DefinitionException when one of them cannot be used
     * @throws TerminologyException when they are too large
     */
    synchronized void keep(List<Input> brought) {
        Map<String, Kept> more = new LinkedHashMap<>();
        long size = bytes;
        for (Input input : brought) {
            if (!input.type().equals("resource")) {
                throw Arguments.invalid(input.name(), input.value().asText(), "a resource");
            }
            String identity = Question.identity(input.value());
            if (!more.containsKey(identity)) {
                Kept kept = new Kept(RegistryAssembler.reading(input.value()), input.value().toString().length());
                Kept before = resources.get(identity);
                size += kept.bytes - (before == null ? 0 : before.bytes);
                more.put(identity, kept);
            }
        }
        if (size > limit) {
            throw new TerminologyException(
                    Issue.error("too-costly", "too-costly", Message.of("cache-too-large", Long.toString(limit)), "tx-resource"));
        }
        if (!more.isEmpty()) {
            resources.putAll(more);
            bytes = size;
            laid = null;
        }
    }

    /** A registry with the resources over what it holds. */
    synchronized Registry over(Registry held) {
        Laid known = laid;
        if (known != null && known.below == held) {
            return known.above;
        }
        Registry.Builder registry = held.with();
        resources.values().forEach(kept -> kept.adder.accept(registry));
        Laid made = new Laid(held, registry.build());
        laid = made;
        return made.above;
    }
}
