package no.normverk.terminology.search;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Languages;
import no.normverk.terminology.RandomCases;
import no.normverk.terminology.Samples.SystemSample;
import org.junit.jupiter.api.Test;

class LinearTextSearchTest {

    private static final CodeSystemVersion DISEASES = codeSystem("http://x.no/d").language("nb")
            .with(concept("D3").display("Type 2-diabetes mellitus uten komplikasjoner"),
                    concept("D2").display("Diabetes mellitus"),
                    concept("D1").display("Diabetes"),
                    concept("O1").display("Ødem i øye"),
                    concept("L1").display("Smerte i lår"),
                    concept("B1").display("Blærekatarr").designation("en", "Cystitis").designation("nb", "Betennelse i urinblære"),
                    concept("N1"),
                    concept("S2").display("Sår"),
                    concept("S1").display("Sår"))
            .make();

    private static List<String> found(CodeSystemVersion system, String query) {
        return codes(system, system.text().search(query, null, Languages.ANY, Integer.MAX_VALUE));
    }

    private static List<String> codes(CodeSystemVersion system, TextHits hits) {
        return Arrays.stream(hits.ordinals()).mapToObj(system::code).toList();
    }

    @Test
    void theExactTextComesFirstThenTheShorter() {
        assertThat(found(DISEASES, "diabetes")).containsExactly("D1", "D2", "D3");
        assertThat(found(DISEASES, "Diabetes Mellitus")).containsExactly("D2", "D3");
    }

    @Test
    void everyWordOfTheQueryIsTheBeginningOfSomeWordInAnyOrder() {
        assertThat(found(DISEASES, "mell diab")).containsExactly("D2", "D3");
        assertThat(found(DISEASES, "komp 2 diab")).containsExactly("D3");
        assertThat(found(DISEASES, "betes")).isEmpty();
        assertThat(found(DISEASES, "diabetes xyz")).isEmpty();
    }

    @Test
    void norwegianLettersAreFoundHoweverTheyAreWritten() {
        for (String query : new String[] {"ødem", "odem", "ØDEM øye", "oye odem"}) {
            assertThat(found(DISEASES, query)).as(query).containsExactly("O1");
        }
        for (String query : new String[] {"lår", "laar", "lar"}) {
            assertThat(found(DISEASES, query)).as(query).containsExactly("L1");
        }
        for (String query : new String[] {"blære", "blaere"}) {
            assertThat(found(DISEASES, query)).as(query).contains("B1");
        }
    }

    @Test
    void designationsAreSearchedToo() {
        assertThat(found(DISEASES, "cyst")).containsExactly("B1");
        assertThat(found(DISEASES, "urin bet")).containsExactly("B1");
    }

    @Test
    void theWordsMustBeInOneAndTheSameText() {
        assertThat(found(DISEASES, "cystitis betennelse")).isEmpty();
    }

    @Test
    void textsThatDefineAreNotSearched() {
        CodeSystemVersion system = codeSystem("http://x.no/d")
                .with(concept("a").display("A").designation(new Designation("en", Coding.of("http://x.no", "definition"), "A long story")))
                .make();

        assertThat(found(system, "story")).isEmpty();
    }

    @Test
    void aConceptWithoutTextIsFoundByItsCode() {
        assertThat(found(DISEASES, "n1")).containsExactly("N1");
        assertThat(found(DISEASES, "D1")).isEmpty();
    }

    @Test
    void tiesAreBrokenByCode() {
        assertThat(found(DISEASES, "sår")).containsExactly("S1", "S2");
    }

    @Test
    void anInactiveConceptComesLast() {
        CodeSystemVersion system = codeSystem("http://x.no/d")
                .with(concept("a").display("Fot").property("inactive", true), concept("b").display("Fot med lang forklaring"))
                .make();

        assertThat(found(system, "fot")).containsExactly("b", "a");
    }

    @Test
    void textsInTheCallersLanguageComeFirst() {
        CodeSystemVersion system = codeSystem("http://x.no/d").language("en")
                .with(concept("a").display("Arm"), concept("b").display("Limb").designation("nb", "Arm (hele)"))
                .make();

        assertThat(codes(system, system.text().search("arm", null, Languages.parse("nb"), 10))).containsExactly("b", "a");
        assertThat(codes(system, system.text().search("arm", null, Languages.parse("en"), 10))).containsExactly("a", "b");
    }

    @Test
    void anEmptyQueryMatchesEverything() {
        assertThat(DISEASES.text().matches(" - ")).isEqualTo(DISEASES.all());
        assertThat(DISEASES.text().search("", null, Languages.ANY, 0).total()).isEqualTo(DISEASES.size());
    }

    @Test
    void onlyWhatIsWithinIsFound() {
        ConceptSet within = ConceptSet.of(DISEASES.locate("D3"), DISEASES.locate("O1"));

        TextHits hits = DISEASES.text().search("diabetes", within, Languages.ANY, 10);
        assertThat(codes(DISEASES, hits)).containsExactly("D3");
        assertThat(hits.total()).isEqualTo(1);
    }

    @Test
    void theTotalIsExactWhateverTheLimit() {
        TextHits hits = DISEASES.text().search("diabetes", null, Languages.ANY, 1);

        assertThat(hits.total()).isEqualTo(3);
        assertThat(codes(DISEASES, hits)).containsExactly("D1");
    }

    @Test
    void pagingIsStableAndScoresNeverFall() {
        RandomCases.check(50, random -> {
            String[] words = {"Øye", "ødem", "Lår", "laar", "diabetes", "type", "2", "a", "Æra"};
            SystemSample sample = codeSystem("http://x.no/r");
            for (int i = 0; i < 40; i++) {
                StringBuilder text = new StringBuilder();
                for (int w = random.nextInt(4); w >= 0; w--) {
                    text.append(words[random.nextInt(words.length)]).append(' ');
                }
                sample.with(concept("c" + i).display(text.toString().trim()));
            }
            CodeSystemVersion system = sample.make();
            String query = words[random.nextInt(words.length)].substring(0, 1);
            TextHits whole = system.text().search(query, null, Languages.ANY, Integer.MAX_VALUE);

            assertThat(whole.scores()).isSorted();
            assertThat(whole.total()).isEqualTo(whole.ordinals().length);
            assertThat(ConceptSet.of(whole.ordinals())).isEqualTo(system.text().matches(query));
            List<Integer> together = new ArrayList<>();
            for (int limit = 1; limit <= whole.total(); limit++) {
                together.add(system.text().search(query, null, Languages.ANY, limit).ordinals()[limit - 1]);
            }
            assertThat(together.stream().mapToInt(i -> i).toArray()).isEqualTo(whole.ordinals());
        });
    }
}
