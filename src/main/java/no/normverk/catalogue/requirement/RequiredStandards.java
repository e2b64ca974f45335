package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import no.normverk.catalogue.requirement.Requirement.Alternative;
import no.normverk.catalogue.requirement.Requirement.Reason;
import org.roaringbitmap.PeekableIntIterator;

/**
 * Which standards are required of some kinds of organisation on a day, by what was known on another. A kind that is a collection
 * is asked about as its members are, so that an answer for several is the union of the answers for each: equal versions are
 * alternatives only for those whom both bind.
 *
 * <p>Cost: one pass over the rows that bind anyone asked for; what is said about a requirement is put together for the page
 * only.
 */
public final class RequiredStandards {

    /** The matched rows of one requirement that bind the same members by the same products. */
    private record Found(List<Integer> rows, BitSet atoms) {}

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
        BitSet asked = index.atoms(query.actors());
        Map<String, NormativeProduct> leftOut = new LinkedHashMap<>();
        IntList rows = matches(query, asked, leftOut);
        Page page = new Page(offset, count);
        for (int from = 0; from < rows.size(); ) {
            int to = from + 1;
            while (to < rows.size() && index.requirement(rows.getInt(to)) == index.requirement(rows.getInt(from))) {
                to++;
            }
            add(query, rows, from, to, asked, page);
            from = to;
        }
        List<Requirement> requirements = page.found.stream().map(found -> requirement(query, found)).toList();
        return new RequirementAnswer(page.total, requirements, List.copyOf(leftOut.values()));
    }

    /** Counts all, keeps those of the page. */
    private static final class Page {

        private final int offset;
        private final int count;
        private final List<Found> found = new ArrayList<>();
        private int total;

        Page(int offset, int count) {
            this.offset = offset;
            this.count = count;
        }

        /** Whether the next one is on the page; the others are only counted. */
        boolean isNextWanted() {
            return total >= offset && total - offset < count;
        }

        void skip() {
            total++;
        }

        void add(Found next) {
            if (isNextWanted()) {
                found.add(next);
            }
            total++;
        }
    }

    private IntList matches(RequirementQuery query, BitSet asked, Map<String, NormativeProduct> leftOut) {
        int date = Timelines.day(query.date());
        int asOf = Timelines.day(query.asOf());
        Timelines timelines = index.timelines();
        IntList matched = new IntArrayList();
        PeekableIntIterator rows = index.candidates(asked, query).getIntIterator();
        while (rows.hasNext()) {
            int row = rows.next();
            if (timelines.status(row, date, asOf) < 0) {
                continue;
            }
            if (timelines.isGone(row)) {
                leftOut.putIfAbsent(index.product(row).key(), index.product(row));
            } else {
                matched.add(row);
            }
        }
        return matched;
    }

    /** Alternatives are told together for those members only whom the same ones bind, and as strongly. */
    private void add(RequirementQuery query, IntList all, int from, int to, BitSet asked, Page page) {
        if (to - from == 1 || asked.cardinality() == 1 || !mayDiffer(all, from, to)) {
            if (page.isNextWanted()) {
                List<Integer> rows = List.copyOf(all.subList(from, to));
                page.add(new Found(rows, reached(rows, asked)));
            } else {
                page.skip();
            }
            return;
        }
        IntList rows = all.subList(from, to);
        Map<Map<String, Integer>, Found> byAlternatives = new LinkedHashMap<>();
        reached(rows, asked).stream().forEach(atom -> {
            List<Integer> binding = rows.intStream().filter(row -> index.bound(row).get(atom)).boxed().toList();
            Found same = byAlternatives.computeIfAbsent(
                    statuses(query, binding), none -> new Found(new ArrayList<>(), new BitSet()));
            same.atoms().set(atom);
            binding.stream().filter(row -> !same.rows().contains(row)).forEach(same.rows()::add);
        });
        byAlternatives.values().forEach(same -> {
            same.rows().sort(Integer::compare);
            page.add(same);
        });
    }

    /** Whether members may have different alternatives: in a group only, and only when its decisions bind different ones. */
    private boolean mayDiffer(IntList rows, int from, int to) {
        int first = rows.getInt(from);
        if (index.obligation(first).alternativeGroup().isEmpty()) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!index.bound(rows.getInt(i)).equals(index.bound(first))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Integer> statuses(RequirementQuery query, List<Integer> rows) {
        int date = Timelines.day(query.date());
        int asOf = Timelines.day(query.asOf());
        Map<String, Integer> statuses = new TreeMap<>();
        rows.forEach(row -> statuses.merge(index.product(row).key(), index.timelines().status(row, date, asOf), Math::max));
        return statuses;
    }

    private BitSet reached(List<Integer> rows, BitSet asked) {
        BitSet reached = new BitSet();
        rows.forEach(row -> reached.or(index.bound(row)));
        reached.and(asked);
        return reached;
    }

    private Requirement requirement(RequirementQuery query, Found found) {
        int first = found.rows().getFirst();
        List<Alternative> alternatives = alternatives(query, found.rows());
        RequirementStatus status = alternatives.stream()
                .map(Alternative::status)
                .max(RequirementStatus::compareTo)
                .orElse(RequirementStatus.UNDATED);
        List<Exemption> applying = exemptions.applying(query, alternatives, index.obligation(first).direction(), found.atoms());
        if (status == RequirementStatus.BINDING && exemptions.freeWholly(applying, found.atoms())) {
            status = RequirementStatus.EXEMPT;
        }
        return new Requirement(
                index.id(index.requirement(first)),
                status,
                alternatives,
                reasons(query, found),
                applying,
                nextChanges.after(query, found.rows(), found.atoms(), applying));
    }

    private List<Alternative> alternatives(RequirementQuery query, List<Integer> rows) {
        Map<String, List<Integer>> byProduct = new LinkedHashMap<>();
        rows.forEach(row -> byProduct.computeIfAbsent(index.product(row).key(), none -> new ArrayList<>()).add(row));
        int date = Timelines.day(query.date());
        int asOf = Timelines.day(query.asOf());
        List<Alternative> alternatives = new ArrayList<>(byProduct.size());
        byProduct.values().forEach(own -> {
            List<Obligation> obligations = own.stream().map(index::obligation).toList();
            int status = own.stream().mapToInt(row -> index.timelines().status(row, date, asOf)).max().orElse(0);
            alternatives.add(new Alternative(index.product(own.getFirst()), obligations, RequirementStatus.values()[status]));
        });
        return alternatives;
    }

    private List<Reason> reasons(RequirementQuery query, Found found) {
        List<Reason> reasons = new ArrayList<>();
        for (String actor : query.actors()) {
            BitSet own = index.actors().atoms(actor);
            Set<String> told = new LinkedHashSet<>();
            for (int row : found.rows()) {
                BitSet members = (BitSet) own.clone();
                members.and(index.bound(row));
                members.and(found.atoms());
                if (!members.isEmpty() && told.add(index.obligation(row).actor())) {
                    reasons.add(new Reason(actor, index.obligation(row).actor(), members.equals(own) ? List.of() : codes(members)));
                }
            }
        }
        return reasons;
    }

    private List<String> codes(BitSet atoms) {
        return atoms.stream().mapToObj(atom -> index.actors().ofAtom(atom).code()).toList();
    }
}
