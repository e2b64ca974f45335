package no.normverk.snomed;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import no.normverk.terminology.edition.ColumnWriter;

/**
 * Numbers the relationship groups of all concepts, in the order of the concepts. What one concept has in one group, relationships
 * and concrete values, shares a row; everything in group 0 stands alone and has a row of its own. So "both in one group" is an
 * intersection of sets of rows.
 */
record GroupRows(int[] rowOfAttribute, int[] rowOfConcrete, int[] conceptOfRow) {

    /** Both kinds are ordered by concept, then group. */
    static GroupRows of(int[] attributeStart, int[] attributeGroup, int[] concreteStart, int[] concreteGroup) {
        int[] rowOfAttribute = new int[attributeGroup.length];
        int[] rowOfConcrete = new int[concreteGroup.length];
        IntArrayList concepts = new IntArrayList();
        for (int concept = 0; concept + 1 < attributeStart.length; concept++) {
            int a = attributeStart[concept];
            int c = concreteStart[concept];
            int last = 0;
            while (a < attributeStart[concept + 1] || c < concreteStart[concept + 1]) {
                boolean attribute = c == concreteStart[concept + 1]
                        || (a < attributeStart[concept + 1] && attributeGroup[a] <= concreteGroup[c]);
                int group = attribute ? attributeGroup[a] : concreteGroup[c];
                if (group == 0 || group != last) {
                    concepts.add(concept);
                }
                last = group;
                if (attribute) {
                    rowOfAttribute[a++] = concepts.size() - 1;
                } else {
                    rowOfConcrete[c++] = concepts.size() - 1;
                }
            }
        }
        return new GroupRows(rowOfAttribute, rowOfConcrete, concepts.toIntArray());
    }

    void write(ColumnWriter columns) throws IOException {
        columns.ints(SnomedColumns.ATTRIBUTE_ROW, rowOfAttribute);
        columns.ints(SnomedColumns.CONCRETE_ROW, rowOfConcrete);
        columns.ints(SnomedColumns.ROW_CONCEPT, conceptOfRow);
    }
}
