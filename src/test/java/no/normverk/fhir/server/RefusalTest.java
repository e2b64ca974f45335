package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request, under /fhir it is told by an OperationOutcome and never by a page. */
class RefusalTest extends HttpTest {

    @Test
    void whatIsNotHereIsNamed() {
        assertThat(outcome(get("/Patient/1"), 404)).contains("Patient").contains("CodeSystem");
        assertThat(outcome(get("/CodeSystem/nothing"), 404)).contains("CodeSystem/nothing");
        assertThat(outcome(get("/CodeSystem/a/b/c/d/e"), 404)).contains("/CodeSystem/a/b/c/d/e");
        assertThat(outcome(get("/CodeSystem/a/b"), 404)).isNotBlank();
        assertThat(outcome(get("/CodeSystem/_nonsense"), 404)).contains("_nonsense");
        assertThat(outcome(get(""), 404)).contains("metadata");
        assertThat(outcome(get("/"), 404)).contains("metadata");
        assertThat(outcome(get("/_history"), 404)).contains("_history");
        assertThat(outcome(get("/CodeSystem/_history"), 404)).contains("history");
        assertThat(outcome(get("/CodeSystem/a%20b"), 400)).contains("a b");
    }

    @Test
    void aMethodThatIsNotOfferedIsToldWithThoseThatAre() {
        for (String method : new String[] {"PUT", "DELETE", "PATCH", "OPTIONS", "FOO"}) {
            HttpRequest.Builder request = request("/CodeSystem/colours").method(method, BodyPublishers.noBody());
            HttpResponse<byte[]> answer = send(request);
            assertThat(outcome(answer, 405)).contains(method);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
        }
        assertThat(outcome(post("/CodeSystem", "application/fhir+json", "{}"), 405)).contains("POST");
        assertThat(outcome(post("/metadata", "application/fhir+json", "{}"), 405)).contains("POST");
        assertThat(raw("TRACE /fhir/CodeSystem HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405").contains("\"OperationOutcome\"").doesNotContain("<html");
    }

    @Test
    void badPercentEncodingIsRefused() {
        for (String target : new String[] {"/CodeSystem?name=%zz", "/CodeSystem?name=%e6", "/CodeSystem?%=1", "/CodeSystem?name=%2"}) {
            assertOutcome(target, 400);
        }
        assertOutcome("/CodeSystem/%zz", 400);
        assertOutcome("/CodeSystem/%00", 400);
        assertOutcome("/CodeSystem/%e6", 400);
        assertOutcome("/CodeSystem/a%2Fb", 400);
        assertOutcome("/CodeSystem/../../..", 400);
    }

    @Test
    void illegalCharactersAreRefusedOrReadAsTheyAreMeant() {
        assertOutcome("/CodeSystem?name=a b", 400);
        assertOutcome("/CodeSystem\u0001", 400);
        assertThat(raw("GET /fhir/CodeSystem?url=http://x.no/colours|2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200").contains("\"total\":1");
        assertThat(raw("GET /fhir/CodeSystem/$lookup?code=<<{a}[b] HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200").contains("<<{a}[b]");
    }

    @Test
    void aUrlMayBeLongButNotEndless() {
        assertThat(get("/CodeSystem?name=" + "a".repeat(40_000)).statusCode()).isEqualTo(200);
        assertOutcome("/CodeSystem?name=" + "a".repeat(70_000), 400);
    }

    @Test
    void malformedHttpIsRefused() {
        assertThat(raw("GET /fhir/metadata HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400").contains("OperationOutcome");
        assertThat(raw("nonsense\r\n\r\n")).contains("400").contains("OperationOutcome").doesNotContain("<html");
        assertThat(raw("GET /fhir/metadata HTTP/9.9\r\nHost: x\r\n\r\n")).contains("505").contains("OperationOutcome");
        assertThat(raw("POST /fhir/CodeSystem/$lookup HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")).contains("400").contains("OperationOutcome");
    }

    @Test
    void whatTomcatRefusesIsXmlForThoseWhoAskForXml() {
        assertThat(raw("GET /fhir/%zz HTTP/1.1\r\nHost: x\r\nAccept: application/fhir+xml\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400").contains("<OperationOutcome");
    }

    @Test
    void aBrowserIsNeverShownHtml() {
        for (String path : new String[] {"/nonsense", "/CodeSystem/$break", "/CodeSystem/%zz"}) {
            assertThat(raw("GET /fhir" + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n"))
                    .contains("OperationOutcome").doesNotContain("<html");
        }
    }

    private void assertOutcome(String target, int status) {
        assertThat(raw("GET /fhir" + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .as(target.substring(0, Math.min(100, target.length())))
                .startsWith("HTTP/1.1 " + status)
                .contains("{\"resourceType\":\"OperationOutcome\"")
                .containsIgnoringCase("Content-Type: application/fhir+json");
    }

    @Test
    void pagesOfAnyOriginMayAsk() {
        HttpResponse<byte[]> preflight = send(request("/CodeSystem/$lookup")
                .header("Origin", "https://a.no")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-cache-id")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("x-cache-id");
        assertThat(header(get("/metadata", "Origin", "https://a.no"), "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void theRequestIdComesBack() {
        assertThat(header(get("/metadata", "X-Request-Id", "abc"), "X-Request-ID")).isEqualTo("abc");
    }
}
