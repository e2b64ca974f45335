package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** Writes for every word, and every range of words with a common beginning, which designations have it. */
final class PostingsWriter {

    /** From so many designations on the concepts are stored too: fewer are soon counted. */
    private static final int MANY = 1000;
    /** From so many postings on they are put into a bit set instead of being sorted. */
    private static final int DENSE = 1 << 14;

    private final int[] concept;
    private final byte[][] dictionary;
    private final DesignationIndexWriter.Groups all;
    private final DesignationIndexWriter.Groups firsts;
    private final BitmapsWriter docs = new BitmapsWriter();
    private final BitmapsWriter firstDocs = new BitmapsWriter();
    private final BitmapsWriter concepts = new BitmapsWriter();

    PostingsWriter(int[] start, int[] words, int[] concept, byte[][] dictionary) {
        this.concept = concept;
        this.dictionary = dictionary;
        int count = concept.length;
        int[] docOf = new int[words.length];
        int[] first = new int[count];
        for (int doc = 0; doc < count; doc++) {
            Arrays.fill(docOf, start[doc], start[doc + 1], doc);
            first[doc] = start[doc] < start[doc + 1] ? words[start[doc]] : dictionary.length;
        }
        DesignationIndexWriter.Groups positions = DesignationIndexWriter.Groups.of(words, dictionary.length);
        int[] members = positions.members();
        for (int i = 0; i < members.length; i++) {
            members[i] = docOf[members[i]];
        }
        all = positions;
        firsts = DesignationIndexWriter.Groups.of(first, dictionary.length + 1);
    }

    void write(ColumnWriter columns) throws IOException {
        long[] ranges = DesignationIndexWriter.ranges(dictionary);
        for (int word = 0; word < dictionary.length; word++) {
            add(word, word + 1);
        }
        for (long range : ranges) {
            add((int) (range >>> 32), (int) range);
        }
        columns.longs("text.range", ranges);
        docs.write(columns, "text.docs");
        firstDocs.write(columns, "text.firsts");
        concepts.write(columns, "text.concepts");
    }

    private void add(int fromWord, int toWord) {
        RoaringBitmap found = bitmap(all.members(), all.start()[fromWord], all.start()[toWord]);
        docs.add(found);
        firstDocs.add(bitmap(firsts.members(), firsts.start()[fromWord], firsts.start()[toWord]));
        if (found.getCardinality() < MANY) {
            concepts.addNone();
            return;
        }
        int[] ofDocs = found.toArray();
        for (int i = 0; i < ofDocs.length; i++) {
            ofDocs[i] = concept[ofDocs[i]];
        }
        concepts.add(bitmap(ofDocs, 0, ofDocs.length));
    }

    /** The bitmap of numbers that may be unordered and repeat. */
    static RoaringBitmap bitmap(int[] numbers, int from, int to) {
        RoaringBitmap bitmap;
        if (to - from < DENSE) {
            int[] sorted = Arrays.copyOfRange(numbers, from, to);
            IntArrays.unstableSort(sorted);
            bitmap = RoaringBitmap.bitmapOf(sorted);
        } else {
            BitSet bits = new BitSet();
            for (int i = from; i < to; i++) {
                bits.set(numbers[i]);
            }
            bitmap = BitSetUtil.bitmapOf(bits);
        }
        bitmap.runOptimize();
        return bitmap;
    }
}
