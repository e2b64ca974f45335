package no.normverk.snomed.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.normverk.snomed.SnomedEdition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operator on the ontology of {@link Workshop}, with answers worked out by hand. */
class ConstraintEvaluatorTest {

    private static final ConstraintEvaluator EVALUATOR = new ConstraintEvaluator();

    @TempDir
    static Path folder;

    private static SnomedEdition edition;

    @BeforeAll
    static void compile() throws IOException {
        edition = Workshop.edition(folder);
    }

    @AfterAll
    static void close() {
        edition.close();
    }

    private static List<String> answer(String named) {
        return new ArrayList<>(Workshop.names(edition, EVALUATOR.evaluate(edition, Workshop.ecl(named))));
    }

    private static void holds(String named, String... expected) {
        assertThat(answer(named)).as(named).containsExactlyInAnyOrder(expected);
    }

    @Test
    void aConceptIsItselfActiveOrNot() {
        holds("HAMMER", "HAMMER");
        holds("OLD_HAMMER", "OLD_HAMMER");
        holds("HAMMER |whatever one likes to call it|", "HAMMER");
        holds("<< OLD_HAMMER", "OLD_HAMMER");
        holds("< OLD_HAMMER");
    }

    @Test
    void stepsThroughTheHierarchy() {
        holds("< TOOL", "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE");
        holds("<< TOOL", "TOOL", "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE");
        holds("<! TOOL", "HAMMER", "SAW", "PLANE");
        holds("<<! TOOL", "TOOL", "HAMMER", "SAW", "PLANE");
        holds("> HAMMER_SAW", "HAMMER", "SAW", "TOOL", "ROOT");
        holds(">> HAMMER_SAW", "HAMMER_SAW", "HAMMER", "SAW", "TOOL", "ROOT");
        holds(">! HAMMER_SAW", "HAMMER", "SAW");
        holds(">>! HAMMER_SAW", "HAMMER_SAW", "HAMMER", "SAW");
    }

    @Test
    void stepsFromSeveralConceptsAreTheirUnion() {
        holds("< (HAMMER OR WOOD)", "HAMMER_SAW", "MALLET", "OAK");
        holds("< (TOOL OR HAMMER)", "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE");
        holds("<< (HAMMER OR WOOD)", "HAMMER", "HAMMER_SAW", "MALLET", "WOOD", "OAK");
        holds("<! (TOOL OR HAMMER)", "HAMMER", "SAW", "PLANE", "HAMMER_SAW", "MALLET");
        holds("> (MALLET OR OAK)", "HAMMER", "TOOL", "ROOT", "WOOD", "MATERIAL");
        holds(">! (MALLET OR HAMMER)", "HAMMER", "TOOL");
        holds("<< (OLD_SAW OR OAK)", "OLD_SAW", "OAK");
    }

    @Test
    void topAndBottomOfASet() {
        holds("!!> (HAMMER OR MALLET OR OAK)", "HAMMER", "OAK");
        holds("!!< (HAMMER OR MALLET OR OAK)", "MALLET", "OAK");
        holds("!!> (<< TOOL)", "TOOL");
        holds("!!< (<< TOOL)", "HAMMER_SAW", "MALLET", "PLANE");
        holds("!!> *", "ROOT");
    }

    @Test
    void theWildcardIsEveryActiveConcept() {
        assertThat(answer("*")).hasSize(27).contains("ROOT", "OAK").doesNotContain("OLD_HAMMER");
        assertThat(answer("< *")).hasSize(26).doesNotContain("ROOT");
        assertThat(answer("> *")).containsExactlyInAnyOrder(
                "ROOT", "TOOL", "HAMMER", "SAW", "MATERIAL", "WOOD", "ATTRIBUTE", "MADE_OF", "ASSOCIATION");
        holds("* MINUS << ROOT");
    }

    @Test
    void setsAreJoinedAndTaken() {
        holds("<< HAMMER AND << SAW", "HAMMER_SAW");
        holds("<< HAMMER OR << SAW", "HAMMER", "MALLET", "HAMMER_SAW", "SAW");
        holds("<< HAMMER MINUS << SAW", "HAMMER", "MALLET");
        holds("(<< HAMMER OR << WOOD) AND (<< SAW OR OAK)", "HAMMER_SAW", "OAK");
        holds("<< TOOL MINUS << TOOL");
        holds("<< TOOL AND << MATERIAL AND << HAMMER");
    }

