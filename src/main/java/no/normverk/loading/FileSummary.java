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
 * @param warnings what looks wrong and did not prevent loading
 * @param notes what was left out as it should be, line by line
 */
public record FileSummary(
        String file,
        String description,
        SortedMap<String, Long> types,
        SortedMap<String, Integer> leftOut,
        List<String> resources,
        List<String> warnings,
        List<String> notes) {

    public FileSummary {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        resources = List.copyOf(resources);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }
}
