package no.normverk.terminology.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Text search that looks at every text: for small systems, and as the measure for those that use an index. Texts are folded at
 * the first question. A concept without any text is found by its code. Designations that define rather than name are left out.
 */
public final class LinearTextSearch implements TextSearch {

    private static final Set<String> DEFINING = Set.of("900000000000550004", "definition");

    private record Text(List<String> words, int ofText, @Nullable String language, List<String> dialects) {

        static Text of(String value, boolean preferred, @Nullable String language, List<String> dialects) {
            List<String> words = Folding.words(value);
            return new Text(words, Ranking.ofText(Ranking.length(words), preferred), language, dialects);
        }

        /** Whether there is a word for every list of beginnings, any of them. */
        boolean isSimilar(List<List<String>> variants) {
            return variants.stream().allMatch(of -> words.stream().anyMatch(word -> of.stream().anyMatch(word::startsWith)));
        }

        boolean matches(List<String> prefixes) {
            for (String prefix : prefixes) {
                if (words.stream().noneMatch(word -> word.startsWith(prefix))) {
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
            found.add(Text.of(display, true, system.displayLanguage(ordinal), List.of()));
        }
        for (Designation designation : system.designations(ordinal)) {
            Coding use = designation.use();
            if (use != null && use.code() != null && DEFINING.contains(use.code())) {
                continue;
            }
            boolean preferred = designation.value().equals(display)
                    || designation.acceptability().stream().anyMatch(Acceptability::preferred);
            List<String> dialects =
                    designation.acceptability().stream().map(Acceptability::dialect).toList();
            found.add(Text.of(designation.value(), preferred, designation.language(), dialects));
        }
        if (found.isEmpty()) {
            found.add(Text.of(system.code(ordinal), true, null, List.of()));
        }
        return found.toArray(Text[]::new);
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
        return best(
                text -> text.matches(prefixes),
                (ordinal, text) -> score(ordinal, text, Ranking.match(text.words, prefixes), languages),
                within,
                limit);
    }

    @Override
    public TextHits searchSimilar(String query, @Nullable ConceptSet within, Languages languages, int limit) {
        List<List<String>> variants = Folding.words(query).stream().map(Spelling::variants).toList();
        return best(
                text -> text.isSimilar(variants),
                (ordinal, text) -> score(ordinal, text, Ranking.SIMILAR, languages),
                within,
                limit);
    }

    /** How good a text of a concept is. */
    @FunctionalInterface
    private interface Scoring {
        long score(int ordinal, Text text);
    }

    private TextHits best(Predicate<Text> matches, Scoring scoring, @Nullable ConceptSet within, int limit) {
        List<Hit> hits = new ArrayList<>();
        Text[][] all = texts();
        for (int ordinal = 0; ordinal < all.length; ordinal++) {
            if (within != null && !within.contains(ordinal)) {
                continue;
            }
            long best = Long.MAX_VALUE;
            for (Text text : all[ordinal]) {
                if (matches.test(text)) {
                    best = Math.min(best, scoring.score(ordinal, text));
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

    private long score(int ordinal, Text text, int match, Languages languages) {
        return Ranking.score(
                system.isInactive(ordinal),
                !Ranking.isWanted(languages, text.language, text.dialects),
                match,
                text.ofText);
    }
}
