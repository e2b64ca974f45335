package no.normverk.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import no.normverk.fhir.operation.Answer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What Tomcat says when a request does not come as far as a servlet: a malformed request line, an illegal character in the URL, headers that are too long.
 * An OperationOutcome in place of Tomcat's HTML page. Tomcat makes it by its class name.
 */
public final class OutcomeErrorReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Answer outcome = Outcomes.error(status, code(status), text(request, response, status), null);
        Rendering form = Rendering.ofAccept(request.getHeader("Accept"));
        byte[] bytes = form.isPlainJson() ? outcome.json() : new Responses(FhirContext.forR4Cached()).encode(outcome, form);
        try {
            response.setContentType(form.contentType());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes, 0, bytes.length);
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The caller went away before it was told of status " + status, e);
        }
    }

    private static String text(Request request, Response response, int status) {
        String message = response.getMessage();
        if (status >= 500) {
            return "an internal error";
        }
        if (message != null && !message.isBlank()) {
            return message;
        }
        String uri = request.getRequestURI();
        return switch (status) {
            case 404 -> "there is nothing at '" + uri + "'";
            case 405 -> "method " + request.getMethod() + " is not supported";
            default -> "the request is malformed: its first line or its headers have illegal characters or are too long";
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405, 501 -> "not-supported";
            case 413, 414, 431 -> "too-long";
            default -> status >= 500 ? "exception" : "structure";
        };
    }
}
