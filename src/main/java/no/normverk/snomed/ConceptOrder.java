package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.util.Arrays;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.edition.ColumnWriter;

/**
 * Gives every concept its ordinal: a depth-first walk of the active is-a relationships from the root, children in the order of
 * their codes, and after that the concepts the walk did not reach and the inactive ones, by code. So the descendants of a concept
 * are almost contiguous.
 */
final class ConceptOrder {

    private final RowTable concepts;
    private final int[] rows;
    private final int[] ordinalOfRow;
    private final Hierarchy hierarchy;

    private ConceptOrder(RowTable concepts, int[] rows, int[] ordinalOfRow, Hierarchy hierarchy) {
        this.concepts = concepts;
        this.rows = rows;
        this.ordinalOfRow = ordinalOfRow;
        this.hierarchy = hierarchy;
    }

    /**
     * @param childRows for every is-a relationship the row of the child
     * @param parentRows and the row of the parent
     */
    static ConceptOrder of(RowTable concepts, int[] childRows, int[] parentRows, Warnings warnings) {
        int size = concepts.size();
        int[] byCode = new int[size];
        Arrays.setAll(byCode, row -> row);
        IntArrays.quickSort(byCode, (one, other) -> Long.compare(concepts.id(one), concepts.id(other)));
        int[] rankOfRow = inverse(byCode);

        int[] childStart = new int[size + 1];
        int[] children = group(size, childRows.length, i -> rankOfRow[parentRows[i]], i -> rankOfRow[childRows[i]], childStart);
        int[] order = walk(concepts, byCode, rankOfRow, childStart, children, warnings);

        int[] rows = new int[size];
        for (int ordinal = 0; ordinal < size; ordinal++) {
            rows[ordinal] = byCode[order[ordinal]];
        }
        int[] ordinalOfRow = inverse(rows);
        int[] parentStart = new int[size + 1];
        int[] parents =
                group(size, childRows.length, i -> ordinalOfRow[childRows[i]], i -> ordinalOfRow[parentRows[i]], parentStart);
        Hierarchy hierarchy = Hierarchy.of(parentStart, parents);
        if (hierarchy.droppedEdges() > 0) {
            warnings.add("the is-a hierarchy has cycles; relationships that close one are left out: " + hierarchy.droppedEdges());
        }
        return new ConceptOrder(concepts, rows, ordinalOfRow, hierarchy);
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    @FunctionalInterface
    private interface IntAt {
        int at(int index);
    }

    /** Values by key in compressed-row form, ascending and each once; fills {@code start}. */
    private static int[] group(int size, int count, IntAt key, IntAt value, int[] start) {
        long[] pairs = new long[count];
        for (int i = 0; i < count; i++) {
            pairs[i] = (long) key.at(i) << 32 | value.at(i);
        }
        Arrays.parallelSort(pairs);
        int[] values = new int[count];
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                values[filled++] = (int) pairs[i];
                start[(int) (pairs[i] >>> 32) + 1]++;
            }
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        return Arrays.copyOf(values, filled);
    }

    /** The ranks by code in the order of the walk. */
    private static int[] walk(
            RowTable concepts, int[] byCode, int[] rankOfRow, int[] childStart, int[] children, Warnings warnings) {
        int size = byCode.length;
        boolean[] seen = new boolean[size];
        IntArrayList order = new IntArrayList(size);
        int root = concepts.find(Sctid.ROOT);
        if (root >= 0) {
            walkFrom(rankOfRow[root], childStart, children, seen, order);
        } else {
            warnings.add("there is no concept " + Sctid.ROOT + " (root); every concept without a parent is taken as one");
            boolean[] hasParent = new boolean[size];
            for (int child : children) {
                hasParent[child] = true;
            }
            for (int rank = 0; rank < size; rank++) {
                if (!hasParent[rank] && concepts.isActive(byCode[rank])) {
                    walkFrom(rank, childStart, children, seen, order);
                }
            }
        }
        for (int rank = 0; rank < size; rank++) {
            if (!seen[rank]) {
                order.add(rank);
                if (concepts.isActive(byCode[rank])) {
                    warnings.add(
                            "active concept that is not below the root",
                            Long.toString(concepts.id(byCode[rank])),
                            concepts.origin(byCode[rank]));
                }
            }
        }
        return order.toIntArray();
    }

