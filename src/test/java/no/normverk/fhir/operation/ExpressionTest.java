package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Expressions of the compositional grammar over HTTP: subsumption, normal form, the concept model, membership in value sets. */
@SpringBootTest(classes = KitchenServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ExpressionTest extends OperationTest {

    private static final String SYSTEM = "http://snomed.info/sct";

    private String outcome(String codeA, String codeB) {
        return value(got("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", KitchenServer.code(codeA), "codeB", KitchenServer.code(codeB)), "outcome");
    }

    private void below(String narrow, String wide) {
        assertThat(outcome(wide, narrow)).as(narrow + " is below " + wide).isEqualTo("subsumes");
        assertThat(outcome(narrow, wide)).as(narrow + " is below " + wide).isEqualTo("subsumed-by");
    }

    private void unrelated(String one, String other) {
        assertThat(outcome(one, other)).isEqualTo("not-subsumed");
        assertThat(outcome(other, one)).isEqualTo("not-subsumed");
    }

    private void same(String one, String other) {
        assertThat(outcome(one, other)).isEqualTo("equivalent");
        assertThat(outcome(other, one)).isEqualTo("equivalent");
    }

    @Test
    void whyAnExpressionIsNoneIsToldByEveryOperation() {
        String unclosed = KitchenServer.code("SOUP : { INGREDIENT = TOMATO");
        String soup = KitchenServer.code("SOUP");
        String place = "column " + (unclosed.length() + 1);
        unknown(get("/CodeSystem/$lookup", "system", SYSTEM, "code", unclosed), "code", place);
        unknown(get("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", soup, "codeB", unclosed), "codeB", place);
        String misspelt = KitchenServer.code("SOUP : INGREDIENT = 7771000");
        unknown(get("/CodeSystem/$lookup", "system", SYSTEM, "code", misspelt), "code", "Concept 7771000 not found");
    }

    private void unknown(HttpResponse<String> response, String parameter, String why) {
        assertRefused(response, 404, "Unknown code");
        JsonNode reason = read(response.body()).path("issue").path(1);
        assertThat(reason.path("severity").asText()).isEqualTo("information");
        assertThat(reason.path("details").path("text").asText()).startsWith("Not a valid expression").contains(why);
        assertThat(reason.path("expression").path(0).asText()).isEqualTo(parameter);
    }

    @Test
    void expressionsThatSayTheSameAreEquivalent() {
        same("SOUP : INGREDIENT = TOMATO", "SOUP|whatever|:INGREDIENT=TOMATO");
        same("SOUP : METHOD = BOILING, INGREDIENT = TOMATO", "SOUP : INGREDIENT = TOMATO, METHOD = BOILING");
        same("SOUP : { INGREDIENT = TOMATO }", "SOUP : INGREDIENT = TOMATO");
        same("DISH + SOUP : INGREDIENT = TOMATO", "SOUP : INGREDIENT = TOMATO, INGREDIENT = VEGETABLE");
        same("DISH : PORTIONS = #4", "DISH : PORTIONS = #4.0");
    }

    @Test
    void anExpressionThatSaysWhatADefinitionSaysIsTheConcept() {
        same("SOUP : INGREDIENT = TOMATO", "TOMATO_SOUP");
        below("SOUP : { INGREDIENT = TOMATO, METHOD = BOILING }", "TOMATO_SOUP");
        below("TOMATO_SOUP", "DISH : INGREDIENT = VEGETABLE");
        unrelated("SOUP : INGREDIENT = ONION", "TOMATO_SOUP");
        unrelated("DISH : INGREDIENT = TOMATO, METHOD = BOILING", "TOMATO_SOUP");
    }

    @Test
    void narrowerAttributesAndValuesMakeNarrowerExpressions() {
        below("SOUP : INGREDIENT = TOMATO", "SOUP : INGREDIENT = VEGETABLE");
        below("SOUP : INGREDIENT = TOMATO, METHOD = BOILING", "DISH : METHOD = ACTION");
        below("SOUP : INGREDIENT = TOMATO", "SOUP");
        below("SOUP : { INGREDIENT = TOMATO, METHOD = BOILING }", "SOUP : { INGREDIENT = TOMATO }, { METHOD = BOILING }");
        unrelated("SOUP : INGREDIENT = TOMATO", "SOUP : METHOD = BOILING");
        unrelated("DISH : PORTIONS = #4", "DISH : PORTIONS = #5");
    }

    @Test
    void nestedExpressionsAreComparedAsExpressions() {
        below("SOUP : INGREDIENT = (TOMATO : HUE = RED)", "SOUP : INGREDIENT = TOMATO");
        below("SOUP : INGREDIENT = (TOMATO : HUE = RED)", "TOMATO_SOUP");
        below("SOUP : INGREDIENT = (TOMATO : HUE = RED)", "SOUP : INGREDIENT = (VEGETABLE : HUE = COLOUR)");
        same("SOUP : INGREDIENT = (TOMATO : HUE = RED)", "SOUP : INGREDIENT = ( TOMATO : { HUE = RED } )");
        unrelated("SOUP : INGREDIENT = (VEGETABLE : HUE = RED)", "SOUP : INGREDIENT = TOMATO");
    }

    @Test
    void whatIsOnlyNecessarySubsumesNothingElse() {
        unrelated("<<< SOUP : INGREDIENT = ONION", "SOUP : INGREDIENT = ONION, METHOD = BOILING");
        below("<<< SOUP : INGREDIENT = TOMATO", "TOMATO_SOUP");
        same("<<< SOUP : INGREDIENT = ONION", "<<<SOUP:INGREDIENT=ONION");
    }

    private List<String> message(String codeA, String codeB) {
        return values(got("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", KitchenServer.code(codeA), "codeB", KitchenServer.code(codeB)), "message");
    }

    @Test
    void thatNothingWasFoundIsNotSaidToBeKnown() {
        assertThat(message("SOUP : INGREDIENT = TOMATO", "SOUP : METHOD = BOILING")).singleElement().asString().contains("reasoner may infer more");
        assertThat(message("SOUP : INGREDIENT = TOMATO", "ONION")).hasSize(1);
        assertThat(message("SOUP", "ONION")).isEmpty();
        assertThat(message("SOUP : INGREDIENT = TOMATO", "TOMATO_SOUP")).isEmpty();
    }

    @Test
    void whatIsNoExpressionIsRefusedWithTheReason() {
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", KitchenServer.code("SOUP:INGREDIENT="), "codeB", KitchenServer.code("SOUP")), 404, SYSTEM);
        assertRefused(get("/CodeSystem/$lookup", "system", SYSTEM, "code", KitchenServer.code("SOUP:INGREDIENT=7771000")), 404, "7771000");
    }

    private String normal(String code, String property) {
        JsonNode answer = got("/CodeSystem/$lookup", "system", SYSTEM, "code", KitchenServer.code(code), "property", property);
        return parts(answer, "property").stream()
                .filter(part -> value(part, "code").equals(property))
                .map(part -> value(part, "value"))
                .findFirst()
                .orElse("");
    }

    private void normalForm(String code, String expected) {
        assertThat(normal(code, "normalFormTerse")).as(code).isEqualTo(KitchenServer.code(expected));
    }

    @Test
    void theNormalFormUnfoldsDefinitionsAndDropsWhatIsSaidTwice() {
        normalForm("TOMATO_SOUP", "SOUP: INGREDIENT = TOMATO");
        normalForm("SOUP", "<<< DISH");
        normalForm("TOMATO_SOUP : METHOD = BOILING", "SOUP: INGREDIENT = TOMATO, METHOD = BOILING");
        normalForm("TOMATO_SOUP : { INGREDIENT = TOMATO, METHOD = BOILING }", "SOUP: { INGREDIENT = TOMATO, METHOD = BOILING }");
        normalForm("DISH + TOMATO_SOUP : INGREDIENT = VEGETABLE", "SOUP: INGREDIENT = TOMATO");
        normalForm("DISH : INGREDIENT = (TOMATO : HUE = RED)", "DISH: INGREDIENT = (TOMATO: HUE = RED)");
        assertThat(normal("TOMATO_SOUP:METHOD=BOILING", "normalForm")).isEqualTo(
                KitchenServer.code("SOUP|soup|:INGREDIENT|ingredient|=TOMATO|tomato|,METHOD|method|=BOILING|boiling|"));
    }

    /** The texts of the issues of an answer, each behind its severity. */
    private List<String> issues(String code, String... more) {
        List<String> asked = new ArrayList<>(List.of("url", SYSTEM, "code", KitchenServer.code(code)));
        asked.addAll(List.of(more));
        JsonNode answer = got("/CodeSystem/$validate-code", asked.toArray(String[]::new));
        List<String> issues = new ArrayList<>();
        issues.add(value(answer, "result"));
        for (JsonNode parameter : answer.path("parameter")) {
            if (parameter.path("name").asText().equals("issues")) {
                parameter.path("resource").path("issue").forEach(issue ->
                        issues.add(issue.path("severity").asText() + ": " + issue.path("details").path("text").asText()));
            }
        }
        return issues;
    }

    private void allowed(String code) {
        assertThat(issues(code, "concept-model", "true")).containsExactly("true");
    }

    private void refused(String code, String... why) {
        List<String> issues = issues(code, "concept-model", "true");
        assertThat(issues.getFirst()).isEqualTo("false");
        assertThat(issues).anySatisfy(issue -> assertThat(issue).startsWith("error: ").contains(java.util.Arrays.stream(why).map(KitchenServer::code).toList()));
    }

    @Test
    void withoutBeingAskedTheConceptModelIsNotLookedAtAndThatIsSaid() {
        assertThat(issues("SOUP : INGREDIENT = RED")).hasSize(2).element(1).asString().startsWith("information: ").contains("MRCM");
    }

    @Test
    void expressionsWithinTheConceptModelAreAllowed() {
        allowed("SOUP : INGREDIENT = TOMATO");
        allowed("SOUP : { INGREDIENT = TOMATO, METHOD = BOILING }, { INGREDIENT = ONION, METHOD = FRYING }");
        allowed("SOUP : PORTIONS = #4, { INGREDIENT = (TOMATO : HUE = RED) }");
    }

    @Test
    void whatTheConceptModelDoesNotAllowIsRefused() {
        refused("TOMATO : INGREDIENT = ONION", "INGREDIENT", "TOMATO", "applies to DISH");
        refused("SOUP : INGREDIENT = RED", "RED |red| is no value", "<< PLANT");
        refused("SOUP : INGREDIENT = (RED : NO_RULE = RED)", "is no value", "<< PLANT");
        refused("SOUP : { INGREDIENT = TOMATO, INGREDIENT = ONION }", "occurs 2 times in one group", "allows 1");
        refused("TOMATO : HUE = RED, HUE = COLOUR", "occurs 2 times", "allows 1");
        refused("TOMATO : { HUE = RED }", "only outside groups");
        refused("SOUP : INGREDIENT = (TOMATO : { HUE = RED })", "only outside groups");
        refused("SOUP : PORTIONS = #0", "#0 is no value", "int(>#0..#12)");
        refused("SOUP : PORTIONS = #2.5", "#2.5 is no value");
        refused("SOUP : PORTIONS = #13", "#13 is no value");
        refused("SOUP : PORTIONS = TOMATO", "is no value");
        refused("SOUP : NO_RULE = TOMATO", "no rule for the attribute NO_RULE");
    }

    @Test
    void adviceAndRulesThatCannotBeAppliedAreWarnings() {
        assertThat(issues("TOMATO : HUE = ONION", "concept-model", "true")).hasSize(2).startsWith("true").element(1).asString().startsWith("warning: ");
        assertThat(issues("SOUP : LOST = ONION", "concept-model", "true")).startsWith("true").element(1).asString().startsWith("warning: ").contains("could not be applied");
        assertThat(issues("SOUP : INGREDIENT = RED", "concept-model", "true", "displayLanguage", "nb")).element(1).asString().contains("begrepsmodellen");
    }

    private JsonNode member(String constraint, String code) {
        return got("/ValueSet/$validate-code", "url", SYSTEM + "?fhir_vs=ecl/" + KitchenServer.code(constraint), "system", SYSTEM,
                "code", KitchenServer.code(code), "explain", "true");
    }

    @Test
    void expressionsAreMembersOfConstraintsByWhatTheyMean() {
        assertThat(value(member("<< SOUP : INGREDIENT = << VEGETABLE", "SOUP : INGREDIENT = TOMATO"), "result")).isEqualTo("true");
        assertThat(value(member("<< SOUP : INGREDIENT = << VEGETABLE", "SOUP : INGREDIENT = (TOMATO : HUE = RED)"), "result")).isEqualTo("true");
        assertThat(value(member("<< SOUP : INGREDIENT = VEGETABLE", "SOUP : INGREDIENT = (VEGETABLE : HUE = RED)"), "result")).isEqualTo("false");
        JsonNode refused = member("<< SOUP : INGREDIENT = << VEGETABLE, METHOD = FRYING", "SOUP : INGREDIENT = TOMATO, METHOD = BOILING");
        assertThat(value(refused, "result")).isEqualTo("false");
        assertThat(values(refused, "excluded-by")).containsExactly(KitchenServer.code("METHOD = FRYING"));
    }

    @Test
    void aValueSetChecksExpressionsAgainstTheConceptModelWhenAsked() {
        String url = SYSTEM + "?fhir_vs=ecl/" + KitchenServer.code("<< SOUP");
        JsonNode answer = got("/ValueSet/$validate-code", "url", url, "system", SYSTEM, "code", KitchenServer.code("SOUP:INGREDIENT=RED"), "concept-model", "true");

        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(value(answer, "message")).contains("MRCM");
    }
}
