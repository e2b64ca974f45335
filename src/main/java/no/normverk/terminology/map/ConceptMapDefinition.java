package no.normverk.terminology.map;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A concept map.
 *
 * @param url canonical URL
 * @param version business version
 * @param standing publication status and related facts
 * @param sourceScope the value set that source concepts come from
 * @param targetScope the value set that target concepts come from
 * @param groups what is mapped, by pair of systems
 */
public record ConceptMapDefinition(
        String url,
        @Nullable String version,
        Standing standing,
        @Nullable Canonical sourceScope,
        @Nullable Canonical targetScope,
        List<MapGroup> groups) {

    public Canonical canonical() {
        return new Canonical(url, version);
    }

    /** Whether some group maps to the system. */
    public boolean hasTarget(String system) {
        return groups.stream().anyMatch(group -> system.equals(group.target()));
    }
}
