package no.normverk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An answer that is no says why, for people and for programs: shown with every request of HL7's suite that the content at hand can answer. */
@SpringBootTest(classes = ConformanceServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NegativeAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";
    private static final String ISSUE_TYPES = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    /** Not about one element of the question, but about the concept as a whole or about the definitions that the question rests on. */
    private static final Set<String> OF_NO_ELEMENT = Set.of(
            "TX_GENERAL_CC_ERROR_MESSAGE",
            "Unable_to_resolve_value_Set_",
            "VALUESET_CIRCULAR_REFERENCE",
            "VALUESET_SUPPLEMENT_MISSING",
            "INVALID_DISPLAY_NAME",
            "MSG_DEPRECATED",
            "MSG_WITHDRAWN",
            "MSG_EXPERIMENTAL",
            "MSG_DRAFT");

    @LocalServerPort
    private int port;

    @Test
    void everyNoOfValidateCodeHasItsIssues() throws Exception {
        List<String> poor = new ArrayList<>();
        int negative = 0;
        for (SuiteRequest request : SuiteRequest.all("reasons of negative answers")) {
            if (!request.url().endsWith("$validate-code")) {
                continue;
            }
            JsonNode answer = JSON.readTree(request.answer(port, "json", "en"));
            List<JsonNode> issues = issues(answer);
            if (isNo(answer)) {
                negative++;
                if (issues.stream().noneMatch(issue -> "error".equals(issue.path("severity").asText()))) {
                    poor.add(request.name() + ": no error among its issues");
                }
            }
            issues.forEach(issue -> missing(issue).forEach(what -> poor.add(request.name() + ": " + what + " missing in " + issue)));
        }
        assertThat(negative).isGreaterThan(200);
        assertThat(poor).isEmpty();
    }

    @Test
    void whoReadsNorwegianIsToldInNorwegian() throws Exception {
        List<String> english = new ArrayList<>();
        for (SuiteRequest request : SuiteRequest.all("negative answers in Norwegian")) {
            if (!request.url().endsWith("$validate-code") || namesLanguage(request)) {
                continue;
            }
            List<String> inEnglish = texts(request.answer(port, "json", "en"));
            for (String language : List.of("nb", "nn")) {
                texts(request.answer(port, "json", language)).stream()
                        .filter(inEnglish::contains)
                        .forEach(text -> english.add(request.name() + " in " + language + ": " + text));
            }
        }
        assertThat(english).isEmpty();
    }

    /** A parameter outranks the header. */
    private static boolean namesLanguage(SuiteRequest request) throws IOException {
        return parameters(JSON.readTree(request.body())).stream()
                .anyMatch(parameter -> "displayLanguage".equals(parameter.path("name").asText()));
    }

    private static List<String> texts(String answer) throws IOException {
        return issues(JSON.readTree(answer)).stream()
                .map(issue -> issue.path("details").path("text").asText())
                .toList();
    }

    private static boolean isNo(JsonNode answer) {
        return parameters(answer).stream()
                .anyMatch(parameter -> "result".equals(parameter.path("name").asText())
                        && !parameter.path("valueBoolean").asBoolean());
    }

    private static List<JsonNode> issues(JsonNode answer) {
        JsonNode outcome = "OperationOutcome".equals(answer.path("resourceType").asText())
                ? answer
                : parameters(answer).stream()
                        .filter(parameter -> "issues".equals(parameter.path("name").asText()))
                        .findFirst()
                        .map(parameter -> parameter.path("resource"))
                        .orElse(JSON.createObjectNode());
        return list(outcome.path("issue"));
    }

    private static Set<String> missing(JsonNode issue) {
        Set<String> missing = new TreeSet<>();
        if (issue.path("severity").asText().isEmpty() || issue.path("code").asText().isEmpty()) {
            missing.add("severity or code");
        }
        if (issue.path("details").path("text").asText().isEmpty()) {
            missing.add("text");
        }
        if (list(issue.path("details").path("coding")).stream()
                .noneMatch(coding -> ISSUE_TYPES.equals(coding.path("system").asText()))) {
            missing.add("tx-issue-type");
        }
        String id = list(issue.path("extension")).stream()
                .filter(extension -> MESSAGE_ID.equals(extension.path("url").asText()))
                .map(extension -> extension.path("valueString").asText())
                .findFirst()
                .orElse("");
        boolean note = "information".equals(issue.path("severity").asText());
        if (id.isEmpty() && !note) {
            missing.add("message id");
        }
        if (list(issue.path("expression")).isEmpty() && !OF_NO_ELEMENT.contains(id)) {
            missing.add("expression");
        }
        return missing;
    }

    private static List<JsonNode> parameters(JsonNode answer) {
        return list(answer.path("parameter"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
