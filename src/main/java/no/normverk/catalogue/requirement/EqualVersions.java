package no.normverk.catalogue.requirement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * The equal versions (sidestilte versjoner) of one requirement, where their decisions do not all bind the same members. A version is
 * an alternative for those only whom it binds, and one may bind some more strongly or from another day than others; so on a day the
 * members fall apart into parts, and everything that is told of a part is so for each of its members.
 *
 * <p>Members whom the same decisions bind can never fall apart: they are one cell, worked out once. A question then looks at a
 * handful of cells and not at every member.
 */
final class EqualVersions {

    /** A row that does not hold. */
    static final int ABSENT = -1;

    private static final int LEVELS = NormativeLevel.values().length;

    /** Some of the members asked for, and the rows of the requirement that hold for them, counted from its first. */
    record Part(BitSet members, BitSet rows) {}

    private record Cell(BitSet members, int[] rows) {}

    private final List<Cell> cells;
    /** The product of each row, counted within the requirement. */
    private final int[] products;
    private final int productCount;
    /** The level of each row. */
    private final int[] levels;
    /** What each row says, counted within the requirement: rows that say the same of different organisations have the same number. */
    private final int[] sayings;
    private final int sayingCount;

    private EqualVersions(List<Cell> cells, int[] products, int[] levels, int[] sayings) {
        this.cells = cells;
        this.products = products;
        this.productCount = Arrays.stream(products).max().orElse(-1) + 1;
        this.levels = levels;
        this.sayings = sayings;
        this.sayingCount = Arrays.stream(sayings).max().orElse(-1) + 1;
    }

    /** What divides the members of the rows from one to before another, or {@code null} when nothing does. */
    static @Nullable EqualVersions of(Obligation[] obligations, NormativeProduct[] products, BitSet[] bound, int from, int to) {
        boolean divided = obligations[from].alternativeGroup().isPresent()
                && IntStream.range(from + 1, to).anyMatch(row -> !bound[row].equals(bound[from]));
        if (!divided) {
            return null;
        }
        int[] levels = IntStream.range(from, to).map(row -> obligations[row].level().ordinal()).toArray();
        return new EqualVersions(
                cells(bound, from, to),
                numbered(from, to, row -> products[row].key()),
                levels,
                numbered(from, to, row -> said(obligations[row])));
    }

    private static int[] numbered(int from, int to, IntFunction<Object> of) {
        Map<Object, Integer> numbers = new HashMap<>();
        return IntStream.range(from, to)
                .map(row -> numbers.computeIfAbsent(of.apply(row), first -> numbers.size()))
                .toArray();
    }

    /** All that an answer tells of a decision, but whom it binds. */
    private static Object said(Obligation decision) {
        return List.of(
                decision.level(), decision.mayFrom(), decision.mustFrom(), decision.until(), decision.condition(), decision.legalBasis(),
                decision.decidedBy(), decision.decidedOn());
    }

    private static List<Cell> cells(BitSet[] bound, int from, int to) {
        BitSet members = new BitSet();
        IntStream.range(from, to).forEach(row -> members.or(bound[row]));
        Map<BitSet, BitSet> byRows = new LinkedHashMap<>();
        members.stream().forEach(member -> {
            BitSet rows = new BitSet();
            IntStream.range(from, to).filter(row -> bound[row].get(member)).forEach(row -> rows.set(row - from));
            byRows.computeIfAbsent(rows, first -> new BitSet()).set(member);
        });
        List<Cell> cells = new ArrayList<>();
        byRows.forEach((rows, same) -> cells.add(new Cell(same, rows.stream().toArray())));
        return cells;
    }

    /**
     * Into how many parts the members asked for fall.
     *
     * @param statuses the status of every row of the requirement, or {@link #ABSENT}
     */
    int count(BitSet asked, int[] statuses) {
        int[] firstAlike = firstAlike(asked, statuses);
        int count = 0;
        for (int cell = 0; cell < firstAlike.length; cell++) {
            count += firstAlike[cell] == cell ? 1 : 0;
        }
        return count;
    }

    /** Those parts, in the order of their first members. */
    List<Part> parts(BitSet asked, int[] statuses) {
        int[] firstAlike = firstAlike(asked, statuses);
        Map<Integer, Part> parts = new LinkedHashMap<>();
        for (int cell = 0; cell < firstAlike.length; cell++) {
            if (firstAlike[cell] != ABSENT) {
                Part part = parts.computeIfAbsent(firstAlike[cell], first -> new Part(new BitSet(), new BitSet()));
                part.members().or(cells.get(cell).members());
                IntStream.of(cells.get(cell).rows()).filter(row -> statuses[row] != ABSENT).forEach(part.rows()::set);
            }
        }
        parts.values().forEach(part -> part.members().and(asked));
        return parts.values().stream().sorted(Comparator.comparingInt(part -> part.members().nextSetBit(0))).toList();
    }

    /** For every cell the first that has the same alternatives, itself if need be; {@link #ABSENT} where nobody is asked for or bound. */
    private int[] firstAlike(BitSet asked, int[] statuses) {
        int[] firstAlike = new int[cells.size()];
        int[] alternatives = new int[cells.size() * productCount];
        Arrays.fill(alternatives, ABSENT);
        for (int i = 0; i < firstAlike.length; i++) {
            Cell cell = cells.get(i);
            boolean bound = cell.members().intersects(asked) && addAlternatives(cell, statuses, alternatives, i * productCount);
            firstAlike[i] = bound ? firstAlike(alternatives, i) : ABSENT;
        }
        return firstAlike;
    }

    /** Notes what the strongest row of each product says to a cell; tells whether any does. */
    private boolean addAlternatives(Cell cell, int[] statuses, int[] alternatives, int offset) {
        boolean any = false;
        for (int row : cell.rows()) {
            if (statuses[row] != ABSENT) {
                int at = offset + products[row];
                int strength = statuses[row] * LEVELS + levels[row];
                if (alternatives[at] == ABSENT || strength > alternatives[at] / sayingCount) {
                    alternatives[at] = strength * sayingCount + sayings[row];
                }
                any = true;
            }
        }
        return any;
    }

    private int firstAlike(int[] alternatives, int cell) {
        int own = cell * productCount;
        int first = 0;
        while (!Arrays.equals(alternatives, first, first + productCount, alternatives, own, own + productCount)) {
            first += productCount;
        }
        return first / productCount;
    }
}
