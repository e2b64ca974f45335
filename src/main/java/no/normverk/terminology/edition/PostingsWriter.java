package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** Writes for every word, and every range of words with a common beginning, which designations have it. */
final class PostingsWriter {

    /** From so many designations on the concepts and octets are stored too: fewer are soon looked through. */
    private static final int MANY = 1000;
    /** So many words may be joined when a question is asked. */
    private static final int WORDS_JOINED = 16;
    /** From so many postings on they are put into a bit set instead of being sorted. */
    private static final int DENSE = 1 << 14;

    private final int[] concept;
    private final byte[][] dictionary;
    private final DesignationIndexWriter.Groups all;
    private final DesignationIndexWriter.Groups firsts;
    private final BitmapsWriter docs = new BitmapsWriter();
    private final BitmapsWriter firstDocs = new BitmapsWriter();
    private final BitmapsWriter concepts = new BitmapsWriter();
    private final OctetPostingsWriter octets;

    PostingsWriter(int[] start, int[] words, int[] concept, byte[][] dictionary, DesignationIndexWriter.Groups ofConcept) {
        this.concept = concept;
        this.dictionary = dictionary;
        octets = new OctetPostingsWriter(ofConcept);
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
        long[] ranges = ranges();
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
        octets.write(columns);
    }

    /**
     * Whether joining the sets of these words is too much work for a question: more than 16 words, or several with over 1,000
     * postings.
     */
    private boolean isCostly(int fromWord, int toWord) {
        int words = toWord - fromWord;
        return words > WORDS_JOINED || (words > 1 && all.start()[toWord] - all.start()[fromWord] >= MANY);
    }

    /** The costly ranges of words that share a beginning, ascending, each once. */
    private long[] ranges() {
        LongArrayList ranges = new LongArrayList();
        addRanges(0, dictionary.length, 0, ranges);
        return Arrays.stream(ranges.toLongArray()).sorted().distinct().toArray();
    }

    private void addRanges(int from, int to, int depth, LongArrayList ranges) {
        int first = from;
        while (first < to && dictionary[first].length <= depth) {
            first++;
        }
        while (first < to) {
            byte next = dictionary[first][depth];
            int end = first + 1;
            while (end < to && dictionary[end][depth] == next) {
                end++;
            }
            if (isCostly(first, end)) {
                ranges.add((long) first << 32 | end);
                addRanges(first, end, depth + 1, ranges);
            }
            first = end;
        }
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
        octets.add(docs.size() - 1, ofDocs, firsts.members(), firsts.start()[fromWord], firsts.start()[toWord]);
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
