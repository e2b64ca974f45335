package no.normverk.terminology.edition;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Languages;
import no.normverk.terminology.edition.RankedDesignations.Prefix;
import no.normverk.terminology.search.Folding;
import no.normverk.terminology.search.Ranking;
import no.normverk.terminology.search.Spelling;
import no.normverk.terminology.search.TextHits;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.BufferFastAggregation;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Text search in an edition.
 *
 * <p>Designations are numbered by static rank, so that a set of designations read in ascending order is read best first. For
 * every word, and every beginning of many words, the set is stored; a question intersects one set per word. Those of the
 * intersection whose first words begin with the query come before the others, and among them the exact ones come by themselves,
 * being shortest. So a page costs what it shows; the total costs one look at each match, or, for a query of one word, nothing,
 * since the concepts of large sets are stored. A question of several words that many designations have is answered through {@link OctetPostings} instead, where the edition has them.
 *
 * <p>{@link DesignationIndexWriter} describes the columns.
 */
public final class DesignationIndex implements TextSearch {

    private static final int BATCH = 256;
    private static final int LANGUAGES_REMEMBERED = 32;
    /**
     * When the concepts to search in are so many times fewer than the matches, their designations are looked at instead of the
     * matches.
     */
    private static final int MUCH_FEWER = 8;
    /** When there are so many times more concepts than designations, the designations' concepts are sorted rather than put into a bit set of all. */
    private static final int FEW_OF_ALL = 512;

    private final int concepts;
    private final RankedDesignations designations;
    private final ColumnFile.IntColumn ofConceptStart;
    private final ColumnFile.IntColumn ofConcept;
    private final WordDictionary dictionary;
    private final long[] ranges;
    private final @Nullable OctetPostings octets;
    private final Bitmaps docs;
    private final Bitmaps firsts;
    private final Bitmaps conceptSets;
    private final TextColumn classLanguages;
    private final TextColumn classDialects;
    private final Bitmaps classes;
    private final MutableRoaringBitmap everything;
    private final Map<List<String>, ImmutableRoaringBitmap> wanted = new ConcurrentHashMap<>();

    /** Opens the columns; the index can be used as long as the file is open. */
    public DesignationIndex(ColumnFile columns) {
        designations = new RankedDesignations(columns);
        ofConceptStart = columns.mappedInts("text.ofConcept.start");
        ofConcept = columns.mappedInts("text.ofConcept");
        dictionary = new WordDictionary(columns.texts("text.dictionary"));
        ranges = columns.longs("text.range");
        octets = OctetPostings.open(columns);
        docs = Bitmaps.open(columns, "text.docs");
        firsts = Bitmaps.open(columns, "text.firsts");
        conceptSets = Bitmaps.open(columns, "text.concepts");
        classLanguages = columns.texts("text.class.language");
        classDialects = columns.texts("text.class.dialects");
        classes = Bitmaps.open(columns, "text.class");
        concepts = ofConceptStart.size() - 1;
        everything = new MutableRoaringBitmap();
        everything.add(0L, designations.size());
    }

    @Override
    public ConceptSet matches(String query) {
        List<Prefix> prefixes = prefixes(query);
        if (prefixes.isEmpty()) {
            return ConceptSet.range(0, concepts);
        }
        ImmutableRoaringBitmap stored = prefixes.size() == 1 ? storedConcepts(prefixes.getFirst().words()) : null;
        return ConceptSet.of(stored != null ? stored.toRoaringBitmap() : conceptsOf(documents(prefixes)));
    }

