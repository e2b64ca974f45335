package no.normverk.catalogue.requirement;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.catalogue.NormativeProduct;

/**
 * One walk over the rows that may answer a question, in the order of the answer: counts the requirements, keeps those of the page.
 *
 * <p>What is on the page is looked at row by row. Behind it requirements of one row, which most are, are counted sixty-four at a time.
 */
final class MatchedRequirements {

    /**
     * A requirement that answers the question.
     *
     * @param rows its rows that hold and bind the members
     * @param members those of the members asked for that are bound
     */
    record Match(int[] rows, BitSet members) {}

    private final ObligationIndex index;
    private final Timelines timelines;
    private final int date;
    private final int asOf;
    private final BitSet asked;
    private final boolean several;
    private final int offset;
    private final int count;
    private final Map<String, NormativeProduct> leftOut = new LinkedHashMap<>();
    private final List<Match> page = new ArrayList<>();
    private int total;

    /** The rows of the requirement that the walk is at. */
    private final IntArrayList together = new IntArrayList();

    private MatchedRequirements(ObligationIndex index, RequirementQuery query, int offset, int count) {
        this.index = index;
        this.timelines = index.timelines();
        this.date = Timelines.day(query.date());
        this.asOf = Timelines.day(query.asOf());
        this.asked = index.atoms(query.actors());
        this.several = asked.cardinality() > 1;
        this.offset = offset;
        this.count = count;
    }

    /**
     * Finds the requirements that answer a question.
     *
     * @param offset how many to pass over
     * @param count how many to keep at most
     */
    static MatchedRequirements of(ObligationIndex index, RequirementQuery query, int offset, int count) {
        MatchedRequirements matched = new MatchedRequirements(index, query, offset, count);
        matched.walk(index.filters().possible(query), index.filters().certain(query));
        return matched;
    }

    /** How many there are in all. */
    int total() {
        return total;
    }

    /** Those of the page. */
    List<Match> page() {
        return page;
    }

    /** Products that are withdrawn without a known date. */
    List<NormativeProduct> leftOut() {
        return List.copyOf(leftOut.values());
    }

    private void walk(RowSelection possible, RowSelection certain) {
        long[] candidates = new long[RowSelection.BLOCK];
        long[] sure = new long[RowSelection.BLOCK];
        for (int from = 0; from < possible.words(); from += RowSelection.BLOCK) {
            int count = possible.read(from, candidates);
            certain.read(from, sure);
            for (int i = 0; i < count; i++) {
                if (candidates[i] != 0) {
                    long doubtful = candidates[i] & ~sure[i];
                    add(from + i, candidates[i] & sure[i] | holding(from + i, doubtful));
                }
            }
        }
        endRequirement();
    }

    /** Those of the doubtful rows that hold. */
    private long holding(int at, long doubtful) {
        long holding = 0;
        for (long rest = doubtful; rest != 0; rest &= rest - 1) {
            int row = at * Long.SIZE + Long.numberOfTrailingZeros(rest);
            if (timelines.status(row, date, asOf) < 0) {
                continue;
            }
            if (timelines.isGone(row)) {
                leftOut.putIfAbsent(index.product(row).key(), index.product(row));
            } else {
                holding |= Long.lowestOneBit(rest);
            }
        }
        return holding;
    }

    private void add(int at, long rows) {
        long rest = rows;
        if (isBehindPage()) {
            long alone = rows & index.alone().word(at);
            total += Long.bitCount(alone);
            rest &= ~alone;
        }
        for (; rest != 0; rest &= rest - 1) {
            int row = at * Long.SIZE + Long.numberOfTrailingZeros(rest);
            if (!together.isEmpty() && index.requirement(row) != index.requirement(together.getInt(0))) {
                endRequirement();
            }
            together.add(row);
        }
    }

    private void endRequirement() {
        if (together.isEmpty()) {
            return;
        }
        EqualVersions versions = index.equalVersions(index.requirement(together.getInt(0)));
        if (versions == null || together.size() == 1 || !several) {
            addWhole();
        } else if (isBehindPage()) {
            total += versions.count(asked, statuses());
        } else {
            addParts(versions.parts(asked, statuses()));
        }
        together.clear();
    }

    private void addWhole() {
        if (isOnPage()) {
            BitSet members = new BitSet();
            for (int row : together) {
                members.or(index.bound(row));
            }
            members.and(asked);
            page.add(new Match(together.toIntArray(), members));
        }
        total++;
    }

    /** Alternatives are told together for those members only whom the same ones bind, and as strongly. */
    private void addParts(List<EqualVersions.Part> parts) {
        int first = firstRow();
        for (EqualVersions.Part part : parts) {
            if (isOnPage()) {
                page.add(new Match(part.rows().stream().map(row -> first + row).toArray(), part.members()));
            }
            total++;
        }
    }

    private boolean isOnPage() {
        return total >= offset && total - offset < count;
    }

    private boolean isBehindPage() {
        return total >= offset && total - offset >= count;
    }

    private int firstRow() {
        return index.firstRow(index.requirement(together.getInt(0)));
    }

    /** How the rows of the requirement that the walk is at stand. */
    private int[] statuses() {
        int first = firstRow();
        int[] statuses = new int[index.firstRow(index.requirement(first) + 1) - first];
        Arrays.fill(statuses, EqualVersions.ABSENT);
        for (int row : together) {
            statuses[row - first] = timelines.status(row, date, asOf);
        }
        return statuses;
    }
}
