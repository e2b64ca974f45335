package no.normverk.catalogue.requirement;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows by the days on which they matter, on one axis of time. The axis is cut where many rows begin or end, and each piece knows the
 * rows whose interval it touches and those whose interval covers it. Only what it touches and does not cover must be looked at for a
 * day: sixty-four pieces leave some hundredth of the rows.
 */
final class TimeBuckets {

    private static final int PIECES = 64;

    /** The first day of every piece but the first, which has none. */
    private final int[] starts;

    private final RowSet[] touching;
    private final RowSet[] covering;

    /**
     * @param size how many rows
     * @param from the first day of a row's interval
     * @param to its last
     * @param surelyTo the last day up to which nothing else can keep it from mattering, not after its last
     */
    TimeBuckets(int size, IntUnaryOperator from, IntUnaryOperator to, IntUnaryOperator surelyTo) {
        int[] days = IntStream.range(0, size)
                .flatMap(row -> IntStream.of(from.applyAsInt(row), to.applyAsInt(row)))
                .filter(day -> day != Timelines.ALWAYS && day != Timelines.NEVER)
                .sorted()
                .toArray();
        starts = IntStream.range(1, PIECES)
                .filter(piece -> days.length > 0)
                .map(piece -> days[(int) ((long) days.length * piece / PIECES)])
                .distinct()
                .toArray();
        touching = sets(size);
        covering = sets(size);
        for (int row = 0; row < size; row++) {
            add(row, from.applyAsInt(row), to.applyAsInt(row), surelyTo.applyAsInt(row));
        }
    }

    private RowSet[] sets(int size) {
        return IntStream.rangeClosed(0, starts.length).mapToObj(piece -> new RowSet(size)).toArray(RowSet[]::new);
    }

    private void add(int row, int from, int to, int surelyTo) {
        int last = pieceOf(to);
        for (int piece = pieceOf(from); piece <= last; piece++) {
            touching[piece].add(row);
            if (from <= firstDay(piece) && lastDay(piece) <= surelyTo) {
                covering[piece].add(row);
            }
        }
    }

    private int firstDay(int piece) {
        return piece == 0 ? Timelines.ALWAYS : starts[piece - 1];
    }

    private int lastDay(int piece) {
        return piece == starts.length ? Timelines.NEVER : starts[piece] - 1;
    }

    /** The rows that may matter on a day, and no row that does is missing. */
    RowSet touching(int day) {
        return touching[pieceOf(day)];
    }

    /** Of those, the rows that matter on the day whatever day of its piece it is. */
    RowSet covering(int day) {
        return covering[pieceOf(day)];
    }

    private int pieceOf(int day) {
        int found = Arrays.binarySearch(starts, day);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