    @Test
    void membersOfReferenceSets() {
        holds("^ FAVOURITES", "HAMMER", "OAK", "OLD_HAMMER");
        holds("^ HAMMER");
        holds("^ (FAVOURITES OR PRICES)", "HAMMER", "OAK", "OLD_HAMMER", "SAW");
        holds("^ *", "HAMMER", "OAK", "OLD_HAMMER", "SAW", "OLD_SAW", "OLD_MALLET");
        holds("<< ^ FAVOURITES", "HAMMER", "MALLET", "HAMMER_SAW", "OAK", "OLD_HAMMER");
        holds("^ FAVOURITES AND << TOOL", "HAMMER");
    }

    @Test
    void columnsOfReferenceSets() {
        holds("^ [valueId] PRICES", "STEEL", "WOOD", "OAK");
        holds("^ [referencedComponentId] PRICES", "HAMMER", "SAW");
        holds("^ [target] PRICES");
        holds("^ [target, valueId] PRICES", "STEEL", "WOOD", "OAK");
        holds("^ [referencedComponentId, valueId] PRICES {{ M priority = #1 }}", "HAMMER", "SAW", "STEEL", "OAK");
        holds("^ [*] PRICES", "HAMMER", "SAW", "STEEL", "WOOD", "OAK");
        holds("^ [moduleId] PRICES", "CORE_MODULE", "OTHER_MODULE");
        holds("^ [targetComponentId] SAME_AS {{ M referencedComponentId = OLD_HAMMER }}", "HAMMER");
    }

    @Test
    void filtersOnTheRowsOfReferenceSets() {
        holds("^ PRICES {{ M priority = #1 }}", "HAMMER", "SAW");
        holds("^ PRICES {{ M priority > #1 }}", "HAMMER");
        holds("^ PRICES {{ M priority <= #1, target = \"A1\" }}", "HAMMER");
        holds("^ PRICES {{ M target = \"sharp q10\" }}", "SAW");
        holds("^ PRICES {{ M target = wild:\"*1*\" }}", "HAMMER", "SAW");
        holds("^ PRICES {{ M target != wild:\"*1*\" }}", "HAMMER");
        holds("^ PRICES {{ M target = (\"B2\" \"C3\") }}", "HAMMER");
        holds("^ PRICES {{ M valueId = << WOOD }}", "HAMMER", "SAW");
        holds("^ PRICES {{ M valueId != << WOOD }}", "HAMMER");
        holds("^ PRICES {{ M moduleId = OTHER_MODULE }}", "SAW");
        holds("^ PRICES {{ M effectiveTime < \"20240101\" }}", "SAW");
        holds("^ PRICES {{ M target < \"20240101\" }}");
        holds("^ PRICES {{ M target >= (\"20240101\" \"\") }}");
        holds("^ FAVOURITES {{ M active = false }}", "SAW");
        holds("^ FAVOURITES {{ M active = true }}", "HAMMER", "OAK", "OLD_HAMMER");
        holds("^ PRICES {{ M priority = #1 }} {{ M valueId = OAK }}", "SAW");
        holds("^ (FAVOURITES OR PRICES) {{ M priority = #1 }}", "HAMMER", "SAW");
    }

    @Test
    void valuesOfAttributes() {
        holds("HAMMER . MADE_OF", "STEEL", "WOOD");
        holds("HAMMER . << MADE_OF", "STEEL", "WOOD", "OAK");
        holds("<< SAW . *", "STEEL", "OAK");
        holds("<< TOOL . HANDLE_OF . MADE_OF");
        holds("PLANE . MADE_OF");
    }

    @Test
    void anAttributeWithAValueInAnyGroup() {
        holds("< TOOL : MADE_OF = STEEL", "HAMMER", "SAW", "HAMMER_SAW");
        holds("< TOOL : MADE_OF = << WOOD", "HAMMER", "MALLET", "HAMMER_SAW");
        holds("< TOOL : MADE_OF = < WOOD", "HAMMER_SAW");
        holds("< TOOL : MADE_OF = <! MATERIAL", "HAMMER", "SAW", "HAMMER_SAW", "MALLET");
        holds("< TOOL : HANDLE_OF = *", "HAMMER", "SAW", "MALLET");
        holds("< TOOL : << MADE_OF = OAK", "HAMMER", "SAW", "HAMMER_SAW", "MALLET");
        holds("* : * = OAK", "HAMMER", "SAW", "HAMMER_SAW", "MALLET");
        holds("< HAMMER : MADE_OF = STEEL", "HAMMER_SAW");
        holds("< TOOL : MADE_OF = (STEEL OR OAK)", "HAMMER", "SAW", "HAMMER_SAW");
        holds("< TOOL : MADE_OF = (STEEL MINUS STEEL)");
    }

