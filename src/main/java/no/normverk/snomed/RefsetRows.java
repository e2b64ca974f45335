package no.normverk.snomed;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * The members of one reference set, active and inactive, with all their columns: rows from 0 up to but not including {@link
 * #size()}, ordered by referenced component.
 */
public final class RefsetRows {

    /** The value of a component or integer field that is empty. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** What the rows of one form share. */
    record Form(
            String types,
            List<String> fields,
            ColumnFile.LongColumn idHigh,
            ColumnFile.LongColumn idLow,
            ColumnFile.LongColumn component,
            ColumnFile.IntColumn time,
            ColumnFile.IntColumn module,
            byte[] flags,
            List<ColumnFile.LongColumn> values,
            TextColumn texts,
            long[] moduleIds) {}

    private final long refset;
    private final Form form;
    private final int from;
    private final int size;
    /** By field, made when first asked for. */
    private final AtomicReferenceArray<@Nullable RefsetInverse> inverses;

    RefsetRows(long refset, Form form, int from, int to) {
        this.refset = refset;
        this.form = form;
        this.from = from;
        this.size = to - from;
        this.inverses = new AtomicReferenceArray<>(form.fields.size());
    }

    /** The reference set. */
    public long refset() {
        return refset;
    }

    public int size() {
        return size;
    }

    /** Names of the columns after {@code referencedComponentId}, as the release file's header has them. */
    public List<String> fields() {
        return form.fields;
    }

    /** For each of {@link #fields()} a letter: {@code c} component, {@code i} integer, {@code s} string. */
    public String types() {
        return form.types;
    }

    /** The position of a field among {@link #fields()}, or -1; upper and lower case are the same. */
    public int field(String name) {
        for (int i = 0; i < form.fields.size(); i++) {
            if (form.fields.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    public UUID id(int row) {
        return new UUID(form.idHigh.get(from + row), form.idLow.get(from + row));
    }

    public boolean isActive(int row) {
        return (form.flags[from + row] & SnomedColumns.ACTIVE) != 0;
    }

    /** The day as yyyymmdd. */
    public int effectiveTime(int row) {
        return form.time.get(from + row);
    }

    public long module(int row) {
        return form.moduleIds[form.module.get(from + row)];
    }

    /** The SCTID of the referenced component. */
    public long component(int row) {
        return form.component.get(from + row);
    }

    /** A component or integer field, or {@link #ABSENT}. */
    public long number(int row, int field) {
        if (form.types.charAt(field) == 's') {
            throw new IllegalArgumentException(form.fields.get(field) + " is a string");
        }
        return form.values.get(field).get(from + row);
    }

    /** A field of any type as the release file has it; empty when absent. */
    public String text(int row, int field) {
        long value = form.values.get(field).get(from + row);
        if (form.types.charAt(field) == 's') {
            return form.texts.get((int) value);
        }
        return value == ABSENT ? "" : Long.toString(value);
    }

    /**
     * The number of a string field's text: within one field equal numbers mean equal texts, but not the other way for long
     * texts.
     */
    public int textNumber(int row, int field) {
        return (int) form.values.get(field).get(from + row);
    }

    /** The first row for a component; the rows for it reach to {@link #end(long)}. */
    public int first(long component) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (component(middle) < component) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row after the last for a component. */
    public int end(long component) {
        return first(component + 1);
    }

    /**
     * The rows, active and inactive, in which a field has this text, ascending; see {@link #text}. The first call for a field
     * sorts its texts.
     */
    public int[] rowsWith(int field, String text) {
        RefsetInverse inverse = inverses.get(field);
        if (inverse == null) {
            inverse = new RefsetInverse(this, field);
            inverses.set(field, inverse);
        }
        return inverse.find(text);
    }
}
