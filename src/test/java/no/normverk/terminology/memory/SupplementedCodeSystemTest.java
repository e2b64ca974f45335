package no.normverk.terminology.memory;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.Designation;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import org.junit.jupiter.api.Test;

class SupplementedCodeSystemTest {

    private static final CodeSystemVersion BASE = codeSystem("http://x.no/s").version("1").language("en")
            .property("kind", null, "code")
            .with(concept("a").display("Red").designation("de", "Rot").property("kind", "x"), concept("b").display("Blue").in("a"))
            .make();
    private static final CodeSystemVersion NORWEGIAN = codeSystem("http://x.no/nb").version("7").language("nb").supplements("http://x.no/s")
            .property("use", null, "code")
            .with(concept("a").display("Rød").designation("nn", "Raud").property("use", "often").extension("http://x.no/e", "1"),
                    concept("z").display("Ukjent"))
            .make();
    private static final CodeSystemVersion BOTH = new SupplementedCodeSystem(BASE, List.of(NORWEGIAN));

    @Test
    void aSupplementAddsTextsThatNameIt() {
        assertThat(BOTH.designations(0))
                .containsExactly(
                        new Designation("de", null, "Rot"),
                        new Designation("nb", null, "Rød").from("http://x.no/nb|7"),
                        new Designation("nn", null, "Raud").from("http://x.no/nb|7"));
        assertThat(BOTH.display(0)).isEqualTo("Red");
        assertThat(BOTH.term(0, Languages.parse("nn"))).isEqualTo(new Term("Raud", "nn", true));
        assertThat(BASE.designations(0)).hasSize(1);
    }

    @Test
    void aDisplayThatIsTheSameIsNotRepeated() {
        CodeSystemVersion same = codeSystem("http://x.no/x").supplements("http://x.no/s").with(concept("b").display("Blue")).make();

        assertThat(new SupplementedCodeSystem(BASE, List.of(same)).designations(1)).isEmpty();
    }

    @Test
    void aSupplementAddsPropertiesAndExtensions() {
        assertThat(BOTH.properties(0).stream().map(property -> property.code())).containsExactly("kind", "use");
        assertThat(BOTH.extensions(0)).hasSize(1);
        assertThat(BOTH.header().properties()).containsKeys("kind", "use");
    }

    @Test
    void aSupplementAddsNoConceptsAndChangesNoHierarchy() {
        assertThat(BOTH.size()).isEqualTo(2);
        assertThat(BOTH.locate("z")).isEqualTo(-1);
        assertThat(BOTH.hierarchy()).isSameAs(BASE.hierarchy());
        assertThat(BOTH.header().version()).isEqualTo("1");
    }

    @Test
    void whatItAddsCanBeFilteredAndFound() {
        assertThat(BOTH.filter(new ConceptFilter("use", FilterOperator.EQUALS, "often")).toArray()).containsExactly(0);
        assertThat(BOTH.filter(new ConceptFilter("kind", FilterOperator.EQUALS, "x")).toArray()).containsExactly(0);
        assertThat(BOTH.filter(new ConceptFilter("concept", FilterOperator.IS_A, "a")).toArray()).containsExactly(0, 1);
        assertThat(BOTH.text().matches("rod").toArray()).containsExactly(0);
        assertThat(BASE.text().matches("rod").isEmpty()).isTrue();
    }

    @Test
    void aSupplementMayAddValuesToAPropertyThatTheSystemHas() {
        CodeSystemVersion more = codeSystem("http://x.no/x").supplements("http://x.no/s")
                .property("kind", null, "code")
                .with(concept("b").property("kind", "x"))
                .make();

        assertThat(new SupplementedCodeSystem(BASE, List.of(more)).filter(new ConceptFilter("kind", FilterOperator.EQUALS, "x")).toArray())
                .containsExactly(0, 1);
    }
}
