package no.normverk.terminology.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapTarget;

/**
 * A map as it goes with the older and as it goes with the newer version of a code system.
 *
 * @param from the older
 * @param to the newer
 * @param sources the URIs by which maps may call the code system
 */
public record MapVersions(ConceptMapDefinition from, ConceptMapDefinition to, Set<String> sources) {

    public MapVersions {
        sources = Set.copyOf(sources);
    }

    List<String> before(String code) {
        return targets(from, code);
    }

    List<String> after(String code) {
        return targets(to, code);
    }

    /** What a map has for a code of the system, in a stable order: code and relationship, with the rule where it depends on one. */
    private List<String> targets(ConceptMapDefinition map, String code) {
        TreeSet<String> told = new TreeSet<>();
        for (MapGroup group : map.groups()) {
            List<MapTarget> targets = isOfSystem(group) ? group.targets(code) : null;
            if (targets != null) {
                targets.forEach(target -> told.add(told(target)));
            }
        }
        return new ArrayList<>(told);
    }

    private boolean isOfSystem(MapGroup group) {
        return (group.source() != null && sources.contains(group.source())) || group.sourceAliases().stream().anyMatch(sources::contains);
    }

    private static String told(MapTarget target) {
        StringBuilder told = new StringBuilder(target.equivalence());
        if (target.code() != null) {
            told.append(' ').append(target.code());
        }
        target.dependsOn().forEach(condition -> told.append(" if ").append(condition.value()));
        return told.toString();
    }
}
