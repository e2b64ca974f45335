package no.normverk.snomed;

import java.util.Arrays;
import no.normverk.terminology.edition.ColumnFile;

/**
 * The active inferred concrete values of an edition, numbered by source concept: those of a concept reach from {@link #start} up
 * to but not including {@link #end}, ordered by group, then type.
 */
public final class ConcreteValues {

    private final int[] start;
    private final int[] types;
    private final int[] groups;
    private final int[] rows;
    private final int[] valueOf;
    private final ConcreteValue[] values;

    ConcreteValues(ColumnFile columns) {
        start = columns.ints(SnomedColumns.CONCRETE_START);
        types = columns.ints(SnomedColumns.CONCRETE_TYPE);
        groups = columns.ints(SnomedColumns.CONCRETE_GROUP);
        rows = columns.ints(SnomedColumns.CONCRETE_ROW);
        valueOf = columns.ints(SnomedColumns.CONCRETE_VALUE);
        values = columns.texts(SnomedColumns.CONCRETE_VALUES).toList().stream()
                .map(ConcreteValue::new)
                .toArray(ConcreteValue[]::new);
    }

    public int size() {
        return types.length;
    }

    public int start(int concept) {
        return start[concept];
    }

    public int end(int concept) {
        return start[concept + 1];
    }

    /** The concept that has it. */
    public int source(int index) {
        int found = Arrays.binarySearch(start, index);
        if (found < 0) {
            return -found - 2;
        }
        while (start[found + 1] == index) {
            found++;
        }
        return found;
    }

    /** The attribute, as the ordinal of its concept. */
    public int type(int index) {
        return types[index];
    }

    public int group(int index) {
        return groups[index];
    }

    /** The group row, see {@link AttributeRelationships}. */
    public int row(int index) {
        return rows[index];
    }

    public ConcreteValue value(int index) {
        return values[valueOf[index]];
    }

    /** The number of the value among the distinct ones, see {@link #distinct}. */
    public int valueNumber(int index) {
        return valueOf[index];
    }

    /** The distinct values; a comparison needs to be made once for each. */
    public ConcreteValue distinct(int number) {
        return values[number];
    }

    public int distinctCount() {
        return values.length;
    }
}
