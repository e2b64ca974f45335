package no.normverk.fhir.operation;

import java.util.List;
import no.normverk.fhir.json.JsonOut;
import no.normverk.fhir.message.Messages;
import no.normverk.terminology.Issue;
import no.normverk.terminology.Languages;

/** Writes issues as an OperationOutcome (FHIR R4, 2.32), in the caller's language. */
public final class IssueWriter {

    private static final String MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";
    private static final String ISSUE_TYPE = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    private IssueWriter() {}

    /** An OperationOutcome as an answer, with the status that fits the first issue. */
    public static Answer answer(List<Issue> issues, Languages languages) {
        JsonOut out = new JsonOut();
        write(out, issues, languages);
        return new Answer(status(issues), out.buffer(), out.length());
    }

    private static int status(List<Issue> issues) {
        return switch (issues.isEmpty() ? "" : issues.getFirst().code()) {
            case "not-found" -> 404;
            case "required", "value", "structure", "not-supported" -> 400;
            default -> 422;
        };
    }

    static void write(JsonOut out, List<Issue> issues, Languages languages) {
        out.startObject().member("resourceType", "OperationOutcome").name("issue").startArray();
        for (Issue issue : issues) {
            write(out, issue, languages);
        }
        out.endArray().endObject();
    }

    private static void write(JsonOut out, Issue issue, Languages languages) {
        out.startObject();
        if (Messages.isShared(issue.message())) {
            out.name("extension").startArray().startObject();
            out.member("url", MESSAGE_ID).member("valueString", issue.message().id());
            out.endObject().endArray();
        }
        out.member("severity", issue.severity().code()).member("code", issue.code());
        out.name("details").startObject();
        if (issue.detail() != null) {
            out.name("coding").startArray().startObject();
            out.member("system", ISSUE_TYPE).member("code", issue.detail());
            out.endObject().endArray();
        }
        out.member("text", Messages.text(issue.message(), languages)).endObject();
        if (issue.expression() != null) {
            out.name("expression").startArray().string(issue.expression()).endArray();
        }
        out.endObject();
    }
}