    @Test
    void anAttributeWithAnotherValue() {
        holds("< TOOL : MADE_OF != STEEL", "HAMMER", "HAMMER_SAW", "MALLET");
        holds("< TOOL : MADE_OF != << WOOD", "HAMMER", "SAW", "HAMMER_SAW");
        holds("< TOOL : HANDLE_OF != OAK", "MALLET");
        holds("< TOOL : MADE_OF != *");
    }

    @Test
    void attributesOutsideBracesNeedNotShareAGroup() {
        holds("< TOOL : MADE_OF = WOOD, HANDLE_OF = OAK", "HAMMER", "MALLET");
        holds("< TOOL : MADE_OF = WOOD OR HANDLE_OF = OAK", "HAMMER", "MALLET", "SAW");
        holds("< TOOL : MADE_OF = STEEL, (MADE_OF = WOOD OR MADE_OF = OAK)", "HAMMER", "HAMMER_SAW");
    }

    @Test
    void attributesInsideBracesShareAGroup() {
        holds("< TOOL : { MADE_OF = STEEL, HANDLE_OF = OAK }", "HAMMER");
        holds("< TOOL : { MADE_OF = WOOD, HANDLE_OF = OAK }", "MALLET");
        holds("< TOOL : { MADE_OF = WOOD OR HANDLE_OF = OAK }", "HAMMER", "MALLET", "SAW");
        holds("< TOOL : { MADE_OF = STEEL }", "HAMMER", "SAW", "HAMMER_SAW");
        holds("< TOOL : { MADE_OF = STEEL }, { MADE_OF = WOOD }", "HAMMER");
        holds("< TOOL : { MADE_OF = STEEL } OR { MADE_OF = WOOD }", "HAMMER", "SAW", "HAMMER_SAW", "MALLET");
        holds("< TOOL : { MADE_OF = STEEL, WEIGHT = #2.5 }", "HAMMER");
        holds("< TOOL : HANDLE_OF = WOOD, { MADE_OF = WOOD }", "MALLET");
    }

    @Test
    void howManyRelationshipsThereMustBe() {
        holds("< TOOL : [1..1] MADE_OF = *", "SAW");
        holds("< TOOL : [2..2] MADE_OF = *", "HAMMER", "HAMMER_SAW", "MALLET");
        holds("< TOOL : [2..*] MADE_OF = WOOD", "MALLET");
        holds("< TOOL : [0..0] MADE_OF = STEEL", "MALLET", "PLANE");
        holds("< TOOL : [0..0] MADE_OF = *", "PLANE");
        holds("< TOOL : [0..1] MADE_OF = *", "SAW", "PLANE");
        holds("< TOOL : [0..*] MADE_OF = STEEL", "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE");
        holds("< TOOL : [3..*] << MADE_OF = *", "HAMMER", "MALLET");
        holds("< TOOL : [1..1] MADE_OF != STEEL", "HAMMER", "HAMMER_SAW");
    }

    @Test
    void howManyGroupsThereMustBe() {
        holds("< TOOL : [2..2] { MADE_OF = * }", "HAMMER", "MALLET");
        holds("< TOOL : [1..1] { MADE_OF = * }", "SAW", "HAMMER_SAW");
        holds("< TOOL : [0..0] { MADE_OF = WOOD }", "SAW", "HAMMER_SAW", "PLANE");
        holds("< TOOL : [0..1] { MADE_OF = WOOD }", "HAMMER", "SAW", "HAMMER_SAW", "PLANE");
        holds("< TOOL : { [2..2] MADE_OF = * }", "HAMMER_SAW");
        holds("< TOOL : { [1..1] MADE_OF = * }", "HAMMER", "SAW", "MALLET");
        holds("< TOOL : { MADE_OF = *, [0..0] HANDLE_OF = * }", "HAMMER", "SAW", "HAMMER_SAW");
        holds("< TOOL : { [0..0] MADE_OF = * }", "SAW", "MALLET");
        holds("< TOOL : { [0..1] MADE_OF = *, [1..1] HANDLE_OF = * }", "HAMMER", "SAW", "MALLET");
        holds("< TOOL : [2..*] { [0..0] MADE_OF = * }", "SAW");
    }

