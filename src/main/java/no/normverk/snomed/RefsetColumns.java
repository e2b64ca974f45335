package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.normverk.terminology.edition.BitmapsWriter;
import no.normverk.terminology.edition.ColumnWriter;
import org.roaringbitmap.RoaringBitmap;

/**
 * The members of all reference sets but the language ones, with all their columns: per form of row, ordered by reference set and
 * component.
 */
final class RefsetColumns {

    private record Extent(int form, int from, int to, RoaringBitmap members) {}

    private RefsetColumns() {}

    static void write(
            ColumnWriter columns,
            Release release,
            ConceptOrder order,
            SctidPool modules,
            Map<String, Long> counts,
            Warnings warnings)
            throws IOException {
        List<String> forms = new ArrayList<>();
        Map<Long, Extent> extents = new TreeMap<>();
        long active = 0;
        long inactive = 0;
        for (Map.Entry<Release.RefsetForm, Release.RefsetTable> entry : release.refsets.entrySet()) {
            RowTable rows = entry.getValue().rows;
            int[] sorted = sorted(rows);
            int form = forms.size();
            for (int from = 0, to; from < sorted.length; from = to) {
                to = end(rows, sorted, from);
                addExtent(extents, rows, sorted, new Extent(form, from, to, members(rows, sorted, from, to, order)), warnings);
            }
            writeForm(columns, form, entry.getKey(), entry.getValue(), sorted, modules);
            forms.add(entry.getKey().types() + "\t" + String.join("\t", entry.getKey().fields()));
            for (int row : sorted) {
                active += rows.isActive(row) ? 1 : 0;
                inactive += rows.isActive(row) ? 0 : 1;
            }
        }
        counts.put("reference sets", (long) extents.size());
        counts.put("reference set members, active", active);
        counts.put("reference set members, inactive", inactive);
        columns.texts(SnomedColumns.REFSET_FORMS, forms);
        columns.longs(SnomedColumns.REFSET_ID, extents.keySet().stream().mapToLong(Long::longValue).toArray());
        columns.ints(SnomedColumns.REFSET_FORM, extents.values().stream().mapToInt(Extent::form).toArray());
        columns.ints(SnomedColumns.REFSET_FROM, extents.values().stream().mapToInt(Extent::from).toArray());
        columns.ints(SnomedColumns.REFSET_TO, extents.values().stream().mapToInt(Extent::to).toArray());
        BitmapsWriter members = new BitmapsWriter();
        extents.values().forEach(extent -> members.add(extent.members));
        members.write(columns, SnomedColumns.REFSET_MEMBERS);
    }

    private static int[] sorted(RowTable rows) {
        int[] sorted = new int[rows.size()];
        Arrays.setAll(sorted, row -> row);
        IntArrays.mergeSort(sorted, (one, other) -> {
            int byRefset = Long.compare(rows.get(one, Release.MEMBER_REFSET), rows.get(other, Release.MEMBER_REFSET));
            return byRefset != 0
                    ? byRefset
                    : Long.compare(rows.get(one, Release.MEMBER_COMPONENT), rows.get(other, Release.MEMBER_COMPONENT));
        });
        return sorted;
    }

    private static int end(RowTable rows, int[] sorted, int from) {
        long refset = rows.get(sorted[from], Release.MEMBER_REFSET);
        int to = from;
        while (to < sorted.length && rows.get(sorted[to], Release.MEMBER_REFSET) == refset) {
            to++;
        }
        return to;
    }

    private static RoaringBitmap members(RowTable rows, int[] sorted, int from, int to, ConceptOrder order) {
        RoaringBitmap members = new RoaringBitmap();
        for (int i = from; i < to; i++) {
            int concept = rows.isActive(sorted[i]) ? order.locate(rows.get(sorted[i], Release.MEMBER_COMPONENT)) : -1;
            if (concept >= 0) {
                members.add(concept);
            }
        }
        members.runOptimize();
        return members;
    }

    private static void addExtent(Map<Long, Extent> extents, RowTable rows, int[] sorted, Extent extent, Warnings warnings) {
        long refset = rows.get(sorted[extent.from], Release.MEMBER_REFSET);
        Extent other = extents.putIfAbsent(refset, extent);
        if (other == null) {
            return;
        }
        warnings.add(
                "reference set with rows of two forms; only those of the form with more rows are answered from",
                Long.toString(refset),
                rows.origin(sorted[extent.from]));
        if (extent.to - extent.from > other.to - other.from) {
            extents.put(refset, extent);
        }
    }

    private static void writeForm(
            ColumnWriter columns, int form, Release.RefsetForm shape, Release.RefsetTable table, int[] sorted, SctidPool modules)
            throws IOException {
        RowTable rows = table.rows;
        int count = sorted.length;
        long[] longs = new long[count];
        int[] ints = new int[count];
        byte[] flags = new byte[count];
        Arrays.setAll(longs, i -> rows.id(sorted[i]));
        columns.longs(SnomedColumns.refsetColumn(form, "idHigh"), longs);
        Arrays.setAll(longs, i -> rows.idLow(sorted[i]));
        columns.longs(SnomedColumns.refsetColumn(form, "idLow"), longs);
        Arrays.setAll(longs, i -> rows.get(sorted[i], Release.MEMBER_COMPONENT));
        columns.longs(SnomedColumns.refsetColumn(form, "component"), longs);
        Arrays.setAll(ints, i -> rows.time(sorted[i]));
        columns.ints(SnomedColumns.refsetColumn(form, "time"), ints);
        Arrays.setAll(ints, i -> modules.add(rows.get(sorted[i], Release.MEMBER_MODULE)));
        columns.ints(SnomedColumns.refsetColumn(form, "module"), ints);
        for (int i = 0; i < count; i++) {
            flags[i] = (byte) (rows.isActive(sorted[i]) ? SnomedColumns.ACTIVE : 0);
        }
        columns.bytes(SnomedColumns.refsetColumn(form, "flags"), flags);
        for (int field = 0; field < shape.fields().size(); field++) {
            int column = Release.MEMBER_FIELDS + field;
            Arrays.setAll(longs, i -> rows.get(sorted[i], column));
            columns.longs(SnomedColumns.refsetColumn(form, "field." + field), longs);
        }
        columns.texts(SnomedColumns.refsetColumn(form, "texts"), table.texts.texts());
    }
}
