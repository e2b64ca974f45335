package no.normverk.catalogue.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;

/**
 * One thing that is required: a product, or one of several that are equal, in one direction, by one decision. What two
 * authorities decide about the same product are two requirements.
 *
 * @param id stable name: {@code product#obligation}, or {@code group/direction} where equal versions share a group
 * @param status how it stands on the day asked for
 * @param alternatives what satisfies it: any one of them
 * @param reasons why it is an answer: each kind of organisation asked for that it binds
 * @param exemptions published exemptions that apply
 * @param next the first day on which this will be otherwise, by what is known
 */
public record Requirement(
        String id,
        RequirementStatus status,
        List<Alternative> alternatives,
        List<Reason> reasons,
        List<Exemption> exemptions,
        Optional<NextChange> next) {

    /**
     * A product that satisfies the requirement.
     *
     * @param product the product
     * @param obligations the decisions that say so, the one that speaks for the others first; several when they bind different kinds of organisation
     * @param status how it stands: one of two equal versions may be permitted only
     */
    public record Alternative(NormativeProduct product, List<Obligation> obligations, RequirementStatus status) {

        public Alternative {
            obligations = List.copyOf(obligations);
        }

        /** The decision that speaks for the others: the strongest, of equals the oldest. */
        public Obligation obligation() {
            return obligations.getFirst();
        }
    }

    /**
     * Why a kind of organisation is bound.
     *
     * @param asked the kind asked for
     * @param boundAs the kind that the obligation is laid on
     * @param members the members of the kind asked for that are bound, when it is not all of them
     */
    public record Reason(String asked, String boundAs, List<String> members) {

        public Reason {
            members = List.copyOf(members);
        }
    }

    /**
     * What happens next.
     *
     * @param date the first day on which the answer is another
     * @param changes what changes that day
     */
    public record NextChange(LocalDate date, List<Change> changes) {

        public NextChange {
            changes = List.copyOf(changes);
        }
    }

    /** What can happen on a day. */
    public enum ChangeKind {
        BECOMES_PERMITTED("becomes-permitted"),
        BEGINS("begins"),
        ENDS("ends"),
        WITHDRAWN("withdrawn"),
        EXEMPTION_ENDS("exemption-ends");

        private final String code;

        ChangeKind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One change.
     *
     * @param kind what happens
     * @param product to which product
     * @param obligation by which decision
     */
    public record Change(ChangeKind kind, NormativeProduct product, Obligation obligation) {}

    public Requirement {
        alternatives = List.copyOf(alternatives);
        reasons = List.copyOf(reasons);
        exemptions = List.copyOf(exemptions);
    }

    /** The decision that speaks for the requirement: of equal versions that stand as the whole does the strongest, of those the first. */
    public Obligation obligation() {
        return leading().obligation();
    }

    public Direction direction() {
        return obligation().direction();
    }

    public NormativeLevel level() {
        return obligation().level();
    }

    private Alternative leading() {
        RequirementStatus wanted = status == RequirementStatus.EXEMPT ? RequirementStatus.BINDING : status;
        Alternative leading = alternatives.getFirst();
        for (Alternative alternative : alternatives) {
            boolean first = alternative.status() == wanted && leading.status() != wanted;
            boolean stronger = alternative.status() == wanted && alternative.obligation().level().compareTo(leading.obligation().level()) > 0;
            leading = first || stronger ? alternative : leading;
        }
        return leading;
    }
}