    private static void walkFrom(int root, int[] childStart, int[] children, boolean[] seen, IntArrayList order) {
        IntArrayList open = new IntArrayList();
        open.push(root);
        while (!open.isEmpty()) {
            int rank = open.popInt();
            if (seen[rank]) {
                continue;
            }
            seen[rank] = true;
            order.add(rank);
            for (int i = childStart[rank + 1] - 1; i >= childStart[rank]; i--) {
                open.push(children[i]);
            }
        }
    }

    int size() {
        return rows.length;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** The ordinal of a concept, or -1. */
    int locate(long id) {
        int row = concepts.find(id);
        return row < 0 ? -1 : ordinalOfRow[row];
    }

    int ordinalOfRow(int row) {
        return ordinalOfRow[row];
    }

    long id(int ordinal) {
        return concepts.id(rows[ordinal]);
    }

    /** For every ordinal whether the concept is active. */
    boolean[] activity() {
        boolean[] activity = new boolean[size()];
        for (int ordinal = 0; ordinal < activity.length; ordinal++) {
            activity[ordinal] = concepts.isActive(rows[ordinal]);
        }
        return activity;
    }

    long activeCount() {
        return Arrays.stream(rows).filter(concepts::isActive).count();
    }

    /** For every ordinal its place among all codes ordered as texts. */
    int[] textRanks() {
        int[] ordinals = new int[size()];
        Arrays.setAll(ordinals, ordinal -> ordinal);
        IntArrays.quickSort(ordinals, (one, other) -> Sctid.compareAsTexts(id(one), id(other)));
        return inverse(ordinals);
    }

    void write(ColumnWriter columns, SctidPool modules) throws IOException {
        int size = size();
        long[] ids = new long[size];
        int[] times = new int[size];
        int[] moduleOf = new int[size];
        byte[] flags = new byte[size];
        for (int ordinal = 0; ordinal < size; ordinal++) {
            int row = rows[ordinal];
            ids[ordinal] = concepts.id(row);
            times[ordinal] = concepts.time(row);
            moduleOf[ordinal] = modules.add(concepts.get(row, Release.CONCEPT_MODULE));
            boolean defined = concepts.get(row, Release.CONCEPT_STATUS) == Sctid.DEFINED;
            flags[ordinal] = (byte) ((concepts.isActive(row) ? SnomedColumns.ACTIVE : 0) | (defined ? SnomedColumns.DEFINED : 0));
        }
        int[] byId = new int[size];
        Arrays.setAll(byId, ordinal -> ordinal);
        IntArrays.quickSort(byId, (one, other) -> Long.compare(ids[one], ids[other]));
        long[] sortedIds = new long[size];
        Arrays.setAll(sortedIds, i -> ids[byId[i]]);
        columns.longs(SnomedColumns.CONCEPT_ID, ids);
        columns.longs(SnomedColumns.CONCEPT_SORTED_ID, sortedIds);
        columns.ints(SnomedColumns.CONCEPT_SORTED_ORDINAL, byId);
        columns.ints(SnomedColumns.CONCEPT_TIME, times);
        columns.ints(SnomedColumns.CONCEPT_MODULE, moduleOf);
        columns.bytes(SnomedColumns.CONCEPT_FLAGS, flags);
        int[][] graph = hierarchy.columns();
        for (int i = 0; i < graph.length; i++) {
            columns.ints(SnomedColumns.HIERARCHY + i, graph[i]);
        }
    }
}
