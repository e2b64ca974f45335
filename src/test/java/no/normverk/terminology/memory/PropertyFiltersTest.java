package no.normverk.terminology.memory;

import static no.normverk.terminology.Samples.codeSystem;
import static no.normverk.terminology.Samples.concept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PropertyFiltersTest {

    /**
     * <pre>
     * root - a - c
     *      \ b / (c has two parents)
     *      \ b - d
     * other
     * </pre>
     */
    private static final CodeSystemVersion SYSTEM = codeSystem("http://x.no/s")
            .with(concept("root").display("Root"),
                    concept("a").display("Alpha").in("root").property("kind", "x").property("kind", "y"),
                    concept("b").display("Beta").definition("the second").in("root").property("kind", "z"),
                    concept("c").display("Gamma").in("a", "b").property("flag", true).property("weight", new BigDecimal("1.50")),
                    concept("d").in("b").property("flag", false).property("count", new Value.Whole(7)),
                    concept("other").property("like", new Value.OfCoding(Coding.of("http://x.no/t", "q"))))
            .make();

    private static List<String> select(String property, FilterOperator operator, String value) {
        return Arrays.stream(SYSTEM.filter(new ConceptFilter(property, operator, value)).toArray())
                .mapToObj(SYSTEM::code)
                .toList();
    }

    private static void refused(String property, FilterOperator operator, String value, String messageId) {
        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> select(property, operator, value))
                .satisfies(e -> assertThat(e.issues().getFirst().message().id()).isEqualTo(messageId));
    }

    @Test
    void theHierarchyIsFilteredByConcept() {
        for (String property : new String[] {"concept", "code"}) {
            assertThat(select(property, FilterOperator.IS_A, "b")).containsExactly("b", "c", "d");
            assertThat(select(property, FilterOperator.DESCENDENT_OF, "b")).containsExactly("c", "d");
            assertThat(select(property, FilterOperator.IS_NOT_A, "b")).containsExactly("root", "a", "other");
            assertThat(select(property, FilterOperator.GENERALIZES, "c")).containsExactly("root", "a", "b", "c");
            assertThat(select(property, FilterOperator.CHILD_OF, "root")).containsExactly("a", "b");
            assertThat(select(property, FilterOperator.DESCENDENT_LEAF, "root")).containsExactly("c", "d");
            assertThat(select(property, FilterOperator.DESCENDENT_LEAF, "c")).isEmpty();
        }
    }

    @Test
    void nothingIsBelowAnUnknownConcept() {
        assertThat(select("concept", FilterOperator.IS_A, "nowhere")).isEmpty();
        assertThat(select("concept", FilterOperator.GENERALIZES, "nowhere")).isEmpty();
        assertThat(select("concept", FilterOperator.IS_NOT_A, "nowhere")).hasSize(6);
    }

    @Test
    void codesAreFilteredByNameListAndPattern() {
        assertThat(select("code", FilterOperator.EQUALS, "a")).containsExactly("a");
        assertThat(select("code", FilterOperator.IN, "d, a,nowhere")).containsExactly("a", "d");
        assertThat(select("code", FilterOperator.NOT_IN, "a,b")).containsExactly("root", "c", "d", "other");
        assertThat(select("code", FilterOperator.REGEX, "[a-c]")).containsExactly("a", "b", "c");
        assertThat(select("code", FilterOperator.EXISTS, "true")).hasSize(6);
        assertThat(select("code", FilterOperator.EXISTS, "false")).isEmpty();
    }

    @Test
    void equalsIsOneCodeEvenWhenItHasAComma() {
        CodeSystemVersion commas = codeSystem("http://x.no/s").codes("a", "b", "a,b").make();

        assertThat(commas.filter(new ConceptFilter("code", FilterOperator.EQUALS, "a,b")).toArray()).containsExactly(2);
    }

    @Test
    void aRegexMustMatchTheWhole() {
        assertThat(select("code", FilterOperator.REGEX, "o")).isEmpty();
        assertThat(select("display", FilterOperator.REGEX, ".*a")).containsExactly("a", "b", "c");
        assertThat(select("kind", FilterOperator.REGEX, "[xy]")).containsExactly("a");
    }

    @Test
    void aPropertyIsFilteredByAnyOfItsValues() {
        assertThat(select("kind", FilterOperator.EQUALS, "x")).containsExactly("a");
        assertThat(select("kind", FilterOperator.EQUALS, "y")).containsExactly("a");
        assertThat(select("kind", FilterOperator.IN, "y, z")).containsExactly("a", "b");
        assertThat(select("kind", FilterOperator.EXISTS, "true")).containsExactly("a", "b");
        assertThat(select("kind", FilterOperator.EXISTS, "false")).containsExactly("root", "c", "d", "other");
    }

    @Test
    void aConceptWithoutThePropertyIsNotInAnyList() {
        assertThat(select("kind", FilterOperator.NOT_IN, "x")).containsExactly("root", "b", "c", "d", "other");
        assertThat(select("undeclared", FilterOperator.NOT_IN, "x")).hasSize(6);
        assertThat(select("undeclared", FilterOperator.EQUALS, "x")).isEmpty();
    }

    @Test
    void valuesAreComparedExactly() {
        assertThat(select("flag", FilterOperator.EQUALS, "true")).containsExactly("c");
        assertThat(select("flag", FilterOperator.EQUALS, "false")).containsExactly("d");
        assertThat(select("flag", FilterOperator.EQUALS, "TRUE")).isEmpty();
        assertThat(select("weight", FilterOperator.EQUALS, "1.50")).containsExactly("c");
        assertThat(select("count", FilterOperator.EQUALS, "7")).containsExactly("d");
        assertThat(select("like", FilterOperator.EQUALS, "q")).containsExactly("other");
    }

    @Test
    void parentsAndChildrenAreProperties() {
        assertThat(select("parent", FilterOperator.EQUALS, "b")).containsExactly("c", "d");
        assertThat(select("child", FilterOperator.EQUALS, "c")).containsExactly("a", "b");
        assertThat(select("parent", FilterOperator.IN, "a,root")).containsExactly("a", "b", "c");
        assertThat(select("parent", FilterOperator.NOT_IN, "a")).containsExactly("root", "a", "b", "d", "other");
        assertThat(select("parent", FilterOperator.EXISTS, "false")).containsExactly("root", "other");
        assertThat(select("child", FilterOperator.EXISTS, "true")).containsExactly("root", "a", "b");
    }

    @Test
    void displaysAndDefinitionsAreProperties() {
        assertThat(select("display", FilterOperator.EQUALS, "Alpha")).containsExactly("a");
        assertThat(select("display", FilterOperator.EQUALS, "alpha")).isEmpty();
        assertThat(select("display", FilterOperator.EXISTS, "false")).containsExactly("d", "other");
        assertThat(select("display", FilterOperator.NOT_IN, "Alpha,Beta")).containsExactly("root", "c", "d", "other");
        assertThat(select("definition", FilterOperator.REGEX, "the .*")).containsExactly("b");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidWithPropertyOperatorValueAndSystem() {
        assertThatExceptionOfType(TerminologyException.class)
                .isThrownBy(() -> select("kind", FilterOperator.IS_A, "x"))
                .satisfies(e -> {
                    assertThat(e.issues().getFirst().message().id()).isEqualTo("FILTER_NOT_UNDERSTOOD");
                    assertThat(e.issues().getFirst().message().arguments()).containsExactly("kind", "is-a", "x", "http://x.no/s");
                    assertThat(e.issues().getFirst().code()).isEqualTo("not-supported");
                });
        refused("display", FilterOperator.GENERALIZES, "x", "FILTER_NOT_UNDERSTOOD");
        refused("parent", FilterOperator.IS_A, "x", "FILTER_NOT_UNDERSTOOD");
        refused("kind", FilterOperator.EXISTS, "maybe", "FILTER_NOT_UNDERSTOOD");
        refused("code", FilterOperator.EXISTS, "maybe", "FILTER_NOT_UNDERSTOOD");
    }

    @Test
    void aRegexThatIsNoneIsRefused() {
        refused("code", FilterOperator.REGEX, "(a", "invalid-regex");
        refused("kind", FilterOperator.REGEX, "a{2,1}", "invalid-regex");
        refused("kind", FilterOperator.REGEX, "(?=a)b", "invalid-regex");
    }

    @Test
    void noRegexTakesLongerThanItsTextIsLong() {
        CodeSystemVersion system = codeSystem("http://x.no/s").codes("a".repeat(5_000) + "b").make();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String pattern : new String[] {"(a+)+$", "((a+)+)+", "(a|a)*c", "(a|aa)+$", "(.*)*x", "([a-z]+)*Z"}) {
                assertThat(system.filter(new ConceptFilter("code", FilterOperator.REGEX, pattern)).isEmpty()).as(pattern).isTrue();
            }
        });
    }

    @Test
    void aRegexThatUnfoldsToMillionsOfStepsIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            refused("code", FilterOperator.REGEX, "((a{100}){100}){100}", "invalid-regex");
            refused("code", FilterOperator.REGEX, "(((a{1,30}){1,30}){1,30}){1,30}", "invalid-regex");
            refused("code", FilterOperator.REGEX, "a".repeat(50_000), "invalid-regex");
        });
    }
}
