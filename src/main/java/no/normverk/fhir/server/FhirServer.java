package no.normverk.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.operation.Inputs.MalformedInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servlet of the FHIR base. HAPI carries a request through its interceptors to the {@link Router}'s choice; what goes wrong anywhere on the way is
 * told by an OperationOutcome.
 */
public final class FhirServer extends RestfulServer {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(FhirServer.class);
    private static final String ROUTE = Route.class.getName();

    private final transient CurrentSnapshot snapshots;
    private final transient Router router;
    private final transient Responses responses;
    private final transient SnapshotBinding binding;
    private final int maxBodySize;

    FhirServer(FhirContext context, CurrentSnapshot snapshots, Router router, Responses responses, int maxBodySize)
            throws NoSuchMethodException {
        super(context);
        this.snapshots = snapshots;
        this.router = router;
        this.responses = responses;
        this.binding = new SnapshotBinding(context, this::answer);
        this.maxBodySize = maxBodySize;
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setIgnoreServerParsedRequestParameters(false);
    }

    /** The route that was found for a request before HAPI got it. */
    static Route route(ServletRequestDetails request) {
        return (Route) request.getServletRequest().getAttribute(ROUTE);
    }

    @Override
    protected void service(HttpServletRequest original, HttpServletResponse response) throws ServletException, IOException {
        if (Cors.answer(original, response)) {
            return;
        }
        HttpServletResponse quiet = new QuietResponse(response);
        FhirHttpRequest request;
        try {
            request = FhirHttpRequest.of(original, maxBodySize);
            request.setAttribute(ROUTE, router.route(original.getMethod(), Target.of(path(original))));
        } catch (Problem problem) {
            responses.send(FhirHttpRequest.unreadable(original), quiet, problem);
            return;
        }
        super.service(request, quiet);
    }

    /** The path below the base, still percent-encoded. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length() + request.getServletPath().length());
    }

    @Override
    public BaseMethodBinding determineResourceMethod(RequestDetails request, String path) {
        return binding;
    }

    /** {@link Rendering} reads the parameters that HAPI would look at here. */
    @Override
    protected void validateRequest(ServletRequestDetails request) {}

    @Override
    protected String newRequestId(int length) {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    @Override
    protected void addRequestIdToResponse(ServletRequestDetails request, String requestId) {
        request.getServletResponse().setHeader("X-Request-ID", requestId);
    }

    private void answer(ServletRequestDetails details) {
        FhirHttpRequest request = (FhirHttpRequest) details.getServletRequest();
        HttpServletResponse response = details.getServletResponse();
        Route route = route(details);
        try {
            try {
                Call call = new Call(request, response, route.target(), snapshots.get(), details.getFhirServerBase());
                route.interaction().answer(call);
            } catch (Problem problem) {
                responses.send(request, response, problem);
            } catch (MalformedInputException e) {
                responses.send(request, response, Problem.malformed(String.valueOf(e.getMessage())));
            } catch (RuntimeException | StackOverflowError e) {
                responses.send(request, response, incident(route, e));
            }
        } catch (IOException e) {
            LOG.debug("The caller went away before its answer was sent", e);
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
