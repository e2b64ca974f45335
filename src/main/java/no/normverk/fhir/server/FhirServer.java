package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.operation.Inputs.MalformedInputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servlet of the FHIR base: reads a request, finds its {@link Route} and lets that answer. What goes wrong anywhere on the way is told by an
 * OperationOutcome.
 *
 * <p>It is no HAPI server: carrying a request through HAPI's own servlet cost more than answering it ({@code docs/decisions/plain-servlet.md}).
 */
public final class FhirServer extends HttpServlet {

    private static final long serialVersionUID = 2;
    private static final Logger LOG = LoggerFactory.getLogger(FhirServer.class);
    private static final String REQUEST_ID = "X-Request-ID";

    private final transient CurrentSnapshot snapshots;
    private final transient Router router;
    private final transient Responses responses;
    private final int maxBodySize;

    FhirServer(CurrentSnapshot snapshots, Router router, Responses responses, int maxBodySize) {
        this.snapshots = snapshots;
        this.router = router;
        this.responses = responses;
        this.maxBodySize = maxBodySize;
    }

    @Override
    protected void service(HttpServletRequest original, HttpServletResponse response) {
        if (Cors.answer(original, response)) {
            return;
        }
        repeatRequestId(original, response);
        try {
            answer(original, response);
        } catch (IOException e) {
            LOG.debug("The caller went away before its answer was sent", e);
        }
    }

    private void answer(HttpServletRequest original, HttpServletResponse response) throws IOException {
        FhirHttpRequest request;
        Route route;
        try {
            request = FhirHttpRequest.of(original, maxBodySize);
            route = router.route(original.getMethod(), Target.of(path(original)));
        } catch (Problem problem) {
            responses.send(FhirHttpRequest.unreadable(original), response, problem);
            return;
        }
        Problem problem = answer(route, request, response);
        if (problem != null) {
            responses.send(request, response, problem);
        }
    }

    /** Answers, or tells why not. */
    private @Nullable Problem answer(Route route, FhirHttpRequest request, HttpServletResponse response) throws IOException {
        try {
            route.interaction().answer(new Call(request, response, route.target(), snapshots.get()));
            return null;
        } catch (Problem problem) {
            return problem;
        } catch (MalformedInputException e) {
            return Problem.malformed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return incident(route, e);
        }
    }

    /** The path below the base, still percent-encoded. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length() + request.getServletPath().length());
    }

    /** Callers who number their requests find the number on the answer (FHIR R4, 3.1.0.1.13). */
    private static void repeatRequestId(HttpServletRequest request, HttpServletResponse response) {
        String id = request.getHeader(REQUEST_ID);
        if (id != null) {
            response.setHeader(REQUEST_ID, id);
        }
    }

    /** The cause stays in the log; the caller gets a number to ask with. */
    private static Problem incident(Route route, Throwable cause) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("Incident {} in {}", id, route.target(), cause);
        return new Problem(
                500, "exception", "an internal error, logged as incident " + id, null, Map.of());
    }
}
