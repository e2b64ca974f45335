package no.normverk.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.fhir.resource.ResourceDocument;
import org.jspecify.annotations.Nullable;

/**
 * The code lists and maps of a content directory that are tables with descriptors. They are an operator's own, and a mistake in one is no reason not to serve the others: each is taken whole or refused whole.
 */
final class CodeListsOfContent {
    private final FileReading reading;
    private final Verification verification;
    private final Map<Identity, Place> taken = new HashMap<>();
    private final List<Found.Item> items = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private record Identity(String type, @Nullable String url, @Nullable String version) {
        static Identity of(ResourceDocument document) {
            return new Identity(document.type(), document.url(), document.version());
        }
    }

    /** @param others what the directory holds beside them, which a code list may not repeat */
    CodeListsOfContent(FileReading reading, Verification verification, List<Found.Item> others) {
        this.reading = reading;
        this.verification = verification;
        others.forEach(item -> taken.putIfAbsent(Identity.of(item.document()), item.place()));
    }

    void read(Path descriptor) {
        try {
            Found found = reading.read(descriptor, DescribedTable.format(descriptor), Place.of(descriptor.toString()));
            found.items().forEach(this::check);
            found.items().forEach(item -> taken.put(Identity.of(item.document()), item.place()));
            items.addAll(found.items());
            warnings.addAll(found.summary().warnings());
        } catch (LoadingException e) {
            refused.add(String.valueOf(e.getMessage()));
        }
    }

    private void check(Found.Item item) {
        ResourceDocument document = item.document();
        Place first = taken.get(Identity.of(document));
        if (first != null) {
            throw new LoadingException(
                    item.place(), document.type() + " " + document.url() + "|" + document.version() + " is there twice; first in " + first);
        }
        Optional<String> objection = verification.objection(document.toNewResource());
        if (objection.isPresent()) {
            throw new LoadingException(item.place(), objection.get());
        }
    }

    List<Found.Item> items() {
        return List.copyOf(items);
    }

    /** Descriptors and tables that were refused, each with file, line and reason. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** What was repaired or passed over, and where. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
