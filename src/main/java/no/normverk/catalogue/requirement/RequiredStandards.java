package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.MatchedRequirements.Match;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.Reason;

/**
 * Which standards are required of some kinds of organisation on a day, by what was known on another. A kind that is a collection
 * is asked about as its members are, so that an answer for several is the union of the answers for each: equal versions are
 * alternatives only for those whom both bind.
 *
 * <p>Cost: some bits of each of the catalogue's decisions; what is said about a requirement is put together for the page only.
 */
public final class RequiredStandards {

    private final ObligationIndex index;
    private final Exemptions exemptions;
    private final NextChanges nextChanges;

    /** @param index what to answer from */
    public RequiredStandards(ObligationIndex index) {
        this.index = index;
        this.exemptions = new Exemptions(index.source());
        this.nextChanges = new NextChanges(index);
    }

    /** All that is required. */
    public RequirementAnswer find(RequirementQuery query) {
        return find(query, 0, Integer.MAX_VALUE);
    }

    /**
     * A page of what is required.
     *
     * @param offset how many requirements to pass over
     * @param count how many to tell at most
     */
    public RequirementAnswer find(RequirementQuery query, int offset, int count) {
        MatchedRequirements matched = MatchedRequirements.of(index, query, offset, count);
        List<Exemption> concerning = exemptions.concerning(query, index.atoms(query.actors()));
        List<Requirement> requirements = new ArrayList<>(matched.page().size());
        for (Match match : matched.page()) {
            requirements.add(requirement(query, match, concerning));
        }
        return new RequirementAnswer(matched.total(), requirements, matched.leftOut());
    }

    private Requirement requirement(RequirementQuery query, Match match, List<Exemption> concerning) {
        int first = match.rows()[0];
        List<Alternative> alternatives = alternatives(query, match.rows());
        RequirementStatus status = alternatives.getFirst().status();
        for (Alternative alternative : alternatives) {
            status = alternative.status().compareTo(status) > 0 ? alternative.status() : status;
        }
        List<Exemption> applying =
                exemptions.applying(concerning, query, alternatives, index.obligation(first).direction(), match.members());
        if (status == RequirementStatus.BINDING && exemptions.freeWholly(applying, match.members())) {
            status = RequirementStatus.EXEMPT;
        }
        return new Requirement(
                index.id(index.requirement(first)),
                status,
                alternatives,
                reasons(query, match),
                applying,
                nextChanges.after(query, match, applying));
    }

    private List<Alternative> alternatives(RequirementQuery query, int[] rows) {
        if (rows.length == 1) {
            return List.of(alternative(query, rows));
        }
        Map<String, IntArrayList> byProduct = new LinkedHashMap<>();
        for (int row : rows) {
            byProduct.computeIfAbsent(index.product(row).key(), none -> new IntArrayList()).add(row);
        }
        return inOrder(query, rows[0], byProduct).stream().map(own -> alternative(query, own.toIntArray())).toList();
    }

    /** Products in the order of the first decision on each that holds, whomever it binds: the order is the same whoever asks. */
    private Collection<IntArrayList> inOrder(RequirementQuery query, int row, Map<String, IntArrayList> byProduct) {
        if (byProduct.size() == 1) {
            return byProduct.values();
        }
        int requirement = index.requirement(row);
        Set<IntArrayList> ordered = new LinkedHashSet<>();
        for (int any = index.firstRow(requirement); any < index.firstRow(requirement + 1); any++) {
            IntArrayList own = byProduct.get(index.product(any).key());
            if (own != null && status(query, any) >= 0) {
                ordered.add(own);
            }
        }
        return ordered;
    }

    private int status(RequirementQuery query, int row) {
        return index.timelines().status(row, Timelines.day(query.date()), Timelines.day(query.asOf()));
    }

    /** One product, by its rows: the strongest decision first, for it speaks for the others. */
    private Alternative alternative(RequirementQuery query, int[] rows) {
        Obligation[] obligations = new Obligation[rows.length];
        int strongest = 0;
        int status = 0;
        for (int i = 0; i < rows.length; i++) {
            obligations[i] = index.obligation(rows[i]);
            int own = status(query, rows[i]);
            boolean stronger = own > status || (own == status && obligations[i].level().compareTo(obligations[strongest].level()) > 0);
            strongest = stronger ? i : strongest;
            status = Math.max(status, own);
        }
        Obligation speaking = obligations[strongest];
        System.arraycopy(obligations, 0, obligations, 1, strongest);
        obligations[0] = speaking;
        return new Alternative(index.product(rows[0]), List.of(obligations), RequirementStatus.values()[status]);
    }

    private List<Reason> reasons(RequirementQuery query, Match match) {
        List<Reason> reasons = new ArrayList<>(query.actors().size());
        for (String actor : query.actors()) {
            BitSet own = index.actors().atoms(actor);
            own.and(match.members());
            if (!own.isEmpty()) {
                addReasons(actor, own, match.rows(), reasons);
            }
        }
        return reasons;
    }

    /** @param members those of the actor's members that are bound */
    private void addReasons(String actor, BitSet members, int[] rows, List<Reason> reasons) {
        Set<String> told = new HashSet<>(2);
        for (int row : rows) {
            String boundAs = index.obligation(row).actor();
            if (index.bound(row).intersects(members) && told.add(boundAs)) {
                BitSet bound = (BitSet) members.clone();
                bound.and(index.bound(row));
                boolean all = bound.equals(index.actors().atoms(actor));
                reasons.add(new Reason(actor, boundAs, all ? List.of() : codes(bound)));
            }
        }
    }

    private List<String> codes(BitSet atoms) {
        return atoms.stream().mapToObj(atom -> index.actors().ofAtom(atom).code()).toList();
    }
}
