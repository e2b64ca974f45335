package no.normverk.loading;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file of a load, for people.
 *
 * @param file as the user named it
 * @param description its format, and what it says it is
 * @param types numbers of resources by type; of an edition, numbers by kind of content
 * @param leftOut what is not loaded, with its number
 * @param resources a line for each resource
 * @param notes what else was noticed
 */
public record FileSummary(
        String file,
        String description,
        SortedMap<String, Long> types,
        SortedMap<String, Integer> leftOut,
        List<String> resources,
        List<String> notes) {

    public FileSummary {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }
}
