package no.normverk.catalogue;

import java.util.List;
import java.util.Optional;
import no.normverk.authoring.PartialDate;

/**
 * One decision that binds one kind of actor in one direction. Two authorities may decide differently about the same thing, and
 * one authority may decide again: each decision is an obligation of its own and stays in the catalogue, so that what was known
 * on an earlier day can be told.
 *
 * @param id unique within the product
 * @param actor code of the kind of organisation bound (CodeSystem aktor)
 * @param except codes of kinds of organisation among the actor's that this decision does not bind, since another does
 * @param direction what the actor must be able to do
 * @param level how strongly it binds
 * @param mayFrom when the actor may begin
 * @param mustFrom when the actor must have begun
 * @param until when it ceases to bind
 * @param alternativeGroup products whose obligations share a group are equal alternatives (sidestilte
 *     versjoner): one of them is enough
 * @param condition when it applies at all, in words
 * @param legalBasis the provision it rests on; absent for a recommendation or a plan
 * @param decidedBy the authority
 * @param decidedOn when it was decided: from then on it is known; or the reason why no source tells
 * @param supersedes ids of earlier decisions of this product that this one takes the place of
 * @param note anything else a reader should know
 * @param source the evidence for this decision, where it is not that of the whole product
 * @param verified false when the source does not settle it
 */
public record Obligation(
        String id,
        String actor,
        List<String> except,
        Direction direction,
        NormativeLevel level,
        Optional<Deadline> mayFrom,
        Optional<Deadline> mustFrom,
        Optional<Deadline> until,
        Optional<String> alternativeGroup,
        Optional<String> condition,
        Optional<LegalBasis> legalBasis,
        Optional<String> decidedBy,
        Optional<Deadline> decidedOn,
        List<String> supersedes,
        Optional<String> note,
        Optional<Source> source,
        boolean verified) {

    public Obligation {
        except = List.copyOf(except);
        supersedes = List.copyOf(supersedes);
    }

    /** The day, month or year of the decision, empty when no source gives it. */
    public Optional<PartialDate> decisionDate() {
        return decidedOn.flatMap(Deadline::known);
    }
}
