package no.normverk.snomed;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.normverk.terminology.Hierarchy;

/** The nearest primitive concepts above concepts (SNOMED CT, "proximal primitive supertypes"): what is left of a definition when everything that is defined has been unfolded. */
final class ProximalPrimitives {

    private ProximalPrimitives() {}

    /** Those strictly above a concept. */
    static List<Integer> of(SnomedEdition edition, int concept) {
        Set<Integer> found = new TreeSet<>();
        Set<Integer> seen = new TreeSet<>();
        edition.hierarchy().forEachParent(concept, parent -> collect(edition, parent, found, seen));
        return nearest(edition.hierarchy(), found);
    }

    /** Those above or at any of the concepts: a primitive one stands for itself. */
    static List<Integer> of(SnomedEdition edition, int[] concepts) {
        Set<Integer> found = new TreeSet<>();
        Set<Integer> seen = new TreeSet<>();
        for (int concept : concepts) {
            collect(edition, concept, found, seen);
        }
        return nearest(edition.hierarchy(), found);
    }

    private static void collect(SnomedEdition edition, int concept, Set<Integer> found, Set<Integer> seen) {
        if (!seen.add(concept)) {
            return;
        }
        boolean unfolds = edition.isDefined(concept) && edition.hierarchy().parentCount(concept) > 0;
        if (unfolds) {
            edition.hierarchy().forEachParent(concept, parent -> collect(edition, parent, found, seen));
        } else {
            found.add(concept);
        }
    }

    /** Without those that are above others. */
    private static List<Integer> nearest(Hierarchy hierarchy, Set<Integer> concepts) {
        return concepts.stream()
                .filter(concept -> concepts.stream().noneMatch(other ->
                        !other.equals(concept) && hierarchy.isSelfOrAncestor(concept, other)))
                .toList();
    }
}
