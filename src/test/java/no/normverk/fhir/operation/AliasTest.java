package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** One code system under two URIs: every operation takes either, and calls it as the caller did. */
class AliasTest extends OperationTest {
    private static final String OWN = "http://x.no/colours";
    private static final String ALIAS = "urn:oid:1.2.3.4";

    private static String coding(String system, String code) {
        return "{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}";
    }

    private static String valueSet(String compose) {
        return resource("valueSet", "{\"resourceType\":\"ValueSet\",\"url\":\"http://y.no/vs\",\"status\":\"active\",\"compose\":{" + compose + "}}");
    }

    private static List<String> contents(JsonNode valueSet) {
        return StreamSupport.stream(valueSet.at("/expansion/contains").spliterator(), false)
                .map(entry -> entry.path("system").asText() + "#" + entry.path("code").asText())
                .toList();
    }

    @Test
    void lookupAndValidationAnswerUnderTheUriAsked() {
        JsonNode lookup = got("/CodeSystem/$lookup", "system", ALIAS, "code", "red");
        assertThat(value(lookup, "system")).isEqualTo(ALIAS);
        assertThat(value(lookup, "display")).isEqualTo("Red");
        JsonNode inSystem = got("/CodeSystem/$validate-code", "url", ALIAS, "code", "red");
        assertThat(value(inSystem, "result")).isEqualTo("true");
        assertThat(value(inSystem, "system")).isEqualTo(ALIAS);
        assertThat(value(got("/CodeSystem/$lookup", "system", ALIAS, "code", "red", "version", "1.0.0"), "display")).isEqualTo("Reddish");
        assertRefused(get("/CodeSystem/$lookup", "system", ALIAS, "code", "red", "version", "9"), 404, "'9'", "1.0.0, 2.0.0");
    }

    @Test
    void aClosureRelatesConceptsUnderBothUrisAndCallsEachAsTheCallerDid() {
        post("/$closure", parameters(text("name", "String", "aliased")));
        JsonNode closure = answer(post("/$closure", parameters(
                text("name", "String", "aliased"), value("concept", "Coding", coding(ALIAS, "any")), value("concept", "Coding", coding(OWN, "red")))));
        JsonNode group = closure.at("/group/0");
        assertThat(closure.path("group")).hasSize(1);
        assertThat(group.path("source").asText() + "#" + group.at("/element/0/code").asText()).isEqualTo(OWN + "#red");
        assertThat(group.path("target").asText() + "#" + group.at("/element/0/target/0/code").asText()).isEqualTo(ALIAS + "#any");
    }

    @Test
    void aValueSetHoldsACodeUnderEitherUri() {
        for (String vs : List.of("all", "reds", "listed", "mixed")) {
            JsonNode answer = got("/ValueSet/$validate-code", "url", "http://x.no/vs/" + vs, "system", ALIAS, "code", "red");
            assertThat(value(answer, "result")).as(vs).isEqualTo("true");
            assertThat(value(answer, "system")).isEqualTo(ALIAS);
        }
        assertThat(value(got("/ValueSet/$validate-code", "url", "http://x.no/vs/mixed", "system", ALIAS, "code", "crimson"), "result")).isEqualTo("false");
        JsonNode ownCode = posted("/ValueSet/$validate-code", parameters(
                valueSet("\"include\":[{\"system\":\"" + ALIAS + "\",\"filter\":[{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"red\"}]}]"),
                value("coding", "Coding", coding(OWN, "crimson"))));
        assertThat(value(ownCode, "result")).isEqualTo("true");
        assertThat(value(ownCode, "system")).isEqualTo(OWN);
    }

    @Test
    void anExpansionCallsTheSystemAsTheValueSetDoesAndIsAlgebraOfTheSameConcepts() {
        assertThat(contents(posted("/ValueSet/$expand", parameters(valueSet("\"include\":[{\"system\":\"" + ALIAS + "\",\"concept\":[{\"code\":\"blue\"}]}]")))))
                .containsExactly(ALIAS + "#blue");
        String mixed = "\"include\":[{\"system\":\"" + ALIAS + "\",\"concept\":[{\"code\":\"blue\"},{\"code\":\"red\"},{\"code\":\"mauve\"}]},"
                + "{\"system\":\"" + OWN + "\",\"concept\":[{\"code\":\"blue\"}]}],\"exclude\":[{\"system\":\"" + OWN + "\",\"concept\":[{\"code\":\"red\"}]}]";
        assertThat(contents(posted("/ValueSet/$expand", parameters(valueSet(mixed))))).containsExactly(ALIAS + "#blue", ALIAS + "#mauve");
        String imported = "\"include\":[{\"system\":\"" + ALIAS + "\",\"valueSet\":[\"http://x.no/vs/reds\"]}]";
        assertThat(contents(posted("/ValueSet/$expand", parameters(valueSet(imported))))).containsExactly(ALIAS + "#red", ALIAS + "#crimson");
    }

    @Test
    void rulesForVersionsHoldUnderEitherUri() {
        JsonNode expansion = got("/ValueSet/$expand", "url", "http://x.no/vs/all", "system-version", ALIAS + "|1.0.0");
        assertThat(contents(expansion)).containsExactly(OWN + "#red", OWN + "#sepia");
    }

    @Test
    void subsumptionTakesOneCodingUnderEachUri() {
        assertThat(value(got("/CodeSystem/$subsumes", "codingA", ALIAS + "|red", "codingB", OWN + "|crimson"), "outcome")).isEqualTo("subsumes");
        assertThat(value(got("/CodeSystem/$subsumes", "system", ALIAS, "codeA", "crimson", "codeB", "red"), "outcome")).isEqualTo("subsumed-by");
    }

    @Test
    void mapsLeadFromAndBackToTheUriAsked() {
        JsonNode forward = got("/ConceptMap/$translate", "system", ALIAS, "code", "red", "targetsystem", "http://x.no/paints");
        assertThat(value(forward, "result")).isEqualTo("true");
        JsonNode back = got("/ConceptMap/$translate", "url", "http://x.no/map/paints", "system", "http://x.no/paints", "code", "P2", "reverse", "true", "targetsystem", ALIAS);
        assertThat(back.toString()).contains(ALIAS).doesNotContain("\"" + OWN + "\"");
    }

    @Test
    void aUriThatTwoCodeSystemsClaimIsRefusedWithBothNamed() {
        String contested = "urn:oid:1.2.9.9";
        assertRefused(get("/CodeSystem/$lookup", "system", contested, "code", "Small"), 422, contested, "Dyes, Sizes");
        assertRefused(get("/CodeSystem/$validate-code", "url", contested, "code", "Small"), 422, contested, "Dyes, Sizes");
        assertRefused(get("/CodeSystem/$subsumes", "system", contested, "codeA", "Small", "codeB", "Large"), 422, "Dyes, Sizes");
        assertRefused(get("/ValueSet/$validate-code", "url", "http://x.no/vs/mixed", "system", contested, "code", "Small"), 422, "Dyes, Sizes");
        assertRefused(post("/ValueSet/$expand", parameters(valueSet("\"include\":[{\"system\":\"" + contested + "\"}]"))), 422, "Dyes, Sizes");
        assertRefused(get("/ConceptMap/$translate", "system", contested, "code", "Small", "targetsystem", "http://x.no/boxes"), 422, "Dyes, Sizes");
        assertRefused(get("/ConceptMap/$translate", "system", OWN, "code", "red", "targetsystem", contested), 422, "Dyes, Sizes");
        assertThat(value(got("/CodeSystem/$lookup", "system", "http://x.no/sizes", "code", "Small"), "display")).isEqualTo("Small");
    }
}
