package no.normverk.fhir.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets pages of any origin ask (Fetch standard, CORS protocol). No answer depends on who asks, so no credentials are let through and no answer varies by
 * origin.
 */
final class Cors {

    private static final String REQUEST_METHOD = "Access-Control-Request-Method";

    private Cors() {}

    /** Adds the headers a page needs; {@code true} when the request was a page asking beforehand and is answered with that. */
    static boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Origin") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        String method = request.getHeader(REQUEST_METHOD);
        if (method == null || !request.getMethod().equals("OPTIONS")) {
            response.setHeader("Access-Control-Expose-Headers", "ETag, Last-Modified, Location, Content-Location, X-Request-ID");
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        String headers = request.getHeader("Access-Control-Request-Headers");
        if (headers != null) {
            response.setHeader("Access-Control-Allow-Headers", headers);
        }
        response.setHeader("Access-Control-Max-Age", "3600");
        return true;
    }
}
