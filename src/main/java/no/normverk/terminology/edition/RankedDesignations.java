package no.normverk.terminology.edition;

import java.util.List;
import no.normverk.terminology.search.Ranking;

/** The designations of an index, numbered by static rank: what each is of, how good it is, and its words. */
final class RankedDesignations {

    /** The words that begin with one word of a query, and the length of that. */
    record Prefix(WordDictionary.Range words, int length) {}

    private final int[] conceptOf;
    private final ColumnFile.IntColumn rankOf;
    private final int[] secondWord;
    private final ColumnFile.IntColumn wordStart;
    private final ColumnFile.IntColumn wordsOf;
    private final int active;

    RankedDesignations(ColumnFile columns) {
        conceptOf = columns.ints("text.concept");
        rankOf = columns.mappedInts("text.rank");
        secondWord = columns.ints("text.second");
        wordStart = columns.mappedInts("text.words.start");
        wordsOf = columns.mappedInts("text.words");
        active = (int) columns.longs("text.active")[0];
    }

    int size() {
        return conceptOf.length;
    }

    /** How many belong to active concepts: they come first. */
    int active() {
        return active;
    }

    int concept(int designation) {
        return conceptOf[designation];
    }

    /** Of one whose first word begins with the first word of the query, whether the words after it begin with those of the query, one by one. */
    boolean begins(int designation, List<Prefix> query) {
        if (query.size() < 2) {
            return true;
        }
        if (!query.get(1).words().has(secondWord[designation])) {
            return false;
        }
        int start = wordStart.get(designation);
        if (wordStart.get(designation + 1) - start < query.size()) {
            return false;
        }
        for (int i = 2; i < query.size(); i++) {
            if (!query.get(i).words().has(wordsOf.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * How good a designation is.
     *
     * @param match {@link Ranking#BEGINS} also of those that are exact: a designation that begins with the words of the query and is no longer than they are is the query
     */
    long score(int designation, boolean otherLanguage, int match, List<Prefix> query) {
        int rank = rankOf.get(designation);
        boolean exact = match == Ranking.BEGINS && rank >> 1 == Math.min(length(query), Ranking.GREATEST_LENGTH);
        return Ranking.score(designation >= active, otherLanguage, exact ? Ranking.EXACT : match, rank);
    }

    private static int length(List<Prefix> query) {
        int length = Math.max(0, query.size() - 1);
        for (Prefix prefix : query) {
            length += prefix.length();
        }
        return length;
    }
}
