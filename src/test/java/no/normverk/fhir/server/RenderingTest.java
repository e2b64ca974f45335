package no.normverk.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RenderingTest extends HttpTest {

    private String type(String path, String... headers) {
        HttpResponse<byte[]> answer = get(path, headers);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer).startsWith("<")).isEqualTo(header(answer, "Content-Type").contains("xml"));
        return header(answer, "Content-Type");
    }

    @Test
    void jsonIsTheDefault() {
        assertThat(type("/CodeSystem/colours")).isEqualTo("application/fhir+json;charset=UTF-8");
        assertThat(type("/CodeSystem/colours", "Accept", "*/*")).startsWith("application/fhir+json");
        assertThat(type("/CodeSystem/colours", "Accept", "application/fhir+json; fhirVersion=4.0")).startsWith("application/fhir+json");
        assertThat(type("/CodeSystem/colours", "Accept", "application/json, application/fhir+json")).startsWith("application/fhir+json");
    }

    @Test
    void theCallerChoosesTheForm() {
        assertThat(type("/CodeSystem/colours", "Accept", "application/json")).startsWith("application/json");
        assertThat(type("/CodeSystem/colours", "Accept", "application/fhir+xml")).startsWith("application/fhir+xml");
        assertThat(type("/CodeSystem/colours", "Accept", "application/fhir+xml;q=0.5, application/fhir+json;q=0.4")).contains("xml");
        assertThat(type("/CodeSystem/colours", "Accept", "application/fhir+json;fhirVersion=5.0, application/xml")).contains("xml");
        for (String format : new String[] {"xml", "application/fhir%2Bxml", "application/fhir+xml", "text/xml"}) {
            assertThat(type("/CodeSystem/colours?_format=" + format, "Accept", "application/json")).contains("xml");
        }
        assertThat(type("/CodeSystem/colours?_format=json", "Accept", "application/fhir+xml")).contains("json");
    }

    @Test
    void aBrowserGetsJson() {
        assertThat(type("/metadata", "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .startsWith("application/json");
    }

    @Test
    void whatCannotBeAnsweredIsNotAcceptable() {
        assertThat(outcome(get("/CodeSystem/colours?_format=turtle"), 406)).contains("turtle");
        assertThat(outcome(get("/CodeSystem/colours", "Accept", "image/png"), 406)).contains("image/png");
        assertThat(outcome(get("/CodeSystem/colours", "Accept", "application/fhir+json;fhirVersion=5.0"), 406)).contains("5.0");
    }

    @Test
    void xmlHasTheSameContent() {
        String xml = text(get("/CodeSystem/colours?_format=xml"));

        assertThat(xml).contains("<code value=\"crimson\"").contains("Fårger ærlig").contains("<versionId value=\"2\"");
        assertThat(text(get("/CodeSystem/$lookup?code=r%C3%B8d&_format=xml"))).contains("<valueString value=\"rød\"/>");
    }

    @Test
    void anErrorHasTheFormThatWasAskedFor() {
        HttpResponse<byte[]> answer = get("/CodeSystem/nothing?_format=xml&_summary=true");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).startsWith("<OperationOutcome").contains("nothing");
    }

    @Test
    void prettyIsIndented() {
        assertThat(text(get("/CodeSystem/colours?_pretty=true"))).contains("\n  \"id\": \"colours\"");
        assertThat(outcome(get("/CodeSystem/colours?_pretty=maybe"), 400)).contains("_pretty").contains("maybe");
    }

    @Test
    void onlyTheElementsThatWereAskedForAreSent() {
        String answer = text(get("/CodeSystem/colours?_elements=name,status"));

        assertThat(answer).contains("\"name\":\"Colours\"").contains("SUBSETTED").doesNotContain("concept").doesNotContain("publisher");
        assertThat(outcome(get("/CodeSystem/colours?_elements=name:x"), 400)).contains("_elements");
        assertThat(outcome(get("/CodeSystem/colours?_elements=name&_summary=true"), 400)).contains("_summary");
    }

    @Test
    void aSummaryLeavesOutWhatItShould() {
        assertThat(text(get("/CodeSystem/colours?_summary=true"))).contains("publisher").doesNotContain("crimson").doesNotContain("<div");
        assertThat(text(get("/CodeSystem/colours?_summary=data"))).contains("crimson").doesNotContain("<div");
        assertThat(text(get("/CodeSystem/colours?_summary=text"))).contains("<div").doesNotContain("crimson");
        assertThat(text(get("/CodeSystem/colours?_summary=false"))).contains("crimson").contains("<div");
        assertThat(outcome(get("/CodeSystem/colours?_summary=some"), 400)).contains("some");
    }

    @Test
    void aLargeAnswerIsPackedForThoseWhoAcceptIt() throws IOException {
        HttpResponse<byte[]> plain = get("/CodeSystem/$large");
        HttpResponse<byte[]> packed = get("/CodeSystem/$large", "Accept-Encoding", "gzip, deflate");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(String.join(", ", packed.headers().allValues("Vary"))).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(2_000).isEqualTo(Integer.parseInt(header(packed, "Content-Length")));
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(unpacked).isEqualTo(plain.body());
        assertThat(text(plain)).endsWith("}]}");
        assertThat(header(get("/CodeSystem/$large", "Accept-Encoding", "gzip;q=0"), "Content-Encoding")).isEmpty();
        assertThat(header(get("/CodeSystem/extra", "Accept-Encoding", "gzip"), "Content-Encoding")).isEmpty();
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<byte[]> head = send(request("/CodeSystem/colours").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<byte[]> get = get("/CodeSystem/colours");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    }

    @Test
    void packingIsUndoneByUnpacking() throws IOException {
        Gzip gzip = new Gzip();
        for (int length : new int[] {0, 1, 1024, 5_000_000}) {
            byte[] bytes = new byte[length + 7];
            new java.util.Random(length).nextBytes(bytes);
            byte[] packed = gzip.pack(bytes, length);
            byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
            assertThat(unpacked).as("length " + length).isEqualTo(java.util.Arrays.copyOf(bytes, length));
        }
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(gzip.pack("again".getBytes(StandardCharsets.UTF_8), 5)))
                .readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("again");
    }
}
