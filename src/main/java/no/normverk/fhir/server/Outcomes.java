package no.normverk.fhir.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.normverk.fhir.operation.Answer;
import org.jspecify.annotations.Nullable;

/** OperationOutcomes about the request as a whole. */
final class Outcomes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Outcomes() {}

    static Answer of(Problem problem) {
        return error(problem.status(), problem.code(), problem.text(), problem.expression());
    }

    static Answer error(int status, String code, String text, @Nullable String expression) {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error").put("code", code);
        issue.putObject("details").put("text", text);
        issue.put("diagnostics", text);
        if (expression != null) {
            issue.putArray("expression").add(expression);
        }
        try {
            byte[] json = JSON.writeValueAsBytes(outcome);
            return new Answer(status, json, json.length);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
