package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * The newest state of the components of one kind, in columns. A component is known by its identifier (an SCTID, or a UUID in two
 * halves); of several rows for one the newest effective time stays, and of equal ones the row that came last. Identifiers are
 * found by open addressing over row numbers.
 */
final class RowTable {

    private final LongArrayList high = new LongArrayList();
    private final LongArrayList low = new LongArrayList();
    private final IntArrayList times = new IntArrayList();
    private final LongArrayList origins = new LongArrayList();
    private final IntArrayList flags = new IntArrayList();
    private final LongArrayList[] columns;
    private final boolean uuids;
    private int[] slots = new int[1 << 12];

    /**
     * @param columns how many further columns a row has
     * @param uuids whether identifiers are UUIDs; SCTIDs are kept in the first half
     */
    RowTable(int columns, boolean uuids) {
        this.columns = new LongArrayList[columns];
        Arrays.setAll(this.columns, column -> new LongArrayList());
        this.uuids = uuids;
        Arrays.fill(slots, -1);
    }

    int size() {
        return times.size();
    }

    /**
     * Makes place for a row.
     *
     * @param origin file and line, as {@link Origins} numbers them
     * @return the number of the row, to be filled with {@link #set}, or -1 when a newer state is there already
     */
    int offer(long idHigh, long idLow, int time, boolean active, long origin) {
        int slot = slot(idHigh, idLow);
        int row = slots[slot];
        if (row < 0) {
            row = size();
            slots[slot] = row;
            high.add(idHigh);
            if (uuids) {
                low.add(idLow);
            }
            times.add(time);
            flags.add(active ? 1 : 0);
            origins.add(origin);
            for (LongArrayList column : columns) {
                column.add(0);
            }
            if (2 * row > slots.length) {
                grow();
            }
            return row;
        }
        if (time < times.getInt(row)) {
            return -1;
        }
        times.set(row, time);
        flags.set(row, active ? 1 : 0);
        origins.set(row, origin);
        return row;
    }

    /** The row of a component, or -1. */
    int find(long idHigh) {
        return slots[slot(idHigh, 0)];
    }

    private int slot(long idHigh, long idLow) {
        int mask = slots.length - 1;
        long hash = (idHigh * 0x9E3779B97F4A7C15L) ^ (idLow * 0xC2B2AE3D27D4EB4FL);
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (slots[slot] >= 0 && !is(slots[slot], idHigh, idLow)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean is(int row, long idHigh, long idLow) {
        return high.getLong(row) == idHigh && (!uuids || low.getLong(row) == idLow);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        for (int row = 0; row < size(); row++) {
            slots[slot(high.getLong(row), uuids ? low.getLong(row) : 0)] = row;
        }
    }

    /** Forgets all rows, so that their memory can be used for what follows. */
    void clear() {
        for (LongArrayList list : columns) {
            drop(list);
        }
        drop(high);
        drop(low);
        drop(origins);
        times.clear();
        times.trim();
        flags.clear();
        flags.trim();
        slots = new int[] {-1};
    }

    private static void drop(LongArrayList list) {
        list.clear();
        list.trim();
    }

    void set(int row, int column, long value) {
        columns[column].set(row, value);
    }

    long get(int row, int column) {
        return columns[column].getLong(row);
    }

    long id(int row) {
        return high.getLong(row);
    }

    long idLow(int row) {
        return low.getLong(row);
    }

    int time(int row) {
        return times.getInt(row);
    }

    boolean isActive(int row) {
        return flags.getInt(row) == 1;
    }

    long origin(int row) {
        return origins.getLong(row);
    }

    int columns() {
        return columns.length;
    }
}
