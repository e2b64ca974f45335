package no.normverk.terminology.edition;

import java.util.List;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.edition.RankedDesignations.Prefix;
import no.normverk.terminology.search.Ranking;
import no.normverk.terminology.search.TextHits;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * A search for several words through {@link OctetPostings}: concepts come in order, each is counted once, and the best of its designations stands for it. A hit is one number, smaller when it is better:
 * inactive, in another language, not beginning with the query, and the number of the designation, which ranks it. When enough good ones are found, what cannot be better is counted without a look at its
 * designations.
 */
final class OctetSearch implements OctetPostings.Found {

    private static final int INACTIVE_SHIFT = 34;
    private static final int LANGUAGE_SHIFT = 33;
    private static final int BEGINS_SHIFT = 32;

    private final OctetPostings postings;
    private final RankedDesignations designations;
    private final ColumnFile.IntColumn ofConcept;
    private final List<Prefix> query;
    private final @Nullable ConceptSet within;
    private final @Nullable ImmutableRoaringBitmap wanted;
    private final BestHits hits;
    private int concept = -1;
    private boolean isWithin;
    private long best;
    private int total;

    /**
     * @param ofConcept the designations by concept
     * @param wanted the designations in the caller's languages, {@code null} for all
     */
    OctetSearch(
            OctetPostings postings,
            RankedDesignations designations,
            ColumnFile.IntColumn ofConcept,
            List<Prefix> query,
            @Nullable ConceptSet within,
            @Nullable ImmutableRoaringBitmap wanted,
            int limit) {
        this.postings = postings;
        this.designations = designations;
        this.ofConcept = ofConcept;
        this.query = query;
        this.within = within;
        this.wanted = wanted;
        this.hits = new BestHits(limit);
    }

    @Override
    public void octet(int of, int octet, int having, int first) {
        if (of != concept) {
            finish();
            concept = of;
            isWithin = within == null || within.contains(of);
            best = Long.MAX_VALUE;
        }
        long least = (having & first) != 0 ? 0 : 1L << BEGINS_SHIFT;
        if (isWithin && hits.isOfUse(least)) {
            best = Math.min(best, best(postings.place(octet), having, first, least));
        }
    }

    private void finish() {
        if (concept >= 0 && isWithin) {
            total++;
            hits.add(best);
        }
    }

    /**
     * Designations of a concept are in the order of their numbers: when the first is too bad, all are; and in any language the first that begins with the query is the best, or else the first.
     *
     * @param least the smallest hit that any of them can be by its kind
     */
    private long best(int place, int having, int first, long least) {
        int foremost = ofConcept.get(place + Integer.numberOfTrailingZeros(having));
        if (!hits.isOfUse(hit(foremost, false, least == 0))) {
            return Long.MAX_VALUE;
        }
        return wanted == null ? bestOfAny(place, having & first, foremost) : bestByLanguage(wanted, place, having, first);
    }

    private long bestOfAny(int place, int first, int foremost) {
        for (int bits = first; bits != 0; bits &= bits - 1) {
            int designation = ofConcept.get(place + Integer.numberOfTrailingZeros(bits));
            if (designations.begins(designation, query)) {
                return hit(designation, false, true);
            }
        }
        return hit(foremost, false, false);
    }

    private long bestByLanguage(ImmutableRoaringBitmap inLanguage, int place, int having, int first) {
        long found = Long.MAX_VALUE;
        for (int bits = having; bits != 0; bits &= bits - 1) {
            int bit = Integer.numberOfTrailingZeros(bits);
            int designation = ofConcept.get(place + bit);
            boolean begins = (first >> bit & 1) != 0 && designations.begins(designation, query);
            found = Math.min(found, hit(designation, !inLanguage.contains(designation), begins));
        }
        return found;
    }

    private long hit(int designation, boolean otherLanguage, boolean begins) {
        return (designation >= designations.active() ? 1L << INACTIVE_SHIFT : 0)
                | (otherLanguage ? 1L << LANGUAGE_SHIFT : 0)
                | (begins ? 0 : 1L << BEGINS_SHIFT)
                | designation;
    }

    /** The answer, when all octets have been told. */
    TextHits answer() {
        finish();
        concept = -1;
        long[] found = hits.best();
        int[] ordinals = new int[found.length];
        long[] scores = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            int designation = (int) found[i];
            ordinals[i] = designations.concept(designation);
            boolean otherLanguage = (found[i] >> LANGUAGE_SHIFT & 1) != 0;
            int match = (found[i] >> BEGINS_SHIFT & 1) != 0 ? Ranking.WORDS : Ranking.BEGINS;
            scores[i] = designations.score(designation, otherLanguage, match, query);
        }
        return new TextHits(total, ordinals, scores);
    }
}
