package no.normverk.terminology.memory;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Term;
import no.normverk.terminology.Value;
import org.junit.jupiter.api.Test;

class InMemoryCodeSystemTest {

    private static final String PROPERTIES = "http://hl7.org/fhir/concept-properties#";

    private static String[] codes(CodeSystemVersion system, ConceptSet set) {
        return Arrays.stream(set.toArray()).mapToObj(system::code).toArray(String[]::new);
    }

    @Test
    void conceptsKeepTheAuthorsOrder() {
        CodeSystemVersion system = codeSystem("http://x.no/s").codes("z", "a", "m").make();

        assertThat(codes(system, system.all())).containsExactly("z", "a", "m");
        assertThat(system.size()).isEqualTo(3);
        assertThat(system.locate("m")).isEqualTo(2);
        assertThat(system.locate("q")).isEqualTo(-1);
    }

    @Test
    void caseCountsUnlessTheSystemSaysOtherwise() {
        CodeSystemVersion sensitive = codeSystem("http://x.no/s").codes("Ab", "aB").make();
        CodeSystemVersion insensitive = codeSystem("http://x.no/s").caseInsensitive().codes("Ab", "aB", "Æ").make();

        assertThat(sensitive.size()).isEqualTo(2);
        assertThat(sensitive.locate("AB")).isEqualTo(-1);
        assertThat(insensitive.size()).isEqualTo(2);
        assertThat(insensitive.code(insensitive.locate("AB"))).isEqualTo("Ab");
        assertThat(insensitive.locate("æ")).isEqualTo(1);
    }

    @Test
    void ofTwoConceptsWithTheSameCodeTheFirstCounts() {
        CodeSystemVersion system =
                codeSystem("http://x.no/s").with(concept("a").display("First"), concept("a").display("Second"), concept("b")).make();

        assertThat(system.size()).isEqualTo(2);
        assertThat(system.display(system.locate("a"))).isEqualTo("First");
        assertThat(system.code(1)).isEqualTo("b");
    }

    @Test
    void parentsComeFromNestingFromParentAndFromChildProperties() {
        CodeSystemVersion system = codeSystem("http://x.no/s")
                .property("isa", PROPERTIES + "parent", "code")
                .property("sub", PROPERTIES + "child", "code")
                .with(concept("root").property("sub", "d").property("child", "e"),
                        concept("a").in("root"),
                        concept("b").property("parent", "root"),
                        concept("c").property("isa", "root").property("isa", "a"),
                        concept("d"),
                        concept("e"),
                        concept("f").property("parent", "nowhere").property("parent", "f"))
                .make();
        int root = system.locate("root");

        assertThat(codes(system, system.hierarchy().children(root))).containsExactly("a", "b", "c", "d", "e");
        assertThat(codes(system, system.hierarchy().parents(system.locate("c")))).containsExactly("root", "a");
        assertThat(system.hierarchy().parentCount(system.locate("f"))).isZero();
        assertThat(system.subsumes(root, system.locate("c"))).isTrue();
        assertThat(system.subsumes(system.locate("c"), root)).isFalse();
        assertThat(system.subsumes(root, root)).isTrue();
    }

    @Test
    void theSameParentTwiceIsOneParent() {
        CodeSystemVersion system = codeSystem("http://x.no/s")
                .with(concept("a").property("child", "b"), concept("b").in("a").property("parent", "a"))
                .make();

        assertThat(system.hierarchy().parentCount(1)).isEqualTo(1);
    }

    @Test
    void codesInACycleAreStillThere() {
        CodeSystemVersion system = codeSystem("http://x.no/s")
                .with(concept("a").property("parent", "b"), concept("b").property("parent", "a"))
                .make();

        assertThat(system.size()).isEqualTo(2);
        assertThat(system.hierarchy().droppedEdges()).isEqualTo(1);
    }

    @Test
    void inactiveIsSaidByPropertyOrByStatus() {
        CodeSystemVersion system = codeSystem("http://x.no/s")
                .property("dead", PROPERTIES + "inactive", "boolean")
                .property("state", PROPERTIES + "status", "code")
                .with(concept("active"),
                        concept("inactive").property("inactive", true),
                        concept("not").property("inactive", false),
                        concept("by-uri").property("dead", true),
                        concept("as-code").property("inactive", "true"),
                        concept("TRUE").property("inactive", "TRUE"),
                        concept("retired").property("status", "retired"),
                        concept("status-inactive").property("state", "inactive"),
                        concept("deprecated").property("status", "deprecated"),
                        concept("draft").property("status", "draft"))
                .make();

        assertThat(codes(system, system.active())).containsExactly("active", "not", "TRUE", "deprecated", "draft");
        assertThat(system.isInactive(system.locate("by-uri"))).isTrue();
        assertThat(system.status(system.locate("retired"))).isEqualTo("retired");
        assertThat(system.status(system.locate("status-inactive"))).isEqualTo("inactive");
        assertThat(system.status(system.locate("active"))).isNull();
    }

    @Test
    void abstractIsSaidByCodeOrByUri() {
        CodeSystemVersion system = codeSystem("http://x.no/s")
                .property("group", PROPERTIES + "notSelectable", "boolean")
                .with(concept("a").property("notSelectable", true), concept("b").property("group", true), concept("c").property("group", false))
                .make();

        assertThat(system.isAbstract(0)).isTrue();
        assertThat(system.isAbstract(1)).isTrue();
        assertThat(system.isAbstract(2)).isFalse();
    }

    @Test
    void whatWasWrittenIsAnswered() {
        CodeSystemVersion system = codeSystem("http://x.no/s").language("en")
                .with(concept("a").display("Red").definition("the colour").designation("nb", "Rød")
                        .property("hex", new Value.Text("f00")).extension("http://x.no/e", "1"))
                .make();

        assertThat(system.display(0)).isEqualTo("Red");
        assertThat(system.displayLanguage(0)).isEqualTo("en");
        assertThat(system.definition(0)).isEqualTo("the colour");
        assertThat(system.designations(0)).hasSize(1);
        assertThat(system.properties(0)).hasSize(1);
        assertThat(system.extensions(0)).hasSize(1);
        assertThat(system.term(0, Languages.parse("nb"))).isEqualTo(new Term("Rød", "nb", true));
        assertThat(system.term(0, Languages.parse("sv"))).isEqualTo(new Term("Red", "en", false));
    }

    @Test
    void anEmptyCodeSystemAnswers() {
        CodeSystemVersion system = codeSystem("http://x.no/s").make();

        assertThat(system.size()).isZero();
        assertThat(system.all().isEmpty()).isTrue();
        assertThat(system.active().isEmpty()).isTrue();
        assertThat(system.text().matches("a").isEmpty()).isTrue();
    }
}
