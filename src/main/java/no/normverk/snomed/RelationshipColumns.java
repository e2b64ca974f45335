package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.io.IOException;
import java.util.Map;
import no.normverk.terminology.edition.ColumnWriter;

/** Attribute relationships and concrete values, active and inferred, by source concept; and the inverse by target. */
final class RelationshipColumns {

    private static final int[] SORTED_BY = {
        Release.RELATIONSHIP_GROUP, Release.RELATIONSHIP_TYPE, Release.RELATIONSHIP_TARGET
    };

    private final Release release;
    private final IntArrayList isAChild = new IntArrayList();
    private final IntArrayList isAParent = new IntArrayList();
    /** Rows of the attribute relationships that are kept. */
    private final IntArrayList attributes = new IntArrayList();

    private final IntArrayList concretes = new IntArrayList();

    private RelationshipColumns(Release release) {
        this.release = release;
    }

    /** Sorts out the relationships; those that refer to what is not there are left out with a warning. */
    static RelationshipColumns of(Release release, Map<String, Long> counts, Warnings warnings) {
        RelationshipColumns columns = new RelationshipColumns(release);
        long inactive = columns.sort(release.relationships, true, counts, warnings);
        inactive += columns.sort(release.concreteValues, false, counts, warnings);
        counts.put("relationships, is-a", (long) columns.isAChild.size());
        counts.put("relationships, attributes", (long) columns.attributes.size());
        counts.put("relationships, concrete values", (long) columns.concretes.size());
        counts.put("relationships, inactive, left out", inactive);
        return columns;
    }

    private long sort(RowTable table, boolean withTarget, Map<String, Long> counts, Warnings warnings) {
        RowTable concepts = release.concepts;
        long inactive = 0;
        for (int row = 0; row < table.size(); row++) {
            if (!table.isActive(row)) {
                inactive++;
                continue;
            }
            if (table.get(row, Release.RELATIONSHIP_CHARACTERISTIC) != Sctid.INFERRED) {
                counts.merge("relationships, not inferred, left out", 1L, Long::sum);
                continue;
            }
            long typeId = table.get(row, Release.RELATIONSHIP_TYPE);
            int source = activeConcept(table, row, Release.RELATIONSHIP_SOURCE, "source", warnings);
            int target = withTarget ? activeConcept(table, row, Release.RELATIONSHIP_TARGET, "target", warnings) : 0;
            if (source < 0 || target < 0) {
                continue;
            }
            if (withTarget && typeId == Sctid.IS_A) {
                isAChild.add(source);
                isAParent.add(target);
            } else if (concepts.find(typeId) < 0) {
                warnings.add("relationship left out, its type is no concept here", Long.toString(typeId), table.origin(row));
            } else {
                (withTarget ? attributes : concretes).add(row);
            }
        }
        return inactive;
    }

    private int activeConcept(RowTable table, int row, int column, String role, Warnings warnings) {
        long id = table.get(row, column);
        int concept = release.concepts.find(id);
        if (concept < 0) {
            warnings.add("relationship left out, its " + role + " is no concept here", Long.toString(id), table.origin(row));
            return -1;
        }
        if (!release.concepts.isActive(concept)) {
            warnings.add("relationship left out, its " + role + " is inactive", Long.toString(id), table.origin(row));
            return -1;
        }
        return concept;
    }

    /** Rows of the concepts that are children in is-a relationships. */
    int[] isAChildren() {
        return isAChild.toIntArray();
    }

    /** Rows of their parents, in the same order. */
    int[] isAParents() {
        return isAParent.toIntArray();
    }

