package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.edition.Bitmaps;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.TextColumn;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** The reference sets of an edition, but for the language reference sets, which are {@link Dialects}. */
public final class Refsets {

    private final long[] ids;
    private final RefsetRows[] rows;
    private final ConceptSet[] members;

    Refsets(ColumnFile columns) {
        ids = columns.longs(SnomedColumns.REFSET_ID);
        rows = new RefsetRows[ids.length];
        members = new ConceptSet[ids.length];
        List<RefsetRows.Form> forms = forms(columns);
        int[] form = columns.ints(SnomedColumns.REFSET_FORM);
        int[] from = columns.ints(SnomedColumns.REFSET_FROM);
        int[] to = columns.ints(SnomedColumns.REFSET_TO);
        Bitmaps bitmaps = Bitmaps.open(columns, SnomedColumns.REFSET_MEMBERS);
        for (int i = 0; i < ids.length; i++) {
            rows[i] = new RefsetRows(ids[i], forms.get(form[i]), from[i], to[i]);
            ImmutableRoaringBitmap stored = bitmaps.get(i);
            members[i] = stored == null ? ConceptSet.EMPTY : ConceptSet.of(stored.toRoaringBitmap());
        }
    }

    private static List<RefsetRows.Form> forms(ColumnFile columns) {
        long[] modules = columns.longs(SnomedColumns.MODULES);
        TextColumn described = columns.texts(SnomedColumns.REFSET_FORMS);
        List<RefsetRows.Form> forms = new ArrayList<>();
        for (int form = 0; form < described.size(); form++) {
            List<String> parts = List.of(described.get(form).split("\t", -1));
            List<String> fields = parts.get(0).isEmpty() ? List.of() : parts.subList(1, parts.size());
            List<ColumnFile.LongColumn> values = new ArrayList<>();
            for (int field = 0; field < fields.size(); field++) {
                values.add(columns.mappedLongs(SnomedColumns.refsetColumn(form, "field." + field)));
            }
            forms.add(new RefsetRows.Form(
                    parts.get(0),
                    List.copyOf(fields),
                    columns.mappedLongs(SnomedColumns.refsetColumn(form, "idHigh")),
                    columns.mappedLongs(SnomedColumns.refsetColumn(form, "idLow")),
                    columns.mappedLongs(SnomedColumns.refsetColumn(form, "component")),
                    columns.mappedInts(SnomedColumns.refsetColumn(form, "time")),
                    columns.mappedInts(SnomedColumns.refsetColumn(form, "module")),
                    columns.bytes(SnomedColumns.refsetColumn(form, "flags")),
                    List.copyOf(values),
                    columns.texts(SnomedColumns.refsetColumn(form, "texts")),
                    modules));
        }
        return forms;
    }

    /** The reference sets that have rows, ascending. */
    public long[] ids() {
        return ids.clone();
    }

    public boolean has(long refset) {
        return Arrays.binarySearch(ids, refset) >= 0;
    }

    /** The concepts that active rows of the reference set refer to; empty when there is no such reference set. */
    public ConceptSet members(long refset) {
        int found = Arrays.binarySearch(ids, refset);
        return found < 0 ? ConceptSet.EMPTY : members[found];
    }

    /** The reference set's rows, or {@code null} when there is no such reference set. */
    public @Nullable RefsetRows rows(long refset) {
        int found = Arrays.binarySearch(ids, refset);
        return found < 0 ? null : rows[found];
    }

    /** The reference sets that have the concept as an active member, ascending. */
    public long[] containing(int concept) {
        long[] found = new long[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (members[i].contains(concept)) {
                found[count++] = ids[i];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
