package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.normverk.terminology.search.Folding;
import no.normverk.terminology.search.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the designations of a code system version and writes the columns of text search; {@link DesignationIndex} tells how
 * they answer.
 *
 * <h2>Columns</h2>
 *
 * Designations are numbered by static rank: those of active concepts first, then shorter ones, then preferred ones, then by code.
 * Words are numbered in the order of their UTF-8 bytes, so that the words with a common beginning are a range of numbers.
 *
 * <pre>
 * text.concept         ints   concept of each designation
 * text.rank            ints   {@link Ranking#ofText} of each
 * text.words.start     ints   its words, in order, as numbers
 * text.words           ints
 * text.second          ints   the second of them, or -1
 * text.active          longs  one: how many designations belong to active concepts
 * text.ofConcept.start ints   designations by concept
 * text.ofConcept       ints
 * text.dictionary      texts  the words
 * text.range           longs  ascending: first word in the upper half, the word after the last in the lower
 * text.docs            bitmaps, for each word and then each range: designations with any of its words
 * text.firsts          bitmaps, likewise: designations whose first word is one of them
 * text.concepts        bitmaps, likewise, only where there are many: concepts of text.docs
 * text.octet.concept   ints   concept of each octet ({@link Octets})
 * text.octet.place     ints   where each begins in text.ofConcept
 * text.octet.set       ints   ascending: the sets of text.docs that have a list of octets, those for which text.concepts has one
 * text.octet.block     ints   for each list where each of its blocks begins in text.octet.entries, and where the last ends
 * text.octet.entries   ints   {@link OctetPostings}
 * text.class.language  texts  kinds of standing: language, or empty
 * text.class.dialects  texts  dialects parted by spaces
 * text.class           bitmaps of designations by kind of standing
 * </pre>
 *
 * A range is written for every beginning whose words would be costly to join when a question is asked: {@link
 * PostingsWriter#isCostly}. Editions that were compiled before there were octets have none of their columns.
 */
public final class DesignationIndexWriter {

    private record Standing(String language, String dialects) {}

    private final int concepts;
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<Standing, Integer> standingNumbers = new HashMap<>();
    private final List<Standing> standings = new ArrayList<>();
    private final IntArrayList conceptOf = new IntArrayList();
    private final IntArrayList rankOf = new IntArrayList();
    private final IntArrayList standingOf = new IntArrayList();
    private final IntArrayList wordStart = new IntArrayList();
    private final IntArrayList wordsOf = new IntArrayList();

    /** @param concepts how many concepts the version has */
    public DesignationIndexWriter(int concepts) {
        this.concepts = concepts;
    }

    /**
     * Adds a designation. Every concept must get one, or no question finds it.
     *
     * @param language BCP 47, or {@code null} when not known
     * @param dialects the dialects in which it is preferred or acceptable
     */
    public void add(int concept, String text, boolean preferred, @Nullable String language, List<String> dialects) {
        List<String> found = Folding.words(text);
        conceptOf.add(concept);
        rankOf.add(Ranking.ofText(Ranking.length(found), preferred));
        Standing standing = new Standing(language == null ? "" : language, String.join(" ", dialects));
        Integer number = standingNumbers.putIfAbsent(standing, standings.size());
        if (number == null) {
            number = standings.size();
            standings.add(standing);
        }
        standingOf.add((int) number);
        wordStart.add(wordsOf.size());
        for (String word : found) {
            Integer known = wordNumbers.putIfAbsent(word, words.size());
            if (known == null) {
                known = words.size();
                words.add(word);
            }
            wordsOf.add((int) known);
        }
    }

    /**
     * Writes the columns.
     *
     * @param codeRank for each concept the place of its code among all codes ordered as texts
     * @param isActive for each concept whether it is active
     */
    public void write(ColumnWriter columns, int[] codeRank, boolean[] isActive) throws IOException {
        wordStart.add(wordsOf.size());
        int[] order = order(codeRank, isActive);
        int count = order.length;
        int[] concept = new int[count];
        int[] rank = new int[count];
        int[] standing = new int[count];
        long active = 0;
        for (int doc = 0; doc < count; doc++) {
            concept[doc] = conceptOf.getInt(order[doc]);
            rank[doc] = rankOf.getInt(order[doc]);
            standing[doc] = standingOf.getInt(order[doc]);
            active += isActive[concept[doc]] ? 1 : 0;
        }
        columns.ints("text.concept", concept);
        columns.ints("text.rank", rank);
        columns.longs("text.active", new long[] {active});
        Groups ofConcept = Groups.of(concept, concepts);
        columns.ints("text.ofConcept.start", ofConcept.start());
        columns.ints("text.ofConcept", ofConcept.members());
        writeStandings(columns, standing);

        Dictionary dictionary = Dictionary.of(words);
        columns.texts("text.dictionary", dictionary.sorted());
        writeWords(columns, order, dictionary, concept, ofConcept);
    }

    /** The words in the order of their bytes, and the new number of each. */
    private record Dictionary(List<String> sorted, byte[][] utf8, int[] numberOf) {

        static Dictionary of(List<String> words) {
            byte[][] utf8 = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
            int[] sorted = new int[utf8.length];
            Arrays.setAll(sorted, word -> word);
            IntArrays.parallelQuickSort(sorted, (one, other) -> Arrays.compareUnsigned(utf8[one], utf8[other]));
            int[] numberOf = new int[sorted.length];
            for (int number = 0; number < sorted.length; number++) {
                numberOf[sorted[number]] = number;
            }
            return new Dictionary(
                    Arrays.stream(sorted).mapToObj(words::get).toList(),
                    Arrays.stream(sorted).mapToObj(word -> utf8[word]).toArray(byte[][]::new),
                    numberOf);
        }
    }

    private void writeWords(ColumnWriter columns, int[] order, Dictionary dictionary, int[] concept, Groups ofConcept)
            throws IOException {
        int count = order.length;
        int[] start = new int[count + 1];
        int[] inDoc = new int[wordsOf.size()];
        int[] second = new int[count];
        int filled = 0;
        for (int doc = 0; doc < count; doc++) {
            start[doc] = filled;
            for (int i = wordStart.getInt(order[doc]); i < wordStart.getInt(order[doc] + 1); i++) {
                inDoc[filled++] = dictionary.numberOf[wordsOf.getInt(i)];
            }
            second[doc] = filled - start[doc] > 1 ? inDoc[start[doc] + 1] : -1;
        }
        start[count] = filled;
        columns.ints("text.words.start", start);
        columns.ints("text.words", inDoc);
        columns.ints("text.second", second);
        new PostingsWriter(start, inDoc, concept, dictionary.utf8, ofConcept).write(columns);
    }

    private int[] order(int[] codeRank, boolean[] isActive) {
        int count = conceptOf.size();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            int concept = conceptOf.getInt(i);
            keys[i] = (isActive[concept] ? 0 : 1L << 62) | (long) rankOf.getInt(i) << 32 | codeRank[concept];
        }
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        IntArrays.parallelQuickSort(order, (one, other) -> {
            int byKey = Long.compare(keys[one], keys[other]);
            return byKey != 0 ? byKey : Integer.compare(one, other);
        });
        return order;
    }

    private void writeStandings(ColumnWriter columns, int[] standing) throws IOException {
        columns.texts("text.class.language", standings.stream().map(Standing::language).toList());
        columns.texts("text.class.dialects", standings.stream().map(Standing::dialects).toList());
        Groups groups = Groups.of(standing, standings.size());
        BitmapsWriter bitmaps = new BitmapsWriter();
        for (int i = 0; i < standings.size(); i++) {
            bitmaps.add(PostingsWriter.bitmap(groups.members(), groups.start()[i], groups.start()[i + 1]));
        }
        bitmaps.write(columns, "text.class");
    }

    /** Positions by key in compressed-row form, ascending. */
    record Groups(int[] start, int[] members) {

        static Groups of(int[] keys, int count) {
            int[] start = new int[count + 1];
            for (int key : keys) {
                start[key + 1]++;
            }
            for (int i = 0; i < count; i++) {
                start[i + 1] += start[i];
            }
            int[] next = start.clone();
            int[] members = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                members[next[keys[i]]++] = i;
            }
            return new Groups(start, members);
        }
    }
}
