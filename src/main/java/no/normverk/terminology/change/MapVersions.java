package no.normverk.terminology.change;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapTarget;

/**
 * A map as it goes with the older and as it goes with the newer version of a code system.
 *
 * @param from the older
 * @param to the newer
 */
public record MapVersions(ConceptMapDefinition from, ConceptMapDefinition to) {

    /** What a map has for a code of a system, in a stable order: code and relationship, with the rule where it depends on one. */
    static List<String> targets(ConceptMapDefinition map, String system, String code) {
        TreeSet<String> told = new TreeSet<>();
        for (MapGroup group : map.groups()) {
            List<MapTarget> targets = system.equals(group.source()) ? group.targets(code) : null;
            if (targets != null) {
                targets.forEach(target -> told.add(told(target)));
            }
        }
        return new ArrayList<>(told);
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
