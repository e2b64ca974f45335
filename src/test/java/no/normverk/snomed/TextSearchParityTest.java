package no.normverk.snomed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Languages;
import no.normverk.terminology.search.LinearTextSearch;
import no.normverk.terminology.search.TextHits;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of an edition answers as the search that looks at every text. */
class TextSearchParityTest {

    private static final String[] SYLLABLES = {"ka", "rø", "li", "må", "se", "tæ", "o", "ne", "ba", "Ål", "x2", "é", "kaa", "lise"};
    private static final String[] LANGUAGES = {"", "nb", "nn", "en", "no", "en-GB", "nb, en;q=0.5", "sv", "no-x-61000202103"};
    private static final long[] REFSETS = {Sctid.EN_US, Sctid.EN_GB, Sctid.BOKMAAL, Sctid.NYNORSK};

    @TempDir
    Path folder;

    @Test
    void theIndexFindsAndRanksAsLookingAtEveryTextDoes() throws IOException {
        findsAndRanksAsLookingAtEveryText(400, 600);
    }

    /** Beginnings that a thousand designations have are looked for in lists of octets. */
    @Test
    void soItDoesWhereWordsAreInManyTexts() throws IOException {
        findsAndRanksAsLookingAtEveryText(4000, 150);
    }

    private void findsAndRanksAsLookingAtEveryText(int concepts, int questions) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (SnomedEdition edition = randomOntology(random, concepts)) {
            TextSearch index = edition.text();
            TextSearch measure = new LinearTextSearch(edition);
            for (int i = 0; i < questions; i++) {
                String query = query(random);
                ConceptSet within = within(random, edition.size());
                Languages languages = Languages.parse(LANGUAGES[random.nextInt(LANGUAGES.length)]);
                int limit = random.nextInt(4) == 0 ? edition.size() : random.nextInt(30);
                String context = "seed %d, query '%s', languages '%s', limit %d".formatted(seed, query, languages.text(), limit);
                TextHits expected = measure.search(query, within, languages, limit);
                assertSame(index.search(query, within, languages, limit), expected, context);
                assertThat(index.matches(query)).as(context).isEqualTo(measure.matches(query));
                String mistyped = mistyped(random, query);
                TextHits expectedSimilar = measure.searchSimilar(mistyped, within, languages, limit);
                assertSame(index.searchSimilar(mistyped, within, languages, limit), expectedSimilar, context + " mistyped " + mistyped);
            }
        }
    }

    private static void assertSame(TextHits found, TextHits expected, String context) {
        assertThat(found.total()).as(context).isEqualTo(expected.total());
        assertThat(found.ordinals()).as(context).isEqualTo(expected.ordinals());
        assertThat(found.scores()).as(context).isEqualTo(expected.scores());
    }

    private SnomedEdition randomOntology(Random random, int size) throws IOException {
        Rf2Writer rf2 = Rf2Writer.snapshot().concept(Sctid.ROOT, "Root").module(Sctid.CORE_MODULE);
        for (int i = 1; i <= size; i++) {
            long concept = 1000L * (i % 7 == 0 ? 10 * i : i);
            boolean active = random.nextInt(8) > 0;
            rf2.active(active).bareConcept(concept, false);
            if (active) {
                rf2.relationship(concept, 0, Sctid.IS_A, Sctid.ROOT);
            }
            for (int names = random.nextInt(random.nextInt(20) == 0 ? 30 : 5); names > 0; names--) {
                rf2.active(random.nextInt(10) > 0);
                String language = List.of("en", "no", "nb", "sv").get(random.nextInt(4));
                long type = random.nextInt(4) == 0 ? Sctid.FULLY_SPECIFIED_NAME : random.nextInt(6) == 0 ? Sctid.DEFINITION : Sctid.SYNONYM;
                long description = rf2.description(concept, language, type, text(random));
                for (int standings = random.nextInt(3); standings > 0; standings--) {
                    rf2.active(true).accept(REFSETS[random.nextInt(REFSETS.length)], description, random.nextBoolean());
                }
            }
        }
        return rf2.edition(folder);
    }

    private static String text(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.add(word(random, 1 + random.nextInt(3)));
        }
        return String.join(random.nextInt(5) == 0 ? "-" : " ", words) + (random.nextInt(40) == 0 ? " %" : "");
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String query(Random random) {
        List<String> prefixes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = word(random, 1 + random.nextInt(3));
            prefixes.add(word.substring(0, 1 + random.nextInt(random.nextBoolean() ? Math.min(2, word.length()) : word.length())));
        }
        return String.join(" ", prefixes);
    }

    private static String mistyped(Random random, String query) {
        if (query.isEmpty()) {
            return query;
        }
        int at = random.nextInt(query.length());
        return switch (random.nextInt(3)) {
            case 0 -> query.substring(0, at) + query.substring(at + 1);
            case 1 -> query.substring(0, at) + (char) ('a' + random.nextInt(26)) + query.substring(at);
            default -> query.substring(0, at) + (char) ('a' + random.nextInt(26)) + query.substring(at + 1);
        };
    }

    private static @Nullable ConceptSet within(Random random, int size) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> ConceptSet.where(size, ordinal -> random.nextInt(30) == 0);
            default -> ConceptSet.where(size, ordinal -> random.nextBoolean());
        };
    }
}
