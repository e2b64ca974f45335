package no.normverk.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import no.normverk.fhir.resource.ResourceDocument;

/** What was found in one file; filled while reading. */
final class Found {
    private final String file;
    private final String description;
    private final List<Item> items = new ArrayList<>();
    private final SortedMap<String, Integer> leftOut = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * A checked resource.
     *
     * @param document the resource
     * @param place where it was
     */
    record Item(ResourceDocument document, Place place) {}

    Found(String file, String description) {
        this.file = file;
        this.description = description;
    }

    void add(ResourceDocument document, Place place) {
        items.add(new Item(document, place));
    }

    /** Something that is not loaded, and is told about by number. */
    void leaveOut(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    /** Something that was repaired or passed over, and where. */
    void warn(String text, Place place) {
        warnings.add(place + ": " + text);
    }

    List<Item> items() {
        return items;
    }

    /** Numbers of resources by type, for people. */
    SortedMap<String, Long> types() {
        SortedMap<String, Long> types = new TreeMap<>();
        items.forEach(item -> types.merge(item.document().type(), 1L, Long::sum));
        return types;
    }

    FileSummary summary() {
        return new FileSummary(file, description, types(), leftOut, items.stream().map(Found::line).toList(), warnings, List.of());
    }

    private static String line(Item item) {
        ResourceDocument document = item.document();
        String identity = document.url() == null ? String.valueOf(document.id()) : document.url();
        return document.type() + " " + identity + (document.version() == null ? "" : "|" + document.version());
    }
}