    @Test
    void relationshipsSeenFromTheirTarget() {
        holds("< MATERIAL : R MADE_OF = SAW", "STEEL");
        holds("* : R HANDLE_OF = << HAMMER", "WOOD", "OAK");
        holds("< MATERIAL : [3..*] R MADE_OF = < TOOL", "STEEL", "WOOD");
        holds("< MATERIAL : [0..0] R << MADE_OF = *");
        holds("< MATERIAL : [0..0] R MADE_OF = < TOOL");
        holds("< MATERIAL : [0..0] R HANDLE_OF = *", "STEEL");
        holds("< MATERIAL : R MADE_OF != << HAMMER", "STEEL");
        holds("< MATERIAL : { R MADE_OF = SAW }", "STEEL");
        holds("< MATERIAL : { R MADE_OF = SAW, R HANDLE_OF = HAMMER }");
    }

    @Test
    void numbersTextsAndTruthValues() {
        holds("* : WEIGHT = #2.5", "HAMMER", "MALLET");
        holds("* : WEIGHT != #2.5", "SAW");
        holds("* : WEIGHT > #2.5", "SAW");
        holds("* : WEIGHT >= #2.5", "HAMMER", "MALLET", "SAW");
        holds("* : WEIGHT < #10", "HAMMER", "MALLET");
        holds("* : WEIGHT <= #2", new String[0]);
        holds("< HAMMER : WEIGHT > #1", "MALLET");
        holds("* : LABEL = \"fine blade\"", "SAW");
        holds("* : LABEL != \"fine blade\"");
        holds("* : LABEL = wild:\"*BLADE\"", "SAW");
        holds("* : SOLD = true", "MALLET");
        holds("* : SOLD = false");
        holds("* : SOLD != false", "MALLET");
        holds("* : * > #3", "SAW");
        holds("< TOOL : [0..0] WEIGHT = #2.5", "SAW", "HAMMER_SAW", "PLANE");
        holds("* : { WEIGHT = #2.5, HANDLE_OF = WOOD }", "MALLET");
    }

    @Test
    void filtersOnConcepts() {
        holds("< TOOL {{ C definitionStatus = defined }}", "PLANE");
        holds("< HAMMER {{ C definitionStatus = primitive }}", "HAMMER_SAW", "MALLET");
        holds("< TOOL {{ C definitionStatusId = 900000000000073002 }}", "PLANE");
        holds("< TOOL {{ C definitionStatusId != 900000000000074008 }}", "PLANE");
        holds("< TOOL {{ C moduleId = OTHER_MODULE }}", "PLANE");
        holds("< HAMMER {{ C moduleId = (CORE_MODULE OTHER_MODULE) }}", "HAMMER_SAW", "MALLET");
        holds("< TOOL {{ C effectiveTime < \"20210101\" }}", "PLANE");
        holds("< TOOL {{ C effectiveTime = (\"20200131\" \"20200201\") }}", "PLANE");
        holds("< HAMMER {{ C effectiveTime != (\"20200131\" \"20200201\") }}", "HAMMER_SAW", "MALLET");
        holds("* {{ C active = false }}", "OLD_HAMMER", "OLD_SAW", "OLD_MALLET");
        holds("^ FAVOURITES {{ C active = true }}", "HAMMER", "OAK");
        holds("^ FAVOURITES {{ C active = 0 }}", "OLD_HAMMER");
        holds("* {{ C active = 0, effectiveTime >= \"20250101\" }}");
    }

    @Test
    void filtersOnTermsOfDescriptions() {
        holds("< TOOL {{ term = \"ham\" }}", "HAMMER", "HAMMER_SAW");
        holds("< TOOL {{ D term = \"saw ham\" }}", "HAMMER_SAW");
        holds("< TOOL {{ term = (\"mall\" \"gavel\") }}", "MALLET", "HAMMER");
        holds("< TOOL {{ term = wild:\"*mer\" }}", "HAMMER");
        holds("<< HAMMER {{ term = exact:\"Hammer\" }}", "HAMMER");
        holds("<< HAMMER {{ term = exact:\"hammer\" }}");
        holds("< TOOL {{ term = regex:\"(?i)ham.*(w|r)\" }}", "HAMMER", "HAMMER_SAW");
        holds("< TOOL {{ term = regex:\"[A-Z]\\w{2}\" }}", "SAW");
        holds("* : LABEL = regex:\"f.*\"", "SAW");
        holds("^ PRICES {{ M target = (exact:\"A1\" regex:\"B\\d\") }}", "HAMMER");
        holds("* {{ term = \"nails\" }}", "HAMMER");
        holds("* {{ term = \"nails\", type = syn }}");
        holds("* {{ term = \"timber\" }}", "OAK");
        holds("* {{ term = \"bloomery\" }}");
        holds("* {{ term = \"bloomery\", active = false }}", "STEEL");
        holds("<< HAMMER {{ term = \"PA norsk\" }}", "HAMMER");
        assertThat(answer("<< HAMMER {{ term != \"hammer\" }}")).containsExactly("HAMMER", "MALLET");
    }

