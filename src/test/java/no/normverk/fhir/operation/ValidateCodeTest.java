package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ValidateCodeTest extends OperationTest {

    private static final String RED = "{\"system\":\"http://x.no/colours\",\"code\":\"red\"}";
    private static final String NONE = "{\"system\":\"http://x.no/colours\",\"code\":\"none\"}";

    @Test
    void aCodeIsValidatedByUrlByInstanceAndAsCodingOrConcept() {
        for (JsonNode answer : new JsonNode[] {
            got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "system", "http://x.no/colours", "code", "red"),
            got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "coding", "http://x.no/colours|red"),
            got("/ValueSet/all/$validate-code", "system", "http://x.no/colours", "code", "red"),
            posted("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("coding", "Coding", RED))),
            posted("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("codeableConcept", "CodeableConcept", "{\"coding\":[" + RED + "]}"))),
            posted("/ValueSet/all/$validate-code", parameters(value("coding", "Coding", RED)))
        }) {
            assertThat(value(answer, "result")).isEqualTo("true");
            assertThat(value(answer, "code")).isEqualTo("red");
            assertThat(value(answer, "system")).isEqualTo("http://x.no/colours");
            assertThat(value(answer, "version")).isEqualTo("2.0.0");
            assertThat(value(answer, "display")).isEqualTo("Red");
            assertThat(value(answer, "message")).isEmpty();
        }
    }

    @Test
    void aNoIsToldWithIssuesThatNameThePlace() {
        JsonNode answer = posted("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("coding", "Coding", NONE)));
        JsonNode issues = resourceOf(answer, "issues").path("issue");

        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(value(answer, "message")).isEqualTo("The provided code 'http://x.no/colours#none' was not found in the value set 'http://x.no/vs/all|1'; "
                + "Unknown code 'none' in the CodeSystem 'http://x.no/colours' version '2.0.0'");
        assertThat(issues).hasSize(2);
        assertThat(issues.path(0).path("severity").asText()).isEqualTo("error");
        assertThat(issues.path(0).path("code").asText()).isEqualTo("code-invalid");
        assertThat(issues.path(0).path("details").path("coding").path(0).path("code").asText()).isEqualTo("not-in-vs");
        assertThat(issues.path(0).path("details").path("coding").path(0).path("system").asText()).isEqualTo("http://hl7.org/fhir/tools/CodeSystem/tx-issue-type");
        assertThat(issues.path(0).path("expression").path(0).asText()).isEqualTo("Coding.code");
        assertThat(issues.path(1).path("extension").path(0).path("valueString").asText()).isEqualTo("Unknown_Code_in_Version");
    }

    @Test
    void aConceptIsEchoed() {
        JsonNode answer = posted("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"),
                value("codeableConcept", "CodeableConcept", "{\"coding\":[" + NONE + "],\"text\":\"etter ønske\"}")));

        assertThat(answer.toString()).contains("etter ønske");
        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(value(answer, "code")).isEmpty();
    }

    @Test
    void theServerSpeaksTheCallersLanguage() {
        JsonNode answer = got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "system", "http://x.no/colours", "code", "none", "displayLanguage", "nb");

        assertThat(value(answer, "message")).contains("verdisettet").doesNotContain("was not found");
    }

    @Test
    void anUnknownSystemMakesTheAnswerNo() {
        JsonNode answer = got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "system", "http://x.no/none", "code", "red");

        assertThat(value(answer, "result")).isEqualTo("false");
        assertThat(value(answer, "x-unknown-system")).isEqualTo("http://x.no/none");
        assertThat(value(got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "system", "http://x.no/colours", "code", "red", "systemVersion", "9"), "result"))
                .isEqualTo("false");
    }

    @Test
    void aSystemCanBeInferredAndCaseAndActivityAreTold() {
        assertThat(value(got("/ValueSet/$validate-code", "url", "http://x.no/vs/listed", "code", "red", "inferSystem", "true"), "system")).isEqualTo("http://x.no/colours");
        JsonNode small = got("/ValueSet/$validate-code", "url", "http://x.no/vs/mixed", "system", "http://x.no/sizes", "code", "SMALL");
        assertThat(value(small, "normalized-code")).isEqualTo("Small");
        JsonNode retired = got("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "system", "http://x.no/colours", "code", "puce");
        assertThat(value(retired, "inactive")).isEqualTo("true");
        assertThat(value(retired, "status")).isEqualTo("retired");
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefused() {
        assertRefused(get("/ValueSet/$validate-code", "system", "http://x.no/colours", "code", "red"), 400, "url");
        assertRefused(get("/ValueSet/$validate-code", "url", "http://x.no/none", "system", "http://x.no/colours", "code", "red"), 404, "http://x.no/none");
        assertRefused(get("/ValueSet/$validate-code", "url", "http://x.no/vs/all"), 422, "code", "coding");
        assertRefused(get("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "code", "red"), 422, "inferSystem");
        assertRefused(get("/ValueSet/$validate-code", "url", "http://x.no/vs/all", "coding", "http://x.no/colours|red", "abstract", "maybe"), 400, "abstract", "maybe");
        assertRefused(post("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("coding", "Coding", "{\"system\":\"http://x.no\"}"))), 422, "code");
        assertRefused(post("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("coding", "Coding", "{\"code\":5}"))), 400, "coding.code", "5");
        assertRefused(post("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), text("coding", "String", "red"))), 400, "coding", "red", "Coding");
        assertRefused(post("/ValueSet/$validate-code", parameters(text("url", "Uri", "http://x.no/vs/all"), value("codeableConcept", "CodeableConcept", "{\"text\":\"x\"}"))), 400, "coding");
    }

    @Test
    void inACodeSystemACodeIsKnownOrNot() {
        assertThat(value(got("/CodeSystem/$validate-code", "url", "http://x.no/colours", "code", "red"), "result")).isEqualTo("true");
        assertThat(value(got("/CodeSystem/$validate-code", "url", "http://x.no/colours", "code", "sepia", "version", "1.0.0"), "display")).isEqualTo("Sepia");
        assertThat(value(got("/CodeSystem/colours-1/$validate-code", "code", "red"), "display")).isEqualTo("Reddish");
        assertThat(value(posted("/CodeSystem/$validate-code", parameters(value("coding", "Coding", RED))), "result")).isEqualTo("true");
        assertThat(value(posted("/CodeSystem/$validate-code", parameters(value("codeableConcept", "CodeableConcept", "{\"coding\":[" + NONE + "," + RED + "]}"))), "result"))
                .isEqualTo("true");
        JsonNode none = got("/CodeSystem/$validate-code", "url", "http://x.no/colours", "code", "none");
        assertThat(value(none, "result")).isEqualTo("false");
        assertThat(value(none, "message")).isEqualTo("Unknown code 'none' in the CodeSystem 'http://x.no/colours' version '2.0.0'");
        assertThat(value(got("/CodeSystem/$validate-code", "url", "http://x.no/none", "code", "a"), "result")).isEqualTo("false");
        assertThat(value(got("/CodeSystem/$validate-code", "url", "http://x.no/absent", "code", "a"), "result")).isEqualTo("false");
        assertRefused(get("/CodeSystem/$validate-code", "url", "http://x.no/colours"), 422, "code");
        assertRefused(get("/CodeSystem/nothing/$validate-code", "code", "a"), 404, "CodeSystem", "nothing");
    }

    @Test
    void aBatchIsAnsweredInOrderAndABadOneGetsAnOutcomeInItsPlace() {
        String sent = parameters(
                text("url", "Uri", "http://x.no/vs/all"),
                resource("validation", parameters(value("coding", "Coding", RED))),
                resource("validation", parameters(value("coding", "Coding", NONE))),
                resource("validation", parameters(value("coding", "Coding", RED), text("url", "Uri", "http://x.no/none"))),
                resource("validation", "{\"resourceType\":\"Parameters\",\"parameter\":[{\"valueString\":\"x\"}]}"),
                resource("validation", "{\"resourceType\":\"Patient\"}"));
        JsonNode answers = answer(post("/ValueSet/$batch-validate-code", sent)).path("parameter");

        assertThat(answers).hasSize(5);
        assertThat(value(answers.path(0).path("resource"), "result")).isEqualTo("true");
        assertThat(value(answers.path(1).path("resource"), "result")).isEqualTo("false");
        for (int i = 2; i < 5; i++) {
            assertThat(answers.path(i).path("resource").path("resourceType").asText()).isEqualTo("OperationOutcome");
        }
        assertThat(value(posted("/CodeSystem/$batch-validate-code", parameters(resource("validation", parameters(value("coding", "Coding", RED))))).path("parameter").path(0)
                .path("resource"), "result")).isEqualTo("true");
        assertRefused(post("/ValueSet/$batch-validate-code", parameters()), 400, "validation");
    }
}