    void write(ColumnWriter columns, ConceptOrder order, SctidPool modules) throws IOException {
        int size = order.size();
        RowTable table = release.relationships;
        int[] rows = bySource(table, attributes.toIntArray(), order);
        int count = rows.length;
        int[] start = new int[size + 1];
        int[] source = new int[count];
        int[] type = new int[count];
        int[] target = new int[count];
        int[] group = new int[count];
        long[] id = new long[count];
        int[] module = new int[count];
        int[] time = new int[count];
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            source[i] = order.locate(table.get(row, Release.RELATIONSHIP_SOURCE));
            type[i] = order.locate(table.get(row, Release.RELATIONSHIP_TYPE));
            target[i] = order.locate(table.get(row, Release.RELATIONSHIP_TARGET));
            group[i] = (int) table.get(row, Release.RELATIONSHIP_GROUP);
            id[i] = table.id(row);
            module[i] = modules.add(table.get(row, Release.RELATIONSHIP_MODULE));
            time[i] = table.time(row);
            start[source[i] + 1]++;
        }
        sum(start);
        columns.ints(SnomedColumns.ATTRIBUTE_START, start);
        columns.ints(SnomedColumns.ATTRIBUTE_SOURCE, source);
        columns.ints(SnomedColumns.ATTRIBUTE_TYPE, type);
        columns.ints(SnomedColumns.ATTRIBUTE_TARGET, target);
        columns.ints(SnomedColumns.ATTRIBUTE_GROUP, group);
        columns.longs(SnomedColumns.ATTRIBUTE_ID, id);
        columns.ints(SnomedColumns.ATTRIBUTE_MODULE, module);
        columns.ints(SnomedColumns.ATTRIBUTE_TIME, time);
        writeInverse(columns, size, source, type, target);
        int[] concreteRows = bySource(release.concreteValues, concretes.toIntArray(), order);
        GroupRows groupRows = writeConcrete(columns, order, concreteRows, start, group);
        groupRows.write(columns);
        GroupPostings.write(columns, order.hierarchy(), type, target, groupRows);
    }

    private static int[] bySource(RowTable table, int[] rows, ConceptOrder concepts) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = (long) concepts.locate(table.get(rows[i], Release.RELATIONSHIP_SOURCE)) << 32 | rows[i];
        }
        java.util.Arrays.parallelSort(keys);
        int[] sorted = new int[rows.length];
        IntComparator withinSource = (one, other) -> {
            for (int column : SORTED_BY) {
                int order = Long.compare(table.get(one, column), table.get(other, column));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) keys[i];
            if (i + 1 == keys.length || keys[i] >>> 32 != keys[i + 1] >>> 32) {
                IntArrays.mergeSort(sorted, from, i + 1, withinSource);
                from = i + 1;
            }
        }
        return sorted;
    }

    private static void sum(int[] start) {
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
    }

    private static void writeInverse(ColumnWriter columns, int size, int[] source, int[] type, int[] target) throws IOException {
        int[] start = new int[size + 1];
        for (int concept : target) {
            start[concept + 1]++;
        }
        sum(start);
        int[] next = start.clone();
        int[] inverse = new int[source.length];
        for (int i = 0; i < source.length; i++) {
            inverse[next[target[i]]++] = i;
        }
        for (int concept = 0; concept < size; concept++) {
            if (start[concept + 1] - start[concept] > 1) {
                IntArrays.mergeSort(inverse, start[concept], start[concept + 1], (one, other) -> {
                    int byType = Integer.compare(type[one], type[other]);
                    return byType != 0 ? byType : Integer.compare(one, other);
                });
            }
        }
        columns.ints(SnomedColumns.INVERSE_START, start);
        columns.ints(SnomedColumns.INVERSE, inverse);
    }

    private GroupRows writeConcrete(
            ColumnWriter columns, ConceptOrder order, int[] rows, int[] attributeStart, int[] attributeGroup) throws IOException {
        RowTable table = release.concreteValues;
        TextPool values = new TextPool();
        int[] start = new int[order.size() + 1];
        int[] type = new int[rows.length];
        int[] group = new int[rows.length];
        int[] value = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            long text = table.get(rows[i], Release.RELATIONSHIP_TARGET);
            start[order.locate(table.get(rows[i], Release.RELATIONSHIP_SOURCE)) + 1]++;
            type[i] = order.locate(table.get(rows[i], Release.RELATIONSHIP_TYPE));
            group[i] = (int) table.get(rows[i], Release.RELATIONSHIP_GROUP);
            value[i] = values.add(release.concreteText.text((int) text, (int) text + (int) (text >>> 32)));
        }
        sum(start);
        columns.ints(SnomedColumns.CONCRETE_START, start);
        columns.ints(SnomedColumns.CONCRETE_TYPE, type);
        columns.ints(SnomedColumns.CONCRETE_GROUP, group);
        columns.ints(SnomedColumns.CONCRETE_VALUE, value);
        columns.texts(SnomedColumns.CONCRETE_VALUES, values.texts());
        return GroupRows.of(attributeStart, attributeGroup, start, group);
    }
}
