package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServletResponse;
import no.normverk.fhir.Snapshot;

/**
 * One request on its way to its answer.
 *
 * @param request what was asked
 * @param response where the answer goes
 * @param target what the path names
 * @param snapshot what to answer from, taken once
 */
record Call(FhirHttpRequest request, HttpServletResponse response, Target target, Snapshot snapshot) {

    /** The FHIR base as the caller sees it, without a slash at the end. */
    String baseUrl() {
        StringBuffer url = request.getRequestURL();
        int path = url.length() - request.getRequestURI().length();
        return url.substring(0, path) + request.getContextPath() + request.getServletPath();
    }
}