    @Test
    void filtersOnOtherFieldsOfDescriptions() {
        holds("* {{ language = no }}", "HAMMER", "SAW");
        holds("* {{ language = nn }}", "SAW");
        holds("* {{ type = def }}", "HAMMER");
        holds("* {{ typeId = 900000000000550004 }}", "HAMMER");
        holds("* {{ dialect = nb }}", "HAMMER");
        holds("* {{ dialect = nb-NO }}", "HAMMER");
        holds("* {{ dialect = (nb nn) }}", "HAMMER", "SAW");
        holds("<< HAMMER {{ dialect = en-gb (accept) }}", "HAMMER");
        holds("<< HAMMER {{ dialect = en-gb (prefer) }}", "HAMMER", "HAMMER_SAW", "MALLET");
        holds("* {{ dialectId = 61000202103 }}", "HAMMER");
        holds("* {{ dialectId = (61000202103 (accept) 91000202106 (prefer)) }}", "SAW");
        holds("* {{ id = 8802011 }}", "OAK");
        holds("* {{ term = \"gavel\", dialect = en-gb }}", "HAMMER");
        holds("* {{ term = \"gavel\", dialect = en-us }}");
        holds("* {{ term = \"gavel\" }} {{ dialect = en-us }}", "HAMMER");
    }

    @Test
    void historyAddsInactiveConceptsByProfile() {
        holds("<< HAMMER {{ + HISTORY-MIN }}", "HAMMER", "HAMMER_SAW", "MALLET", "OLD_HAMMER");
        holds("<< SAW {{ + HISTORY-MIN }}", "SAW", "HAMMER_SAW");
        holds("<< SAW {{ + HISTORY-MOD }}", "SAW", "HAMMER_SAW", "OLD_SAW");
        holds("< HAMMER {{ + HISTORY-MOD }}", "HAMMER_SAW", "MALLET");
        holds("< HAMMER {{ + HISTORY-MAX }}", "HAMMER_SAW", "MALLET", "OLD_MALLET");
        holds("< HAMMER {{ + HISTORY }}", "HAMMER_SAW", "MALLET", "OLD_MALLET");
        holds("< TOOL {{ + HISTORY (POSSIBLY OR SAME_AS) }}",
                "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE", "OLD_HAMMER", "OLD_MALLET");
        holds("< TOOL {{ + HISTORY (SAME_AS) }}", "HAMMER", "SAW", "HAMMER_SAW", "MALLET", "PLANE", "OLD_HAMMER");
        holds("< TOOL {{ term = \"ham\" }} {{ + HISTORY-MIN }}", "HAMMER", "HAMMER_SAW", "OLD_HAMMER");
    }

    @Test
    void alternateIdentifiersStandForConcepts() {
        holds("LOINC#54486-6", "OAK");
        holds("loinc#54486-6 |whatever|", "OAK");
        holds("<< GTIN#4006381", "HAMMER", "HAMMER_SAW", "MALLET");
        holds("\"GTIN#saw (fine)\"", "SAW");
        holds("< TOOL : MADE_OF = (LOINC#54486-6 OR STEEL)", "HAMMER", "SAW", "HAMMER_SAW");
    }

    @Test
    void aPlanIsPrintedStepByStep() {
        String plan = PlanPrinter.print(EVALUATOR.plan(edition, Workshop.ecl("< TOOL : [0..1] { MADE_OF = << WOOD }")));
        assertThat(plan).isEqualTo("""
                refined
                  descendant of
                    concept 1001000
                  groups [0..1]
                    relationships
                      concept 3001000
                      =
                      descendant or self of
                        concept 2003000
                """);
    }

    @Test
    void anAnswerDoesNotDependOnWhatWasAskedBefore() {
        List<String> first = answer("< TOOL : MADE_OF = STEEL");
        answer("< TOOL : MADE_OF = WOOD");
        assertThat(answer("< TOOL : MADE_OF = STEEL")).isEqualTo(first).hasSize(3);
        assertThat(Set.copyOf(first)).contains("SAW");
    }
}
