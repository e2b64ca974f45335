package no.normverk.snomed.constraint;

import no.normverk.snomed.ecl.HierarchyOperator;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Hierarchy;
import org.roaringbitmap.RoaringBitmap;

/**
 * Steps through the hierarchy, from one concept and from sets. Inactive concepts are in no hierarchy: from them there is only
 * the concept itself.
 */
final class HierarchyWalk {

    private final Hierarchy hierarchy;
    private final Work work;

    HierarchyWalk(Hierarchy hierarchy, Work work) {
        this.hierarchy = hierarchy;
        this.work = work;
    }

    ConceptSet from(HierarchyOperator operator, int concept) {
        return switch (operator) {
            case SELF, TOP, BOTTOM -> ConceptSet.of(concept);
            case DESCENDANT_OF -> hierarchy.descendants(concept);
            case DESCENDANT_OR_SELF_OF -> hierarchy.selfAndDescendants(concept);
            case CHILD_OF -> hierarchy.children(concept);
            case CHILD_OR_SELF_OF -> hierarchy.children(concept).or(ConceptSet.of(concept));
            case ANCESTOR_OF -> hierarchy.ancestors(concept);
            case ANCESTOR_OR_SELF_OF -> hierarchy.selfAndAncestors(concept);
            case PARENT_OF -> hierarchy.parents(concept);
            case PARENT_OR_SELF_OF -> hierarchy.parents(concept).or(ConceptSet.of(concept));
        };
    }

    /** From all active concepts, where nothing needs to be walked. */
    ConceptSet fromEverything(HierarchyOperator operator, ConceptSet everything) {
        work.add(everything.cardinality());
        return switch (operator) {
            case SELF, DESCENDANT_OR_SELF_OF, CHILD_OR_SELF_OF, ANCESTOR_OR_SELF_OF, PARENT_OR_SELF_OF -> everything;
            case DESCENDANT_OF, CHILD_OF -> Evaluation.keep(everything, concept -> hierarchy.parentCount(concept) > 0);
            case ANCESTOR_OF, PARENT_OF -> Evaluation.keep(everything, concept -> hierarchy.childCount(concept) > 0);
            case TOP -> Evaluation.keep(everything, concept -> hierarchy.parentCount(concept) == 0);
            case BOTTOM -> Evaluation.keep(everything, concept -> hierarchy.childCount(concept) == 0);
        };
    }

    ConceptSet from(HierarchyOperator operator, ConceptSet set) {
        work.add(set.cardinality());
        return switch (operator) {
            case SELF -> set;
            case DESCENDANT_OF -> descendants(set);
            case DESCENDANT_OR_SELF_OF -> descendants(set).or(set);
            case CHILD_OF -> children(set);
            case CHILD_OR_SELF_OF -> children(set).or(set);
            case ANCESTOR_OF -> ancestors(set);
            case ANCESTOR_OR_SELF_OF -> ancestors(set).or(set);
            case PARENT_OF -> parents(set);
            case PARENT_OR_SELF_OF -> parents(set).or(set);
            case TOP -> set.minus(descendants(set));
            case BOTTOM -> set.minus(ancestors(set));
        };
    }

    private ConceptSet descendants(ConceptSet set) {
        RoaringBitmap found = new RoaringBitmap();
        set.forEach(concept -> {
            // What is below another member has brought all below itself already.
            if (hierarchy.childCount(concept) > 0 && !found.contains(concept)) {
                hierarchy.addSelfAndDescendants(concept, found);
                found.remove(concept);
            }
        });
        return ConceptSet.of(found);
    }

    private ConceptSet ancestors(ConceptSet set) {
        RoaringBitmap found = new RoaringBitmap();
        set.forEach(concept -> hierarchy.forEachParent(concept, parent -> hierarchy.addSelfAndAncestors(parent, found)));
        return ConceptSet.of(found);
    }

    private ConceptSet children(ConceptSet set) {
        RoaringBitmap found = new RoaringBitmap();
        set.forEach(concept -> hierarchy.forEachChild(concept, found::add));
        return ConceptSet.of(found);
    }

    private ConceptSet parents(ConceptSet set) {
        RoaringBitmap found = new RoaringBitmap();
        set.forEach(concept -> hierarchy.forEachParent(concept, found::add));
        return ConceptSet.of(found);
    }
}
