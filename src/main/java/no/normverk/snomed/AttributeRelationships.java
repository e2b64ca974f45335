package no.normverk.snomed;

import java.util.Arrays;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.edition.Bitmaps;
import no.normverk.terminology.edition.ColumnFile;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * The active inferred relationships of an edition other than is-a, numbered by source concept: those of a concept reach from
 * {@link #start} up to but not including {@link #end}, ordered by group, type, target.
 *
 * <p>A <em>group row</em> is one relationship group of one concept; what stands in group 0 has a row for each relationship. Rows
 * are numbered in the order of the concepts. So "both in one group" is an intersection of sets of rows, and {@link #rows(int,
 * int)} answers {@code attribute = << value}.
 */
public final class AttributeRelationships {

    private static final ImmutableRoaringBitmap NO_ROWS = new MutableRoaringBitmap();

    /** How many rows are taken out of a bitmap at once: one by one, finding the next costs more than what is done with it. */
    private static final int BATCH = 256;

    private final int[] start;
    private final int[] sources;
    private final int[] types;
    private final int[] targets;
    private final int[] groups;
    private final int[] rows;
    private final int[] rowConcepts;
    private final int[] inverseStart;
    private final int[] inverse;
    private final long[] postingKeys;
    private final Bitmaps postings;
    /** Absent from editions of an earlier make. */
    private final @Nullable Bitmaps postingConcepts;
    private final ConceptSet attributes;
    private final ColumnFile.LongColumn ids;
    private final ColumnFile.IntColumn modules;
    private final ColumnFile.IntColumn times;
    private final ColumnFile.LongColumn moduleIds;

    AttributeRelationships(ColumnFile columns) {
        start = columns.ints(SnomedColumns.ATTRIBUTE_START);
        sources = columns.ints(SnomedColumns.ATTRIBUTE_SOURCE);
        types = columns.ints(SnomedColumns.ATTRIBUTE_TYPE);
        targets = columns.ints(SnomedColumns.ATTRIBUTE_TARGET);
        groups = columns.ints(SnomedColumns.ATTRIBUTE_GROUP);
        rows = columns.ints(SnomedColumns.ATTRIBUTE_ROW);
        rowConcepts = columns.ints(SnomedColumns.ROW_CONCEPT);
        inverseStart = columns.ints(SnomedColumns.INVERSE_START);
        inverse = columns.ints(SnomedColumns.INVERSE);
        postingKeys = columns.longs(SnomedColumns.POSTING_KEY);
        postings = Bitmaps.open(columns, SnomedColumns.POSTING);
        boolean withConcepts = columns.has(SnomedColumns.POSTING_CONCEPTS + ".start");
        postingConcepts = withConcepts ? Bitmaps.open(columns, SnomedColumns.POSTING_CONCEPTS) : null;
        ids = columns.mappedLongs(SnomedColumns.ATTRIBUTE_ID);
        modules = columns.mappedInts(SnomedColumns.ATTRIBUTE_MODULE);
        times = columns.mappedInts(SnomedColumns.ATTRIBUTE_TIME);
        moduleIds = columns.mappedLongs(SnomedColumns.MODULES);
        RoaringBitmap used = new RoaringBitmap();
        for (int type : types) {
            used.add(type);
        }
        attributes = ConceptSet.of(used);
    }

    /** How many relationships there are. */
    public int size() {
        return types.length;
    }

    public int start(int concept) {
        return start[concept];
    }

    public int end(int concept) {
        return start[concept + 1];
    }

    public int source(int relationship) {
        return sources[relationship];
    }

    /** The attribute, as the ordinal of its concept. */
    public int type(int relationship) {
        return types[relationship];
    }

    public int target(int relationship) {
        return targets[relationship];
    }

    /** The relationship group; 0 means not grouped. */
    public int group(int relationship) {
        return groups[relationship];
    }

    /** The group row. */
    public int row(int relationship) {
        return rows[relationship];
    }

    /** The relationship's own SCTID. */
    public long id(int relationship) {
        return ids.get(relationship);
    }

    public long module(int relationship) {
        return moduleIds.get(modules.get(relationship));
    }

    /** The day as yyyymmdd. */
    public int effectiveTime(int relationship) {
        return times.get(relationship);
    }

    /** The attributes that any relationship has. */
    public ConceptSet attributes() {
        return attributes;
    }

    /** Where the relationships to a target begin among those of {@link #byTarget}. */
    public int targetStart(int target) {
        return inverseStart[target];
    }

    public int targetEnd(int target) {
        return inverseStart[target + 1];
    }

    /**
     * The relationship at a position between {@link #targetStart} and {@link #targetEnd}; they are ordered by type, then source.
     */
    public int byTarget(int position) {
        return inverse[position];
    }

    /** How many group rows there are; those that only have concrete values are counted in. */
    public int rowCount() {
        return rowConcepts.length;
    }

    public int conceptOfRow(int row) {
        return rowConcepts[row];
    }

    /**
     * The group rows with the attribute and a value that is the concept itself or below it. The bitmap lies in the mapping: it is
     * for reading only, and only while the edition is open.
     */
    public ImmutableRoaringBitmap rows(int attribute, int value) {
        int position = Arrays.binarySearch(postingKeys, (long) attribute << 32 | value);
        ImmutableRoaringBitmap found = position < 0 ? null : postings.get(position);
        return found == null ? NO_ROWS : found;
    }

    /** The concepts with the attribute and a value that is the concept itself or below it, in whatever group. */
    public ConceptSet concepts(int attribute, int value) {
        int position = Arrays.binarySearch(postingKeys, (long) attribute << 32 | value);
        if (position < 0) {
            return ConceptSet.EMPTY;
        }
        ImmutableRoaringBitmap stored = postingConcepts == null ? null : postingConcepts.get(position);
        if (stored != null) {
            return ConceptSet.of(stored.toRoaringBitmap());
        }
        ImmutableRoaringBitmap found = postings.get(position);
        return found == null ? ConceptSet.EMPTY : concepts(found);
    }

    /** The concepts with the attribute, whatever its value. */
    public ConceptSet concepts(int attribute) {
        return concepts(attribute, GroupPostings.ANY_VALUE);
    }

    /** The group rows with the attribute, whatever its value. */
    public ImmutableRoaringBitmap rows(int attribute) {
        return rows(attribute, GroupPostings.ANY_VALUE);
    }

    /** The concepts that group rows belong to. */
    public ConceptSet concepts(ImmutableRoaringBitmap groupRows) {
        RoaringBitmapWriter<RoaringBitmap> concepts = RoaringBitmapWriter.writer().get();
        BatchIterator rows = groupRows.getBatchIterator();
        int[] batch = new int[BATCH];
        int last = -1;
        while (rows.hasNext()) {
            int count = rows.nextBatch(batch);
            for (int i = 0; i < count; i++) {
                int concept = rowConcepts[batch[i]];
                if (concept != last) {
                    concepts.add(concept);
                    last = concept;
                }
            }
        }
        return ConceptSet.of(concepts.get());
    }
}
