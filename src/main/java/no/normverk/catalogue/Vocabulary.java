package no.normverk.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A code list that the catalogue refers to and that grows without a change of program: actors, topics, underlying standards.
 *
 * @param name the list's name, as its CodeSystem's id
 * @param displays the Norwegian display of every code
 */
public record Vocabulary(String name, Map<String, String> displays) {

    public Vocabulary {
        displays = Map.copyOf(displays);
    }

    /** Whether the list has the code. */
    public boolean has(String code) {
        return displays.containsKey(code);
    }

    /** The display of a code, empty when the list does not have it. */
    public Optional<String> display(String code) {
        return Optional.ofNullable(displays.get(code));
    }

    /** All codes. */
    public Set<String> codes() {
        return displays.keySet();
    }
}
