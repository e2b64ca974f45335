package no.normverk.catalogue.requirement;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows by when they can matter on one axis of time: the axis is cut where many rows begin or end, and each piece knows the rows
 * whose interval touches it. What a day's piece does not hold need not be looked at; what it holds must be, for the day itself
 * decides. Sixty-four pieces leave little more than the rows that do matter.
 */
final class TimeBuckets {

    private static final int PIECES = 64;

    /** The first day of every piece but the first, which has none. */
    private final int[] starts;

    private final RoaringBitmap[] rows;

    /**
     * @param size how many rows
     * @param from the first day of a row's interval
     * @param to its last
     */
    TimeBuckets(int size, IntUnaryOperator from, IntUnaryOperator to) {
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
        rows = IntStream.rangeClosed(0, starts.length).mapToObj(piece -> new RoaringBitmap()).toArray(RoaringBitmap[]::new);
        for (int row = 0; row < size; row++) {
            for (int piece = pieceOf(from.applyAsInt(row)); piece <= pieceOf(to.applyAsInt(row)); piece++) {
                rows[piece].add(row);
            }
        }
        Arrays.stream(rows).forEach(RoaringBitmap::runOptimize);
    }

    /** The rows that may matter on a day, and no row that does is missing; not to be changed. */
    RoaringBitmap around(int day) {
        return rows[pieceOf(day)];
    }

    private int pieceOf(int day) {
        int found = Arrays.binarySearch(starts, day);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
