package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.util.Arrays;

/** Writes what {@link OctetPostings} reads. */
final class OctetPostingsWriter {

    private final Octets octets;
    /** For each designation its octet, and its place in that. */
    private final int[] placeOf;

    private final char[] bytes;
    private final IntArrayList sets = new IntArrayList();
    private final IntArrayList blocks = new IntArrayList();
    private final IntArrayList entries = new IntArrayList();

    OctetPostingsWriter(DesignationIndexWriter.Groups ofConcept) {
        octets = Octets.of(ofConcept.start());
        placeOf = new int[ofConcept.members().length];
        bytes = new char[octets.count()];
        for (int octet = 0; octet < octets.count(); octet++) {
            int from = octets.place()[octet];
            for (int place = from; place < octets.place()[octet + 1]; place++) {
                placeOf[ofConcept.members()[place]] = octet * Octets.SIZE + place - from;
            }
        }
    }

    /**
     * Adds a list.
     *
     * @param set the number of the set of designations among all
     * @param having the designations, any may repeat
     * @param first those among them that begin with the word, from {@code from} up to {@code to}
     */
    void add(int set, int[] having, int[] first, int from, int to) {
        int[] touched = new int[having.length];
        int count = 0;
        for (int designation : having) {
            int octet = placeOf[designation] / Octets.SIZE;
            if (bytes[octet] == 0) {
                touched[count++] = octet;
            }
            bytes[octet] |= (char) (1 << Octets.SIZE << placeOf[designation] % Octets.SIZE);
        }
        for (int i = from; i < to; i++) {
            bytes[placeOf[first[i]] / Octets.SIZE] |= (char) (1 << placeOf[first[i]] % Octets.SIZE);
        }
        IntArrays.unstableSort(touched, 0, count);
        sets.add(set);
        blocks.add(entries.size());
        int ended = 0;
        for (int i = 0; i < count; i++) {
            int octet = touched[i];
            for (; ended < octet >>> OctetPostings.BLOCK_BITS; ended++) {
                blocks.add(entries.size());
            }
            entries.add(OctetPostings.entry(octet, bytes[octet] >>> Octets.SIZE, bytes[octet] & 0xff));
            bytes[octet] = 0;
        }
        for (; ended < OctetPostings.blockCount(octets.count()); ended++) {
            blocks.add(entries.size());
        }
    }

    void write(ColumnWriter columns) throws IOException {
        columns.ints("text.octet.concept", octets.concept());
        columns.ints("text.octet.place", octets.place());
        columns.ints("text.octet.set", Arrays.copyOf(sets.elements(), sets.size()));
        columns.ints("text.octet.block", Arrays.copyOf(blocks.elements(), blocks.size()));
        columns.ints("text.octet.entries", entries.elements(), entries.size());
    }
}
