package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OperationRoutingTest extends HttpTest {

    private static final String PARAMETERS =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"rød\"}]}";

    @Test
    void aGetGivesTheQueryToTheOperation() {
        String answer = text(get("/CodeSystem/$lookup?code=r%C3%B8d+gr%C3%B8nn&system=http://x.no", "Accept-Language", "nb",
                "X-TOO-COSTLY-THRESHOLD", "1000"));

        assertThat(answer).contains("\"code.query\",\"valueString\":\"rød grønn\"").contains("\"language\",\"valueString\":\"nb\"")
                .contains("\"threshold\",\"valueString\":\"1000\"").contains("\"base\",\"valueString\":\"" + base() + "\"");
    }

    @Test
    void aPostGivesItsBodyAndTheQueryToTheOperation() {
        for (String type : new String[] {"application/fhir+json; fhirVersion=4.0;charset=UTF-8", "application/json", "text/json"}) {
            assertThat(text(post("/CodeSystem/$lookup?system=s", type, PARAMETERS)))
                    .contains("\"code.Code\",\"valueString\":\"rød\"").contains("\"system.query\"");
        }
    }

    @Test
    void aPostMayHaveABareQuestionMark() {
        assertThat(post("/CodeSystem/$lookup?", "application/fhir+json", PARAMETERS).statusCode()).isEqualTo(200);
    }

    @Test
    void anXmlBodyIsTheSameAsJson() {
        String xml = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"code\"/><valueCode value=\"rød\"/></parameter></Parameters>";

        assertThat(text(post("/CodeSystem/$lookup", "application/fhir+xml", xml))).contains("\"code.Code\",\"valueString\":\"rød\"");
        assertThat(outcome(post("/CodeSystem/$lookup", "application/fhir+xml", "<Parameters"), 400)).contains("XML");
    }

    @Test
    void aFormIsTheSameAsAQuery() {
        assertThat(text(post("/CodeSystem/$lookup?a=1", "application/x-www-form-urlencoded", "code=r%C3%B8d")))
                .contains("\"a.query\"").contains("\"code.query\",\"valueString\":\"rød\"");
    }

    @Test
    void anEmptyBodyIsAllowed() {
        assertThat(send(request("/CodeSystem/$lookup?code=a").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(200);
        assertThat(post("/CodeSystem/$lookup?code=a", "application/fhir+json", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        assertThat(text(packed(gzip(PARAMETERS)))).contains("\"code.Code\",\"valueString\":\"rød\"");
        assertThat(outcome(packed(PARAMETERS.getBytes(StandardCharsets.UTF_8)), 400)).contains("gzip");
        assertThat(outcome(packed(gzip(" ".repeat(300_000))), 413)).contains("200000");
    }

    private HttpResponse<byte[]> packed(byte[] body) {
        return send(request("/CodeSystem/$lookup").header("Content-Type", "application/json").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void otherContentTypesAreRefused() {
        assertThat(outcome(post("/CodeSystem/$lookup", "text/plain", "hello"), 415)).contains("text/plain");
        assertThat(outcome(post("/CodeSystem/$lookup", "application/json;charset=nonsense", "{}"), 415)).contains("nonsense");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        assertThat(outcome(post("/CodeSystem/$lookup", "application/json", " ".repeat(200_001)), 413)).contains("200000");
    }

    @Test
    void aMalformedBodyIsToldWithItsPlace() {
        assertThat(outcome(post("/CodeSystem/$lookup", "application/json", "{\n  \"resourceType\": }"), 400)).contains("line 2");
        assertThat(outcome(post("/CodeSystem/$lookup", "application/json", "{\"resourceType\":\"Patient\"}"), 400)).contains("Patient");
        assertThat(outcome(post("/CodeSystem/$lookup", "application/json", "[".repeat(100_000)), 400)).isNotBlank();
    }

    @Test
    void anOperationIsFoundOnTypeInstanceAndBaseAsItIsDefined() {
        assertThat(text(get("/ValueSet/v01/$expand"))).contains("\"id\",\"valueString\":\"v01\"");
        assertThat(text(get("/ValueSet/$expand"))).contains("\"id\",\"valueString\":\"null\"");
        assertThat(get("/$versions").statusCode()).isEqualTo(200);
        assertThat(post("/$closure", "application/json", PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(post("/ConceptMap/$closure", "application/json", PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(outcome(get("/CodeSystem/colours/$lookup"), 404)).contains("$lookup").contains("CodeSystem");
    }

    @Test
    void anUnknownOperationIsNamedWithThoseThatAreKnown() {
        assertThat(outcome(get("/CodeSystem/$nonsense"), 404)).contains("$nonsense").contains("$lookup");
        assertThat(outcome(get("/$nonsense"), 404)).contains("$versions");
        assertThat(outcome(get("/Patient/$everything"), 404)).contains("Patient");
    }

    @Test
    void anOperationThatChangesSomethingIsNotForGet() {
        HttpResponse<byte[]> answer = get("/$closure");

        assertThat(outcome(answer, 405)).contains("GET");
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }

    @Test
    void aFailureInsideIsToldWithoutItsCause() {
        String text = outcome(get("/CodeSystem/$break"), 500);

        assertThat(text).contains("incident").doesNotContain("secret");
    }

    @Test
    void anUnusableThresholdIsRefused() {
        assertThat(outcome(get("/CodeSystem/$lookup", "X-TOO-COSTLY-THRESHOLD", "many"), 400)).contains("many");
    }
}
