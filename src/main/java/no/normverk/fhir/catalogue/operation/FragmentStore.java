package no.normverk.fhir.catalogue.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.normverk.catalogue.requirement.ObligationIndex;
import no.normverk.fhir.message.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of the current snapshot's catalogue, by language; those of the one before are let go. There are as many as products,
 * codes and provisions, once for each language that is asked for.
 */
final class FragmentStore {

    private record OfSnapshot(ObligationIndex index, Map<String, Map<Object, byte[]>> byLanguage) {}

    private volatile @Nullable OfSnapshot current;

    /** Two snapshots in use at once take turns here, while a load is taken up: that costs time and nothing else. */
    Fragments of(ObligationIndex index, String language) {
        OfSnapshot latest = current;
        if (latest == null || latest.index() != index) {
            latest = new OfSnapshot(index, Messages.LANGUAGES.stream()
                    .collect(Collectors.toUnmodifiableMap(each -> each, each -> new ConcurrentHashMap<>())));
            current = latest;
        }
        return new Fragments(latest.byLanguage().getOrDefault(language, new ConcurrentHashMap<>()));
    }
}