    @Override
    public TextHits search(String query, @Nullable ConceptSet within, Languages languages, int limit) {
        List<Prefix> prefixes = prefixes(query);
        int[] lists = octetLists(prefixes);
        if (octets != null && lists != null) {
            ImmutableRoaringBitmap inLanguage = languages.isEmpty() ? null : wanted(languages);
            OctetSearch search = new OctetSearch(octets, designations, ofConcept, prefixes, within, inLanguage, limit);
            octets.intersect(lists, within, search);
            return search.answer();
        }
        ImmutableRoaringBitmap matching = prefixes.isEmpty() ? everything : documents(prefixes);
        boolean narrowed = within != null && (long) within.cardinality() * MUCH_FEWER < matching.getCardinality();
        if (within != null && narrowed) {
            matching = ImmutableRoaringBitmap.and(matching, documentsOf(within));
        }
        int total = total(prefixes, matching, within);
        Page page = new Page(prefixes, within, Math.min(limit, total));
        if (!page.isFull()) {
            ImmutableRoaringBitmap beginning = prefixes.isEmpty() ? matching : beginning(prefixes, matching, narrowed);
            fill(page, matching, beginning, languages, Ranking.WORDS);
        }
        return page.hits(total);
    }

    /**
     * Words that are taken as they are come first: what they leave nothing of needs no looking for the others. Of the others the one with the fewest designations comes first, and of the next only what
     * is among those is gathered.
     */
    @Override
    public TextHits searchSimilar(String query, @Nullable ConceptSet within, Languages languages, int limit) {
        List<Prefix> taken = new ArrayList<>();
        List<List<ImmutableRoaringBitmap>> corrected = new ArrayList<>();
        for (String word : Folding.words(query)) {
            if (Spelling.isCorrected(word)) {
                corrected.add(dictionary.similarTo(word).stream().map(range -> union(docs, range)).toList());
            } else {
                taken.add(prefix(word));
            }
        }
        corrected.sort(Comparator.comparingLong(sets ->
                sets.stream().mapToLong(ImmutableRoaringBitmap::getLongCardinality).sum()));
        ImmutableRoaringBitmap matching = taken.isEmpty() ? everything : documents(taken);
        for (List<ImmutableRoaringBitmap> sets : corrected) {
            matching = having(sets, matching);
        }
        int total = distinct(matching, within);
        Page page = new Page(List.of(), within, Math.min(limit, total));
        if (!page.isFull()) {
            fill(page, matching, new MutableRoaringBitmap(), languages, Ranking.SIMILAR);
        }
        return page.hits(total);
    }

    /** Those of the designations that are in one of the sets. */
    private ImmutableRoaringBitmap having(List<ImmutableRoaringBitmap> sets, ImmutableRoaringBitmap among) {
        if (among == everything) {
            return BufferFastAggregation.or(sets.toArray(ImmutableRoaringBitmap[]::new));
        }
        MutableRoaringBitmap having = new MutableRoaringBitmap();
        if (!among.isEmpty()) {
            sets.forEach(set -> having.or(ImmutableRoaringBitmap.and(among, set)));
        }
        return having;
    }

    /** The lists of octets for all words of a query of several; {@code null} when one has so few designations that there is none: those are soon looked through. */
    private int @Nullable [] octetLists(List<Prefix> prefixes) {
        if (octets == null || prefixes.size() < 2) {
            return null;
        }
        int[] lists = new int[prefixes.size()];
        for (int i = 0; i < lists.length; i++) {
            int stored = stored(prefixes.get(i).words());
            lists[i] = stored < 0 ? -1 : octets.list(stored);
            if (lists[i] < 0) {
                return null;
            }
        }
        return lists;
    }

    /**
     * Group by group in the order of the score: active before inactive, wanted languages before others, beginnings before other
     * matches.
     *
     * @param match what those other matches are
     */
    private void fill(
            Page page, ImmutableRoaringBitmap matching, ImmutableRoaringBitmap beginning, Languages languages, int match) {
        boolean anyLanguage = languages.isEmpty();
        ImmutableRoaringBitmap inLanguage = anyLanguage ? everything : wanted(languages);
        ImmutableRoaringBitmap wantedBeginning = anyLanguage ? beginning : ImmutableRoaringBitmap.and(beginning, inLanguage);
        ImmutableRoaringBitmap wantedMatching = anyLanguage ? matching : ImmutableRoaringBitmap.and(matching, inLanguage);
        for (int inactive = 0; inactive <= 1 && !page.isFull(); inactive++) {
            int from = inactive == 0 ? 0 : designations.active();
            int to = inactive == 0 ? designations.active() : designations.size();
            page.group(false);
            page.take(wantedBeginning, from, to, Ranking.BEGINS);
            page.take(wantedMatching, from, to, match);
            if (!anyLanguage && !page.isFull()) {
                page.group(true);
                page.take(ImmutableRoaringBitmap.andNot(beginning, inLanguage), from, to, Ranking.BEGINS);
                page.take(ImmutableRoaringBitmap.andNot(matching, inLanguage), from, to, match);
            }
        }
    }

