package no.normverk.snomed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Subsumption where expressions take part, from structure alone. The subsumer's focus concepts must each be above the subsumed, and each of its attribute groups must be found in a group of the
 * subsumed with the same or narrower attributes and values; nested expressions are compared in the same way. A sufficiently defined concept is above an expression too when the expression has all
 * that its definition asks for: its proximal primitive supertypes and its attribute groups. Property chains and transitive attributes ({@link AttributeAxioms}) are followed. What takes more than that (general
 * concept inclusions, reflexive attributes, groups put together from several) is not found; what is found holds.
 */
final class ExpressionSubsumption {

    /**
     * A concept or an expression, as its parents and its attribute groups.
     *
     * @param classified whether the release has worked out what is above it
     */
    record Meaning(int[] focus, List<List<PostcoordinatedConcept.Attribute>> groups, boolean classified) {}

    /** How many links of property chains are followed: more than any release has, and an end where it goes in circles. */
    private static final int LINKS = 8;

    private final SnomedEdition edition;

    ExpressionSubsumption(SnomedEdition edition) {
        this.edition = edition;
    }

    /** An expression means its own attributes and those its focus concepts have. */
    Meaning meaning(PostcoordinatedConcept concept) {
        return new Meaning(concept.focus(), concept.allGroups(edition), false);
    }

    Meaning meaning(int concept) {
        return new Meaning(new int[] {concept}, PostcoordinatedConcept.groupsOf(edition, concept), true);
    }

    /** Whether an expression, by what it says itself, subsumes a meaning. One that only says what is necessary subsumes nothing but itself. */
    boolean subsumes(PostcoordinatedConcept subsumer, Meaning subsumed) {
        if (subsumer.isNecessaryOnly()) {
            return false;
        }
        for (int focus : subsumer.focus()) {
            if (!isAbove(focus, subsumed)) {
                return false;
            }
        }
        return hasAll(subsumer.groups(), subsumed);
    }

    /** Whether a concept is above a meaning: by its focus concepts, or by the concept's own definition. */
    boolean isAbove(int concept, Meaning subsumed) {
        if (isAboveFocus(concept, subsumed)) {
            return true;
        }
        if (subsumed.classified || !edition.isDefined(concept)) {
            return false;
        }
        List<List<PostcoordinatedConcept.Attribute>> defining = PostcoordinatedConcept.groupsOf(edition, concept);
        return !defining.isEmpty()
                && ProximalPrimitives.of(edition, concept).stream().allMatch(primitive -> isAboveFocus(primitive, subsumed))
                && hasAll(defining, subsumed);
    }

    private boolean isAboveFocus(int concept, Meaning subsumed) {
        for (int focus : subsumed.focus) {
            if (edition.hierarchy().isSelfOrAncestor(concept, focus)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(List<List<PostcoordinatedConcept.Attribute>> wanted, Meaning subsumed) {
        return wanted.stream().allMatch(group -> subsumed.groups.stream().anyMatch(candidate -> covers(group, candidate)));
    }

    /** Whether a group says nothing that another does not say as narrowly. */
    boolean covers(List<PostcoordinatedConcept.Attribute> wanted, List<PostcoordinatedConcept.Attribute> group) {
        return wanted.stream().allMatch(attribute -> group.stream().anyMatch(candidate -> covers(attribute, candidate)));
    }

    private boolean covers(PostcoordinatedConcept.Attribute wanted, PostcoordinatedConcept.Attribute candidate) {
        return covers(wanted, candidate, LINKS);
    }

    private boolean covers(PostcoordinatedConcept.Attribute wanted, PostcoordinatedConcept.Attribute candidate, int links) {
        boolean named = edition.hierarchy().isSelfOrAncestor(wanted.name(), candidate.name());
        return named && coversValue(wanted, candidate) || links > 0 && coversThroughChain(wanted, candidate, links);
    }

    private boolean coversValue(PostcoordinatedConcept.Attribute wanted, PostcoordinatedConcept.Attribute candidate) {
        if (wanted.value() < 0 || candidate.value() < 0) {
            return wanted.value() == candidate.value() && sameConcrete(wanted.concrete(), candidate.concrete());
        }
        PostcoordinatedConcept narrow = candidate.nested();
        Meaning value = narrow == null ? meaning(candidate.value()) : meaning(narrow);
        PostcoordinatedConcept wide = wanted.nested();
        return wide == null ? isAbove(wanted.value(), value) : subsumes(wide, value);
    }

    /** By what the value has itself: where the release says that an attribute followed by another makes a third. */
    private boolean coversThroughChain(PostcoordinatedConcept.Attribute wanted, PostcoordinatedConcept.Attribute candidate, int links) {
        if (candidate.value() < 0) {
            return false;
        }
        for (AttributeAxioms.Chain chain : edition.attributeAxioms().leadingTo(wanted.name(), edition)) {
            if (edition.hierarchy().isSelfOrAncestor(chain.first(), candidate.name())
                    && groupsOfValue(candidate).stream()
                            .flatMap(List::stream)
                            .filter(link -> link.value() >= 0 && edition.hierarchy().isSelfOrAncestor(chain.then(), link.name()))
                            .map(link -> new PostcoordinatedConcept.Attribute(chain.whole(), link.value(), null, link.nested()))
                            .anyMatch(made -> covers(wanted, made, links - 1))) {
                return true;
            }
        }
        return false;
    }

    private List<List<PostcoordinatedConcept.Attribute>> groupsOfValue(PostcoordinatedConcept.Attribute attribute) {
        PostcoordinatedConcept nested = attribute.nested();
        return nested == null ? PostcoordinatedConcept.groupsOf(edition, attribute.value()) : nested.allGroups(edition);
    }

    /** Numbers are the same whatever zeros they end in. */
    private static boolean sameConcrete(@Nullable ConcreteValue first, @Nullable ConcreteValue second) {
        if (first != null && second != null && first.isNumber() && second.isNumber()) {
            return first.number().compareTo(second.number()) == 0;
        }
        return Objects.equals(first, second);
    }
}
