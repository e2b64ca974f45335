package no.normverk.terminology.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Search by looking at every text: for systems small enough that an index would cost more than it saves. */
public final class LinearTextSearch implements TextSearch {

    private final CodeSystemVersion system;

    public LinearTextSearch(CodeSystemVersion system) {
        this.system = system;
    }

    private record Hit(int ordinal, long score, String code) {}

    @Override
    public ConceptSet matches(String query) {
        List<String> words = Folding.words(query);
        return words.isEmpty() ? system.all() : ConceptSet.where(system.size(), ordinal -> score(ordinal, words, Languages.ANY) >= 0);
    }

    @Override
    public TextHits search(String query, @Nullable ConceptSet within, Languages languages, int limit) {
        List<String> words = Folding.words(query);
        List<Hit> hits = new ArrayList<>();
        RoaringBitmap candidates = (within == null ? system.all() : within).bitmap();
        candidates.forEach((org.roaringbitmap.IntConsumer) ordinal -> {
            long score = score(ordinal, words, languages);
            if (score >= 0) {
                hits.add(new Hit(ordinal, score, system.code(ordinal)));
            }
        });
        hits.sort(Comparator.comparingLong(Hit::score).thenComparing(Hit::code));
        List<Hit> best = hits.subList(0, Math.min(limit, hits.size()));
        return new TextHits(
                hits.size(),
                best.stream().mapToInt(Hit::ordinal).toArray(),
                best.stream().mapToLong(Hit::score).toArray());
    }

    private long score(int ordinal, List<String> words, Languages languages) {
        long best = -1;
        String display = system.display(ordinal);
        if (display != null) {
            best = better(best, score(display, words, true, languages.isEmpty() || languages.wants(system.displayLanguage(ordinal))));
        }
        for (Designation designation : system.designations(ordinal)) {
            boolean wanted = languages.isEmpty() || languages.wants(designation.language());
            best = better(best, score(designation.value(), words, false, wanted));
        }
        return best;
    }

    private static long better(long first, long second) {
        return first < 0 ? second : second < 0 ? first : Math.min(first, second);
    }

    private static long score(String text, List<String> queryWords, boolean preferred, boolean wantedLanguage) {
        List<String> words = Folding.words(text);
        for (String queryWord : queryWords) {
            if (words.stream().noneMatch(word -> word.startsWith(queryWord))) {
                return -1;
            }
        }
        int fit = words.equals(queryWords) ? 0 : startsWith(words, queryWords) ? 1 : 2;
        long length = Math.min(text.toLowerCase(Locale.ROOT).length(), 0xFFFF);
        return ((wantedLanguage ? 0L : 1L) << 32) | ((long) fit << 24) | (length << 1) | (preferred ? 0 : 1);
    }

    private static boolean startsWith(List<String> words, List<String> queryWords) {
        for (int i = 0; i < queryWords.size(); i++) {
            if (i >= words.size() || !words.get(i).startsWith(queryWords.get(i))) {
                return false;
            }
        }
        return true;
    }
}
