package no.normverk.terminology.search;

import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Search by words in the displays and designations of one code system version.
 *
 * <p>Every word of the query must be the beginning of some word of one and the same text, in any order, after {@link Folding}. An empty query, or
 * one without letters and digits, matches everything.
 */
public interface TextSearch {

    /** The concepts with a matching text. */
    ConceptSet matches(String query);

    /**
     * The best matches, best first: active concepts before inactive ones; texts in the caller's languages before others; a text that is exactly the
     * query, then one whose first words begin with the words of the query, then others; shorter texts first; preferred texts first; ties are broken by
     * code. So the order is total, and pages put together are the whole. {@link Ranking} makes the scores.
     *
     * @param within only these concepts, or {@code null} for all
     * @param limit how many hits to rank and return; the total is exact whatever the limit
     */
    TextHits search(String query, @Nullable ConceptSet within, Languages languages, int limit);

    /**
     * The same for a query that may be mistyped: every word of it may be any of its {@link Spelling#variants}. All matches count as {@link Ranking#SIMILAR}. To be asked
     * when {@link #search} finds nothing.
     */
    TextHits searchSimilar(String query, @Nullable ConceptSet within, Languages languages, int limit);
}
