package no.normverk.snomed.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Issue;
import no.normverk.terminology.TerminologyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of constraints that cannot be answered. */
class ConstraintErrorTest {

    @TempDir
    static Path folder;

    private static SnomedEdition edition;

    @BeforeAll
    static void compile() throws IOException {
        Workshop.edition(folder).close();
        edition = SnomedEditions.open(folder.resolve("edition"));
    }

    @AfterAll
    static void close() {
        edition.close();
    }

    private static List<Issue> issues(String ecl) {
        return assertThatThrownBy(() -> edition.filter(new ConceptFilter("constraint", FilterOperator.EQUALS, ecl)))
                .asInstanceOf(type(TerminologyException.class))
                .actual()
                .issues();
    }

    /** Line, column and what is wrong. */
    private static String told(Issue issue) {
        assertThat(issue.code()).isEqualTo("invalid");
        assertThat(issue.message().id()).isEqualTo("INVALID_ECL");
        return String.join(" ", issue.message().arguments().subList(1, 4));
    }

    @Test
    void aTextOutsideTheGrammarIsToldWithLineAndColumn() {
        Issue issue = issues("<< 1001000 OR\n<< abc").getFirst();
        assertThat(told(issue)).startsWith("2 4 found \"abc\"").contains("expected");
        assertThat(issue.message().arguments().getFirst()).isEqualTo("<< 1001000 OR\n<< abc");
    }

    @Test
    void mixedConnectivesAreRefused() {
        assertThat(told(issues("1001000 OR 1002000 AND 1003000").getFirst())).startsWith("1 20 ").contains("brackets");
    }

    @Test
    void everyUnknownConceptIsToldWithItsPlace() {
        List<Issue> issues = issues("<< 7771000 |1001000 7772000| OR\r\n (1001000 : 7772000 = 7771000, 3001000 = 7773000)");
        assertThat(issues).hasSize(3);
        assertThat(told(issues.get(0))).startsWith("1 4 Unknown SNOMED CT concept 7771000");
        assertThat(told(issues.get(1))).startsWith("2 13 Unknown SNOMED CT concept 7772000");
        assertThat(told(issues.get(2))).startsWith("2 42 Unknown SNOMED CT concept 7773000");
    }

    @Test
    void unknownReferenceSetsDialectsAndFieldsAreTold() {
        assertThat(told(issues("^ 7774000").getFirst())).startsWith("1 3 Unknown SNOMED CT concept 7774000");
        assertThat(told(issues("* {{ dialect = xx-yy }}").getFirst())).startsWith("1 16 Unknown dialect xx-yy");
        assertThat(told(issues("^ 5002000 {{ M colour = \"red\" }}").getFirst()))
                .startsWith("1 16 Unknown field colour")
                .contains("referencedComponentId, priority, target, valueId");
        assertThat(told(issues("^ [colour] 5002000").getFirst())).startsWith("1 4 Unknown field colour");
        assertThat(told(issues("* {{ moduleId = 7775000 }}").getFirst())).startsWith("1 17 Unknown SNOMED CT concept");
    }

    @Test
    void unknownIdentifiersAndTheirSchemesAreTold() {
        assertThat(told(issues("1001000 OR EAN#12").getFirst())).startsWith("1 12 Unknown identifier scheme EAN");
        assertThat(told(issues("<< GTIN#77").getFirst())).startsWith("1 4 Unknown identifier GTIN#77");
        assertThat(told(issues("GTIN#0").getFirst())).startsWith("1 1 Unknown identifier GTIN#0");
    }

    @Test
    void whatIsNoRegularExpressionIsTold() {
        assertThat(told(issues("* {{ term = regex:\"(a\" }}").getFirst())).startsWith("1 13 '(a' is no regular expression");
    }

    @Test
    void aRegularExpressionThatWouldFillTheMemoryIsRefused() {
        assertThat(told(issues("* {{ term = regex:\"((a{1000}){1000}){1000}\" }}").getFirst()))
                .isEqualTo("1 13 '((a{1000}){1000}){1000}' is no regular expression (RE2): it unfolds to more than 10000 steps");
        assertThat(told(issues("* : 3004000 = regex:\"" + "(".repeat(5_000) + ")".repeat(5_000) + "\"").getFirst()))
                .startsWith("1 15 '((((")
                .contains("nest deeper than 200")
                .hasSizeLessThan(250);
    }

    @Test
    void thousandsOfFiltersInOneBraceAreAnswered() {
        assertThat(edition.filter(constraint("* {{ " + "active = true, ".repeat(5_000) + "type = syn }}")).cardinality()).isPositive();
        assertThat(edition.filter(constraint("^ 5002000 {{ M " + "active = true, ".repeat(5_000) + "priority = #1 }}")).cardinality())
                .isEqualTo(2);
        assertThat(edition.filter(constraint("* {{ dialect = (" + "nb ".repeat(5_000) + "nn) }}")).cardinality()).isEqualTo(2);
    }

    private static ConceptFilter constraint(String ecl) {
        return new ConceptFilter("constraint", FilterOperator.EQUALS, ecl);
    }

    /** A regular expression of a thousand steps, and a list of a thousand words, cost more than one of a few. */
    @Test
    void textsCountByWhatIsDoneWithThem() {
        ConstraintEvaluator hurried = new ConstraintEvaluator(20_000);
        assertThat(hurried.evaluate(edition, "* {{ term = regex:\"Ham.*\" }}").cardinality()).isEqualTo(2);
        assertThat(hurried.evaluate(edition, "* {{ term = (\"ham\" \"oak\") }}").cardinality()).isEqualTo(3);
        String words = IntStream.range(0, 1_000).mapToObj(i -> "\"x" + i + "\"").collect(Collectors.joining(" "));
        for (String costly : List.of(
                "* {{ term = regex:\"(Ham.*){300}\" }}",
                "* {{ term = (" + words + ") }}",
                "^ 5002000 {{ M target = regex:\"(Q.*){1000}\" }}",
                "^ 5002000 {{ M " + "priority = #1, ".repeat(500) + "priority = #1 }}",
                "* : 3004000 = regex:\"(f.*){1000}\"")) {
            assertThatThrownBy(() -> hurried.evaluate(edition, costly))
                    .as(costly)
                    .asInstanceOf(type(TerminologyException.class))
                    .satisfies(refused -> assertThat(refused.issues().getFirst().code()).isEqualTo("too-costly"));
        }
    }

    @Test
    void filtersOnRowsNeedRows() {
        assertThat(told(issues("1001000 {{ M active = true }}").getFirst())).startsWith("1 12 a member filter needs ^");
    }

    @Test
    void workHasABound() {
        ConstraintEvaluator patient = new ConstraintEvaluator();
        ConstraintEvaluator hurried = new ConstraintEvaluator(10);
        assertThat(patient.evaluate(edition, "* : * = *").cardinality()).isEqualTo(4);
        assertThatThrownBy(() -> hurried.evaluate(edition, "* : * = *"))
                .asInstanceOf(type(TerminologyException.class))
                .satisfies(costly -> assertThat(costly.issues().getFirst().code()).isEqualTo("too-costly"));
    }

    @Test
    void aConstraintOverHttpLengthIsShownShortened() {
        String longText = "1001000 OR ".repeat(200) + "oops";
        assertThat(issues(longText).getFirst().message().arguments().getFirst()).hasSizeLessThan(600).startsWith("1001000 OR");
    }
}
