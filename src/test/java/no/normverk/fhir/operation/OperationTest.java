package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Asks the operations of the running server over HTTP. */
@SpringBootTest(classes = OperationServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class OperationTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Value("${local.server.port}")
    int port;

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir" + path));
    }

    /** A path with a query of names and values that are still to be encoded. */
    static String query(String path, String... namesAndValues) {
        StringBuilder query = new StringBuilder(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    static String parameters(String... parameters) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}";
    }

    /** A parameter with a value that is JSON. */
    static String value(String name, String type, String json) {
        return "{\"name\":\"" + name + "\",\"value" + type + "\":" + json + "}";
    }

    static String text(String name, String type, String text) {
        return value(name, type, "\"" + text + "\"");
    }

    static String resource(String name, String json) {
        return "{\"name\":\"" + name + "\",\"resource\":" + json + "}";
    }

    HttpResponse<String> get(String path, String... namesAndValues) {
        return send(request(query(path, namesAndValues)));
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/fhir+json").POST(BodyPublishers.ofString(body)));
    }

    /** A call with the header that names languages. */
    HttpResponse<String> getIn(String acceptLanguage, String path, String... namesAndValues) {
        return send(request(query(path, namesAndValues)).header("Accept-Language", acceptLanguage));
    }

    /** A call with a body and the header that names languages. */
    HttpResponse<String> postIn(String acceptLanguage, String path, String body) {
        return send(request(path).header("Accept-Language", acceptLanguage).header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The JSON of a good answer; its XML, and the XML answer to the XML form of a body, must be the same resource. */
    JsonNode answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        return read(response.body());
    }

    JsonNode got(String path, String... namesAndValues) {
        HttpResponse<String> response = get(path, namesAndValues);
        JsonNode json = answer(response);
        HttpResponse<String> xml = send(request(query(path, namesAndValues)).header("Accept", "application/fhir+xml"));
        assertThat(withoutChance(fromXml(xml))).isEqualTo(withoutChance(normal(response.body())));
        return json;
    }

    JsonNode posted(String path, String body) {
        HttpResponse<String> response = post(path, body);
        JsonNode json = answer(response);
        String xmlBody = FHIR.newXmlParser().encodeResourceToString(FHIR.newJsonParser().parseResource(body));
        HttpResponse<String> xml = send(request(path).header("Content-Type", "application/fhir+xml").header("Accept", "application/fhir+xml")
                .POST(BodyPublishers.ofString(xmlBody)));
        assertThat(withoutChance(fromXml(xml))).isEqualTo(withoutChance(normal(response.body())));
        return json;
    }

    private static String fromXml(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+xml");
        return FHIR.newJsonParser().encodeResourceToString(FHIR.newXmlParser().parseResource(response.body()));
    }

    private static String normal(String json) {
        IBaseResource resource = FHIR.newJsonParser().parseResource(json);
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    /** What is another each time: the identifier and the time of an expansion, and how long something took. */
    private static String withoutChance(String json) {
        return json.replaceAll("\"identifier\":\"urn:uuid:[^\"]*\"", "").replaceAll("\"timestamp\":\"[^\"]*\"", "")
                .replaceAll("\"microseconds\",\"valueInteger\":\\d+", "");
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** That an answer is a refusal: an OperationOutcome in which everything is told that a caller needs to put it right. */
    static void assertRefused(HttpResponse<String> response, int status, String... told) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        OperationOutcome outcome = FHIR.newJsonParser().parseResource(OperationOutcome.class, response.body());
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.getIssueFirstRep();
        assertThat(issue.getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.ERROR);
        assertThat(issue.getCode()).isNotNull();
        assertThat(issue.getDetails().getText()).contains(told);
    }

    /** The value of the first parameter of a name, as text; empty when there is none. */
    static String value(JsonNode parameters, String name) {
        List<String> values = values(parameters, name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    static List<String> values(JsonNode parameters, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode parameter : parameters.path("parameter").isMissingNode() ? parameters : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                parameter.properties().stream().filter(member -> member.getKey().startsWith("value")).forEach(member -> values.add(
                        member.getValue().isObject()
                                ? member.getValue().path("system").asText() + "#" + member.getValue().path("code").asText()
                                : member.getValue().asText()));
            }
        }
        return values;
    }

    /** The parts of all parameters of a name. */
    static List<JsonNode> parts(JsonNode parameters, String name) {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode parameter : parameters.path("parameter").isMissingNode() ? parameters : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                parts.add(parameter.path("part"));
            }
        }
        return parts;
    }

    /** The resource of the first parameter of a name. */
    static JsonNode resourceOf(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.path("resource");
            }
        }
        throw new AssertionError("no parameter " + name + " in " + parameters);
    }
}