    /** The hits gathered so far. */
    private final class Page {
        private final List<Prefix> prefixes;
        private final @Nullable ConceptSet within;
        private final int limit;
        private final IntArrayList ordinals = new IntArrayList();
        private final LongArrayList scored = new LongArrayList();
        private final IntOpenHashSet seen = new IntOpenHashSet();
        private boolean otherLanguage;

        Page(List<Prefix> prefixes, @Nullable ConceptSet within, int limit) {
            this.prefixes = prefixes;
            this.within = within;
            this.limit = limit;
        }

        TextHits hits(int total) {
            return new TextHits(total, ordinals.toIntArray(), scored.toLongArray());
        }

        boolean isFull() {
            return ordinals.size() >= limit;
        }

        void group(boolean ofOtherLanguage) {
            otherLanguage = ofOtherLanguage;
        }

        /**
         * Takes the designations from one number up to another in their order; of each concept only the first counts. Where
         * beginnings are asked for, {@code documents} have the first word right, and the others are looked at here.
         */
        void take(ImmutableRoaringBitmap documents, int from, int to, int match) {
            PeekableIntIterator each = documents.getIntIterator();
            each.advanceIfNeeded(from);
            while (!isFull() && each.hasNext()) {
                int document = each.next();
                if (document >= to) {
                    return;
                }
                if (match != Ranking.BEGINS || designations.begins(document, prefixes)) {
                    add(document, match);
                }
            }
        }

        private void add(int document, int match) {
            int concept = designations.concept(document);
            if ((within == null || within.contains(concept)) && seen.add(concept)) {
                ordinals.add(concept);
                scored.add(designations.score(document, otherLanguage, match, prefixes));
            }
        }
    }

    private int total(List<Prefix> prefixes, ImmutableRoaringBitmap matching, @Nullable ConceptSet within) {
        if (prefixes.isEmpty()) {
            return within == null ? concepts : within.cardinality();
        }
        ImmutableRoaringBitmap stored = prefixes.size() == 1 ? storedConcepts(prefixes.getFirst().words()) : null;
        if (stored != null) {
            return within == null
                    ? stored.getCardinality()
                    : ImmutableRoaringBitmap.andCardinality(stored, within.bitmap().toMutableRoaringBitmap());
        }
        return distinct(matching, within);
    }

    /** How many concepts have one of the designations. */
    private int distinct(ImmutableRoaringBitmap documents, @Nullable ConceptSet within) {
        boolean few = (long) documents.getCardinality() * FEW_OF_ALL < concepts;
        boolean narrowed = within != null && within.cardinality() < concepts;
        RoaringBitmap found = few ? conceptsOf(documents) : BitSetUtil.bitmapOf(bits(documents));
        return within != null && narrowed ? RoaringBitmap.andCardinality(found, within.bitmap()) : found.getCardinality();
    }

    /** The concepts of the designations as a bit set. There is nothing to decide in the loop, so that the processor reads ahead in a table that is larger than its caches. */
    private long[] bits(ImmutableRoaringBitmap documents) {
        long[] bits = new long[(concepts >> 6) + 1];
        BatchIterator batches = documents.getBatchIterator();
        int[] batch = new int[BATCH];
        while (batches.hasNext()) {
            int length = batches.nextBatch(batch);
            for (int i = 0; i < length; i++) {
                int concept = designations.concept(batch[i]);
                bits[concept >> 6] |= 1L << concept;
            }
        }
        return bits;
    }

    private RoaringBitmap conceptsOf(ImmutableRoaringBitmap documents) {
        int[] found = documents.toArray();
        for (int i = 0; i < found.length; i++) {
            found[i] = designations.concept(found[i]);
        }
        return PostingsWriter.bitmap(found, 0, found.length);
    }

