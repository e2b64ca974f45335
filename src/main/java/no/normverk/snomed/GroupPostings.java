package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.util.Arrays;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.edition.BitmapsWriter;
import no.normverk.terminology.edition.ColumnWriter;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * For every attribute and every concept that is the value of such a relationship, or above one: the group rows with that
 * attribute and a value at or below the concept. So a refinement {@code attribute = << value} is one look-up. Where there are many rows, the concepts that they belong to
 * are stored beside them, for refinements without braces.
 */
final class GroupPostings {

    /** In place of a value: the rows with the attribute, whatever the value. */
    static final int ANY_VALUE = Integer.MAX_VALUE;

    /** Of so many rows and more the concepts are stored too; those of fewer are soon found. */
    private static final int MANY = 128;

    private GroupPostings() {}

    static void write(ColumnWriter columns, Hierarchy hierarchy, int[] type, int[] target, GroupRows groupRows) throws IOException {
        int[] row = groupRows.rowOfAttribute();
        long[] byType = new long[type.length];
        for (int i = 0; i < type.length; i++) {
            byType[i] = (long) type[i] << 32 | i;
        }
        Arrays.parallelSort(byType);
        BitmapsWriter bitmaps = new BitmapsWriter();
        BitmapsWriter concepts = new BitmapsWriter();
        long[] keys = new long[1 << 10];
        int count = 0;
        IntArrayList[] rowsOf = new IntArrayList[hierarchy.size()];
        IntArrayList values = new IntArrayList();
        for (int from = 0, to; from < byType.length; from = to) {
            int attribute = (int) (byType[from] >>> 32);
            IntArrayList any = new IntArrayList();
            for (to = from; to < byType.length && byType[to] >>> 32 == attribute; to++) {
                int relationship = (int) byType[to];
                add(target[relationship], row[relationship], hierarchy, rowsOf, values);
                any.add(row[relationship]);
            }
            int[] sorted = values.toIntArray();
            Arrays.sort(sorted);
            if (keys.length < count + sorted.length + 1) {
                keys = Arrays.copyOf(keys, 2 * (count + sorted.length + 1));
            }
            for (int value : sorted) {
                bitmaps.add(bitmap(rowsOf[value]));
                addConcepts(concepts, rowsOf[value], groupRows);
                rowsOf[value] = null;
                keys[count++] = (long) attribute << 32 | value;
            }
            bitmaps.add(bitmap(any));
            addConcepts(concepts, any, groupRows);
            keys[count++] = (long) attribute << 32 | ANY_VALUE;
            values.clear();
        }
        columns.longs(SnomedColumns.POSTING_KEY, keys, count);
        bitmaps.write(columns, SnomedColumns.POSTING);
        concepts.write(columns, SnomedColumns.POSTING_CONCEPTS);
    }

    /** Rows are in the order of their concepts. */
    private static void addConcepts(BitmapsWriter concepts, IntArrayList rows, GroupRows groupRows) {
        if (rows.size() < MANY) {
            concepts.addNone();
            return;
        }
        RoaringBitmapWriter<RoaringBitmap> bitmap = RoaringBitmapWriter.writer().get();
        rows.forEach((int row) -> bitmap.add(groupRows.conceptOfRow()[row]));
        RoaringBitmap made = bitmap.get();
        made.runOptimize();
        concepts.add(made);
    }

    private static RoaringBitmap bitmap(IntArrayList rows) {
        RoaringBitmap bitmap = new RoaringBitmap();
        bitmap.addN(rows.elements(), 0, rows.size());
        bitmap.runOptimize();
        return bitmap;
    }

    /** Adds the row to the value and everything above it; a value that has the row already has been walked. */
    private static void add(int target, int row, Hierarchy hierarchy, IntArrayList[] rowsOf, IntArrayList values) {
        IntArrayList open = new IntArrayList();
        open.push(target);
        while (!open.isEmpty()) {
            int value = open.popInt();
            IntArrayList rows = rowsOf[value];
            if (rows == null) {
                rows = new IntArrayList(2);
                rowsOf[value] = rows;
                values.add(value);
            } else if (rows.topInt() == row) {
                continue;
            }
            rows.add(row);
            hierarchy.forEachParent(value, open::push);
        }
    }
}
