package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import no.normverk.snomed.constraint.Workshop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Expression constraints over HTTP: answers, explanations, and what is told of those that cannot be answered. */
@SpringBootTest(classes = WorkshopServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EclTest extends OperationTest {

    private static String ecl(String named) {
        return "http://snomed.info/sct?fhir_vs=ecl/" + Workshop.ecl(named);
    }

    private static List<String> codes(JsonNode valueSet) {
        List<String> codes = new ArrayList<>();
        valueSet.path("expansion").path("contains").forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private static String[] ids(String... names) {
        return java.util.Arrays.stream(names).map(Workshop::ecl).toArray(String[]::new);
    }

    private void refused(int status, String constraint, String... told) {
        HttpResponse<String> expansion = get("/ValueSet/$expand", "url", ecl(constraint));
        assertRefused(expansion, status, told);
        String system = "http://snomed.info/sct";
        assertRefused(get("/ValueSet/$validate-code", "url", ecl(constraint), "system", system, "code", Workshop.ecl("SAW")), status, told);
    }

    @Test
    void aConstraintIsAnImplicitValueSet() {
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL : { MADE_OF = STEEL, HANDLE_OF = OAK }")))).containsExactly(ids("HAMMER"));
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("!!< (<< TOOL)")))).containsExactlyInAnyOrder(ids("HAMMER_SAW", "MALLET", "PLANE"));
    }

    @Test
    void whatIsWrongWithAConstraintIsToldWithItsPlace() {
        refused(422, "<< TOOL OR", "line 1, column 14", "found the end of the text", "expected");
        refused(422, "<< TOOL : MADE_OF STEEL", "column 22", "expected");
        refused(422, "TOOL OR SAW AND HAMMER", "column 20", "brackets where AND, OR and MINUS are mixed");
        refused(422, "TOOL : MADE_OF = STEEL, HANDLE_OF = OAK OR HANDLE_OF = WOOD", "brackets");
        refused(422, "<< 7771000 OR 7772000", "column 4", "Unknown SNOMED CT concept 7771000");
        refused(422, "* {{ dialect = xx-yy }}", "Unknown dialect xx-yy");
        refused(422, "^ PRICES {{ M colour = \"red\" }}", "Unknown field colour", "priority");
        refused(422, "(".repeat(400) + "TOOL", "nest");
    }

    @Test
    void whatWouldFillMemoryOrStackIsRefusedWithItsPlace() {
        refused(422, "* {{ term = regex:\"((a{1000}){1000}){1000}\" }}", "column 13", "unfolds to more than 10000 steps");
        refused(422, "* {{ term = regex:\"" + "(".repeat(500) + ")".repeat(500) + "\" }}", "nest deeper than 200");
        refused(422, "*" + ".*".repeat(300), "at most 200 levels of nesting");
        refused(422, "*" + "{{active=1}}".repeat(220), "at most 200 levels of nesting");
    }

    /** An edition's URI without a date is a name of its newest version, beside the value set as in it. */
    @Test
    void anEditionIsNoOtherVersionThanItsOwn() {
        String edition = "http://snomed.info/sct/900000000000207008";
        for (String url : List.of("http://snomed.info/sct", edition, edition + "/version/20250101")) {
            for (String version : List.of(edition, edition + "/version/20250101")) {
                JsonNode answer = got(
                        "/ValueSet/$validate-code", "url", url + "?fhir_vs=ecl/" + Workshop.ecl("< TOOL"),
                        "system", "http://snomed.info/sct", "systemVersion", version, "code", Workshop.ecl("SAW"));
                assertThat(value(answer, "result")).as(url + " and " + version).isEqualTo("true");
                assertThat(answer.toString()).doesNotContain("MISMATCH");
            }
        }
        JsonNode other = got(
                "/ValueSet/$validate-code", "url", edition + "?fhir_vs=ecl/" + Workshop.ecl("< TOOL"),
                "system", "http://snomed.info/sct", "systemVersion", "http://snomed.info/sct/5991000124107", "code", Workshop.ecl("SAW"));
        assertThat(value(other, "result")).isEqualTo("false");
        assertThat(other.toString()).contains("VALUESET_VALUE_MISMATCH");
    }

    @Test
    void aTextToSearchForIsNoNovel() {
        assertRefused(
                get("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "saw ".repeat(300)), 400, "filter", "1200 characters", "at most 1000");
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "saw ".repeat(250)))).containsExactly(ids("SAW", "HAMMER_SAW"));
    }

    @Test
    void workBeyondTheBoundIsRefused() {
        String bounded = WorkshopServer.HURRIED + "?fhir_vs=ecl/" + Workshop.ecl("* : * = *");
        HttpResponse<String> response = get("/ValueSet/$expand", "url", bounded);

        assertRefused(response, 422, "more work than");
        assertThat(response.body()).contains("\"too-costly\"");
        String values = WorkshopServer.HURRIED + "?fhir_vs=ecl/" + Workshop.ecl("(* : * = *) . *");
        assertRefused(get("/ValueSet/$validate-code", "url", values, "system", "http://snomed.info/sct", "code", Workshop.ecl("SAW")), 422, "more work than");
        // A refinement is tried on the one concept, which is little work.
        assertThat(got("/ValueSet/$validate-code", "url", bounded, "system", "http://snomed.info/sct", "code", Workshop.ecl("SAW"))
                        .at("/parameter/0/valueBoolean").asBoolean()).isTrue();
        assertRefused(get("/ValueSet/$expand", "url", bounded, "explain", "true"), 422, "more work than");
        assertRefused(
                get("/ValueSet/$validate-code", "url", bounded, "system", "http://snomed.info/sct", "code", Workshop.ecl("SAW"), "explain", "true"),
                422,
                "more work than");
    }

    @Test
    void whetherOneConceptIsInASetIsNoMoreWorkThanThatConcept() {
        String bounded = WorkshopServer.HURRIED + "?fhir_vs=ecl/" + Workshop.ecl("* : * = *");
        HttpResponse<String> response =
                get("/ValueSet/$validate-code", "url", bounded, "system", "http://snomed.info/sct", "code", Workshop.ecl("SAW"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("{\"name\":\"result\",\"valueBoolean\":true}");
    }

    /** The steps of an explanation with what they came to, one in a line: {@code clause = count} and whether it holds. */
    private static List<String> steps(JsonNode explanation, String naming, String holding) {
        List<String> lines = new ArrayList<>();
        collect(explanation, naming, holding, "", lines);
        return lines;
    }

    private static void collect(JsonNode step, String naming, String holding, String indent, List<String> lines) {
        String clause = "";
        String count = "";
        String holds = "";
        for (JsonNode part : step.path(holding)) {
            switch (part.path(naming).asText()) {
                case "clause" -> clause = part.path("valueString").asText();
                case "count" -> count = " = " + part.path("valueInteger").asText();
                case "holds" -> holds = part.path("valueBoolean").asBoolean() ? " yes" : " no";
                default -> { }
            }
        }
        lines.add(indent + clause + count + holds);
        for (JsonNode part : step.path(holding)) {
            if (part.path(naming).asText().equals("step")) {
                collect(part, naming, holding, indent + "  ", lines);
            }
        }
    }

    private static JsonNode extension(JsonNode valueSet) {
        for (JsonNode extension : valueSet.path("expansion").path("extension")) {
            if (extension.path("url").asText().equals(ExplanationWriter.EXTENSION)) {
                return extension;
            }
        }
        throw new AssertionError("no explanation in " + valueSet);
    }

    private static JsonNode explanation(JsonNode parameters) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals("explanation")) {
                return parameter;
            }
        }
        throw new AssertionError("no explanation in " + parameters);
    }

    @Test
    void anExpansionIsExplainedByTheStepsOfItsPlan() {
        String url = ecl("< TOOL |Tool| : MADE_OF = << WOOD, [0..1] { HANDLE_OF = OAK }");
        JsonNode answer = got("/ValueSet/$expand", "url", url, "explain", "true");
        List<String> steps = steps(extension(answer), "url", "extension");

        assertThat(codes(answer)).containsExactlyInAnyOrder(ids("HAMMER", "HAMMER_SAW", "MALLET"));
        assertThat(steps.subList(2, steps.size())).containsExactly(
                "    ValueSet.compose.include[0]: http://snomed.info/sct|http://snomed.info/sct/900000000000207008/version/20250101 = 3",
                Workshop.ecl("      < TOOL |Tool|: MADE_OF = << WOOD, [0..1] { HANDLE_OF = OAK } = 3"),
                Workshop.ecl("        < TOOL |Tool| = 5"),
                Workshop.ecl("        MADE_OF = << WOOD, [0..1] { HANDLE_OF = OAK } = 3"),
                Workshop.ecl("          MADE_OF = << WOOD = 3"),
                Workshop.ecl("          [0..1] { HANDLE_OF = OAK } = 5"),
                Workshop.ecl("            HANDLE_OF = OAK = 3"));
        assertThat(answer.toString()).contains("\"microseconds\"");
        assertThat(got("/ValueSet/$expand", "url", url).toString()).doesNotContain(ExplanationWriter.EXTENSION);
    }

    private JsonNode validated(String constraint, String code) {
        return got("/ValueSet/$validate-code", "url", ecl(constraint), "system", "http://snomed.info/sct", "code", Workshop.ecl(code), "explain", "true");
    }

    private void excludedBy(String constraint, String code, String... clauses) {
        JsonNode answer = validated(constraint, code);
        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(values(answer, "excluded-by")).as(constraint).containsExactly(ids(clauses));
    }

    @Test
    void aCodeThatIsNotInTheSetIsToldWhichClauseLeavesItOut() {
        excludedBy("< TOOL", "OAK", "< TOOL");
        excludedBy("< TOOL : MADE_OF = STEEL", "OAK", "< TOOL", "MADE_OF = STEEL");
        excludedBy("< TOOL : MADE_OF = STEEL, HANDLE_OF = *", "MALLET", "MADE_OF = STEEL");
        excludedBy("< TOOL : { MADE_OF = WOOD, HANDLE_OF = OAK }", "HAMMER", "{ MADE_OF = WOOD, HANDLE_OF = OAK }");
        excludedBy("< TOOL : [0..0] MADE_OF = STEEL", "SAW", "[0..0] MADE_OF = STEEL");
        excludedBy("< TOOL MINUS << HAMMER", "MALLET", "<< HAMMER");
        excludedBy("< TOOL MINUS (<< HAMMER OR << SAW)", "MALLET", "<< HAMMER");
        excludedBy("< TOOL MINUS << HAMMER", "OAK", "< TOOL");
        excludedBy("<< SAW AND << HAMMER", "SAW", "<< HAMMER");
        excludedBy("<< SAW OR << WOOD", "STEEL", "<< SAW OR << WOOD");
        excludedBy("<< TOOL {{ C definitionStatus = defined }}", "SAW", "{{ C definitionStatus = defined }}");
        excludedBy("<< TOOL {{ term = \"ham\" }}", "SAW", "{{ D term = \"ham\" }}");
        excludedBy("^ FAVOURITES", "SAW", "^ FAVOURITES");
        excludedBy("< HAMMER {{ + HISTORY-MIN }}", "OLD_MALLET", "< HAMMER");
        excludedBy("SAW . MADE_OF", "OAK", "SAW . MADE_OF");
    }

    @Test
    void whatHoldsIsToldForEveryStep() {
        JsonNode answer = validated("< TOOL : MADE_OF = STEEL OR HANDLE_OF = WOOD", "SAW");

        assertThat(value(answer, "result")).isEqualTo("true");
        assertThat(values(answer, "excluded-by")).isEmpty();
        assertThat(steps(explanation(answer), "name", "part")).contains(
                Workshop.ecl("          MADE_OF = STEEL = 3 yes"),
                Workshop.ecl("          HANDLE_OF = WOOD = 1 no"));
    }

    @Test
    void anUnknownCodeIsNoClausesFault() {
        JsonNode answer = validated("< TOOL", "7771000");

        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(values(answer, "excluded-by")).hasSize(1).first().asString().startsWith("code of http://snomed.info/sct|");
    }

    private static boolean similar(JsonNode valueSet) {
        return valueSet.path("expansion").path("parameter").findValuesAsText("name").contains("filter-similar");
    }

    @Test
    void textIsSearchedForWithinAnyConstraint() {
        JsonNode found = got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "saw ham");
        assertThat(codes(found)).containsExactly(ids("HAMMER_SAW"));
        assertThat(similar(found)).isFalse();
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL : MADE_OF = STEEL"), "filter", "ham")))
                .containsExactly(ids("HAMMER", "HAMMER_SAW"));
    }

    @Test
    void whereNothingIsFoundOneEditInALongWordIsForgivenAndSaid() {
        for (String typed : new String[] {"hamer", "hammmer", "hamnmer", "hmamer", "hammre", "HAMNER"}) {
            JsonNode found = got("/ValueSet/$expand", "url", ecl("<< HAMMER"), "filter", typed);
            assertThat(codes(found)).as(typed).containsExactly(ids("HAMMER", "HAMMER_SAW"));
            assertThat(similar(found)).as(typed).isTrue();
            assertThat(found.path("expansion").path("total").asInt()).isEqualTo(2);
        }
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "saw hamer"))).containsExactly(ids("HAMMER_SAW"));
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "sew"))).isEmpty();
        assertThat(codes(got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "hnmner"))).isEmpty();
        assertThat(similar(got("/ValueSet/$expand", "url", ecl("< TOOL"), "filter", "hnmner"))).isFalse();
    }

    @Test
    void onlyTrueAndFalseAskForAnExplanation() {
        assertRefused(get("/ValueSet/$expand", "url", ecl("< TOOL"), "explain", "maybe"), 400, "explain", "maybe", "true or false");
    }
}