    private ImmutableRoaringBitmap documentsOf(ConceptSet within) {
        IntArrayList found = new IntArrayList();
        within.forEach(concept -> {
            for (int i = ofConceptStart.get(concept); i < ofConceptStart.get(concept + 1); i++) {
                found.add(ofConcept.get(i));
            }
        });
        return PostingsWriter.bitmap(found.elements(), 0, found.size()).toMutableRoaringBitmap();
    }

    /** The designations with a word for every prefix. */
    private ImmutableRoaringBitmap documents(List<Prefix> prefixes) {
        ImmutableRoaringBitmap[] sets = prefixes.stream()
                .map(prefix -> union(docs, prefix.words()))
                .sorted(Comparator.comparingInt(ImmutableRoaringBitmap::getCardinality))
                .toArray(ImmutableRoaringBitmap[]::new);
        ImmutableRoaringBitmap common = sets[0];
        for (int i = 1; i < sets.length; i++) {
            common = ImmutableRoaringBitmap.and(common, sets[i]);
        }
        return common;
    }

    /**
     * The designations whose first word begins with the first word of the query; of more than the matches only when that is
     * cheaper.
     */
    private ImmutableRoaringBitmap beginning(List<Prefix> prefixes, ImmutableRoaringBitmap matching, boolean narrowed) {
        ImmutableRoaringBitmap candidates = union(firsts, prefixes.getFirst().words());
        return prefixes.size() == 1 && !narrowed ? candidates : ImmutableRoaringBitmap.and(candidates, matching);
    }

    /** The union of the words' sets: one stored set, or a few joined. */
    private ImmutableRoaringBitmap union(Bitmaps sets, WordDictionary.Range words) {
        int stored = stored(words);
        if (stored >= 0) {
            return orEmpty(sets.get(stored));
        }
        ImmutableRoaringBitmap[] some = new ImmutableRoaringBitmap[words.to() - words.from()];
        for (int i = 0; i < some.length; i++) {
            some[i] = orEmpty(sets.get(words.from() + i));
        }
        return BufferFastAggregation.or(some);
    }

    private static ImmutableRoaringBitmap orEmpty(@Nullable ImmutableRoaringBitmap bitmap) {
        return bitmap == null ? new MutableRoaringBitmap() : bitmap;
    }

    private @Nullable ImmutableRoaringBitmap storedConcepts(WordDictionary.Range words) {
        int stored = stored(words);
        return stored < 0 ? null : conceptSets.get(stored);
    }

    /** The place of the set of a single word or a stored range, or -1. */
    private int stored(WordDictionary.Range words) {
        if (words.to() - words.from() == 1) {
            return words.from();
        }
        int position = Arrays.binarySearch(ranges, (long) words.from() << 32 | words.to());
        return position < 0 ? -1 : dictionary.size() + position;
    }

    private List<Prefix> prefixes(String query) {
        return Folding.words(query).stream().map(this::prefix).toList();
    }

    private Prefix prefix(String word) {
        return new Prefix(dictionary.beginningWith(word), word.length());
    }

    /** The designations in the caller's languages; remembered for the languages asked for most recently. */
    private ImmutableRoaringBitmap wanted(Languages languages) {
        ImmutableRoaringBitmap known = wanted.get(languages.ranges());
        if (known != null) {
            return known;
        }
        MutableRoaringBitmap found = new MutableRoaringBitmap();
        for (int i = 0; i < classes.size(); i++) {
            String language = classLanguages.get(i);
            String dialects = classDialects.get(i);
            List<String> tags = dialects.isEmpty() ? List.of() : List.of(dialects.split(" "));
            if (Ranking.isWanted(languages, language.isEmpty() ? null : language, tags)) {
                found.or(orEmpty(classes.get(i)));
            }
        }
        if (wanted.size() >= LANGUAGES_REMEMBERED) {
            wanted.clear();
        }
        wanted.put(languages.ranges(), found);
        return found;
    }
}
