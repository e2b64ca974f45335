package no.normverk.terminology.map;

import org.jspecify.annotations.Nullable;

/**
 * How the target of a mapping compares with its source: FHIR R4's ConceptMapEquivalence, which reads from target to source ({@code wider}: the target means more). FHIR R5's ConceptMapRelationship
 * reads the other way round: what R4 calls {@code wider} is R5's {@code source-is-narrower-than-target}.
 *
 * <p>Strength counts how much is claimed. Following one mapping after another never claims more than the weaker of the two, and only what follows from both: what goes to something wider and then to
 * something narrower may have nothing in common with where it began.
 */
public enum Equivalence {
    /** The same, in definition as well. */
    EQUAL("equal", "equivalent", 5),
    /** The same in meaning. */
    EQUIVALENT("equivalent", "equivalent", 4),
    /** The source is a target. */
    SUBSUMES("subsumes", "source-is-narrower-than-target", 3),
    /** The target is wider in meaning. */
    WIDER("wider", "source-is-narrower-than-target", 3),
    /** The target is a source. */
    SPECIALIZES("specializes", "source-is-broader-than-target", 3),
    /** The target is narrower in meaning. */
    NARROWER("narrower", "source-is-broader-than-target", 3),
    /** They overlap, and each means something that the other does not. */
    INEXACT("inexact", "related-to", 2),
    /** They have something to do with one another, and how they compare is not known. */
    RELATED_TO("relatedto", "related-to", 1),
    /** They have nothing in common. */
    DISJOINT("disjoint", "not-related-to", 0),
    /** There is no target. */
    UNMATCHED("unmatched", null, 0);

    private final String code;
    private final @Nullable String relationship;
    private final int strength;

    Equivalence(String code, @Nullable String relationship, int strength) {
        this.code = code;
        this.relationship = relationship;
        this.strength = strength;
    }

    /** The equivalence of R4's code; what is not one claims no more than that the two are related. */
    public static Equivalence of(String code) {
        for (Equivalence equivalence : values()) {
            if (equivalence.code.equals(code)) {
                return equivalence;
            }
        }
        return RELATED_TO;
    }

    /** R4's code. */
    public String code() {
        return code;
    }

    /** R5's ConceptMapRelationship; {@code null} where R5 has none, for it says that there is no target in another way. */
    public @Nullable String relationship() {
        return relationship;
    }

    /** How much is claimed, from 0, that there is nothing, to 5. */
    public int strength() {
        return strength;
    }

    /** Whether it says that the mapping leads nowhere. */
    public boolean isNone() {
        return strength == 0;
    }

    private boolean isSame() {
        return this == EQUAL || this == EQUIVALENT;
    }

    private boolean isWider() {
        return this == SUBSUMES || this == WIDER;
    }

    private boolean isNarrower() {
        return this == SPECIALIZES || this == NARROWER;
    }

    /** What holds between source and target of two mappings, one following the other. */
    public Equivalence then(Equivalence next) {
        if (this == UNMATCHED || next == UNMATCHED) {
            return UNMATCHED;
        }
        if (isSame() && next.isSame()) {
            return this == EQUAL ? next : this;
        }
        if (isSame() || next.isSame()) {
            return isSame() ? next : this;
        }
        if (isWider() && next.isWider()) {
            return this == next ? this : WIDER;
        }
        if (isNarrower() && next.isNarrower()) {
            return this == next ? this : NARROWER;
        }
        return isNone() || next.isNone() ? ofNothingInCommon(next) : RELATED_TO;
    }

    /** What has nothing in common with something has nothing in common with what is narrower still; of what is wider nothing is known. */
    private Equivalence ofNothingInCommon(Equivalence next) {
        boolean stays = (this == DISJOINT && next.isNarrower()) || (next == DISJOINT && isWider());
        return stays ? DISJOINT : UNMATCHED;
    }

    /** The same mapping read from its target to its source. */
    public Equivalence inverse() {
        return switch (this) {
            case SUBSUMES -> SPECIALIZES;
            case SPECIALIZES -> SUBSUMES;
            case WIDER -> NARROWER;
            case NARROWER -> WIDER;
            default -> this;
        };
    }
}
