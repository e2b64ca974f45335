package no.normverk.terminology.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Text search that looks at every text: for small systems, and as the measure for those that use an index. Texts are folded at the first question. A concept
 * without any text is found by its code. Designations that define rather than name are left out.
 */
public final class LinearTextSearch implements TextSearch {

    private static final Set<String> DEFINING = Set.of("900000000000550004", "definition");

    private record Text(String normalised, String[] words, int ofText, @Nullable String language, List<Acceptability> dialects) {

        boolean matches(List<String> prefixes) {
            for (String prefix : prefixes) {
                if (Arrays.stream(words).noneMatch(word -> word.startsWith(prefix))) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Hit(long score, String code, int ordinal) {}

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingLong(Hit::score).thenComparing(Hit::code);

    private final CodeSystemVersion system;
    private volatile Text @Nullable [][] texts;

    public LinearTextSearch(CodeSystemVersion system) {
        this.system = system;
    }

    /** Two threads may do the same work at the first question; the outcome is the same. */
    private Text[][] texts() {
        Text[][] known = texts;
        if (known == null) {
            known = new Text[system.size()][];
            for (int ordinal = 0; ordinal < known.length; ordinal++) {
                known[ordinal] = texts(ordinal);
            }
            texts = known;
        }
        return known;
    }

    private Text[] texts(int ordinal) {
        List<Text> found = new ArrayList<>();
        String display = system.display(ordinal);
        if (display != null) {
            found.add(text(display, true, system.displayLanguage(ordinal), List.of()));
        }
        for (Designation designation : system.designations(ordinal)) {
            Coding use = designation.use();
            if (use != null && use.code() != null && DEFINING.contains(use.code())) {
                continue;
            }
            boolean preferred = designation.value().equals(display)
                    || designation.acceptability().stream().anyMatch(Acceptability::preferred);
            found.add(text(designation.value(), preferred, designation.language(), designation.acceptability()));
        }
        if (found.isEmpty()) {
            found.add(text(system.code(ordinal), true, null, List.of()));
        }
        return found.toArray(Text[]::new);
    }

    private static Text text(String value, boolean preferred, @Nullable String language, List<Acceptability> dialects) {
        String normalised = Ranking.normalise(value);
        return new Text(normalised, normalised.split(" "), Ranking.ofText(normalised, preferred), language, dialects);
    }

    @Override
    public ConceptSet matches(String query) {
        List<String> prefixes = Folding.words(query);
        if (prefixes.isEmpty()) {
            return system.all();
        }
        Text[][] all = texts();
        RoaringBitmap found = new RoaringBitmap();
        for (int ordinal = 0; ordinal < all.length; ordinal++) {
            for (Text text : all[ordinal]) {
                if (text.matches(prefixes)) {
                    found.add(ordinal);
                    break;
                }
            }
        }
        return ConceptSet.of(found);
    }

    @Override
    public TextHits search(String query, @Nullable ConceptSet within, Languages languages, int limit) {
        List<String> prefixes = Folding.words(query);
        String normalised = String.join(" ", prefixes);
        List<Hit> hits = new ArrayList<>();
        Text[][] all = texts();
        for (int ordinal = 0; ordinal < all.length; ordinal++) {
            if (within != null && !within.contains(ordinal)) {
                continue;
            }
            long best = Long.MAX_VALUE;
            for (Text text : all[ordinal]) {
                if (text.matches(prefixes)) {
                    best = Math.min(best, score(ordinal, text, normalised, languages));
                }
            }
            if (best < Long.MAX_VALUE) {
                hits.add(new Hit(best, system.code(ordinal), ordinal));
            }
        }
        hits.sort(BEST_FIRST);
        List<Hit> shown = hits.subList(0, Math.min(limit, hits.size()));
        return new TextHits(
                hits.size(),
                shown.stream().mapToInt(Hit::ordinal).toArray(),
                shown.stream().mapToLong(Hit::score).toArray());
    }

    private long score(int ordinal, Text text, String query, Languages languages) {
        return Ranking.score(
                system.isInactive(ordinal),
                Ranking.match(text.normalised, query),
                !Ranking.isWanted(languages, text.language, text.dialects),
                text.ofText);
    }
}
