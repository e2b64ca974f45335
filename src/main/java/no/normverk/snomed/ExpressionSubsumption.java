package no.normverk.snomed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Subsumption where expressions take part, from structure alone: the subsumer's focus concepts must each be above the subsumed, and each of its attribute groups must be found in a group of the
 * subsumed with the same or narrower attributes and values. What only a classifier could infer from sufficient definitions is not found; what is found holds.
 */
final class ExpressionSubsumption {

    /** A concept or an expression, as its parents and its attribute groups. */
    record Meaning(int[] focus, List<List<PostcoordinatedConcept.Attribute>> groups) {}

    private final SnomedEdition edition;

    ExpressionSubsumption(SnomedEdition edition) {
        this.edition = edition;
    }

    /** An expression means its own attributes and those its focus concepts have. */
    Meaning meaning(PostcoordinatedConcept concept) {
        return new Meaning(concept.focus(), concept.allGroups(edition));
    }

    Meaning meaning(int concept) {
        return new Meaning(new int[] {concept}, PostcoordinatedConcept.groupsOf(edition, concept));
    }

    /** Whether an expression, by what it says itself, subsumes a meaning. */
    boolean subsumes(PostcoordinatedConcept subsumer, Meaning subsumed) {
        for (int focus : subsumer.focus()) {
            if (!isAbove(focus, subsumed)) {
                return false;
            }
        }
        return subsumer.groups().stream()
                .allMatch(group -> subsumed.groups().stream().anyMatch(candidate -> covers(group, candidate)));
    }

    /** Whether a concept is above a meaning by its focus concepts. */
    boolean isAbove(int concept, Meaning subsumed) {
        for (int focus : subsumed.focus()) {
            if (edition.hierarchy().isSelfOrAncestor(concept, focus)) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(List<PostcoordinatedConcept.Attribute> wanted, List<PostcoordinatedConcept.Attribute> group) {
        return wanted.stream().allMatch(attribute -> group.stream().anyMatch(candidate -> covers(attribute, candidate)));
    }

    private boolean covers(PostcoordinatedConcept.Attribute wanted, PostcoordinatedConcept.Attribute candidate) {
        return edition.hierarchy().isSelfOrAncestor(wanted.name(), candidate.name())
                && (wanted.value() < 0
                        ? sameConcrete(wanted.concrete(), candidate.concrete())
                        : candidate.value() >= 0
                                && edition.hierarchy().isSelfOrAncestor(wanted.value(), candidate.value()));
    }

    private static boolean sameConcrete(@Nullable ConcreteValue first, @Nullable ConcreteValue second) {
        return Objects.equals(first, second);
    }
}
