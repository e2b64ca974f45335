package no.normverk.fhir.catalogue.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** An answer of the server, and its parameters by name. */
record Asked(int status, String contentType, String text) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked get(int port, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path.replace("|", "%7C")));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static Asked post(int port, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static Asked send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Asked(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    List<JsonNode> all(String name) {
        return named(json().path("parameter"), name);
    }

    String value(String name) {
        List<JsonNode> found = all(name);
        return found.isEmpty() ? "" : value(found.getFirst());
    }

    String outcome() {
        return json().path("issue").path(0).path("details").path("text").asText();
    }

    /** The parts of a name. */
    static List<JsonNode> parts(JsonNode parameter, String name) {
        return named(parameter.path("part"), name);
    }

    /** The value of the first part of a name, empty when there is none. */
    static String part(JsonNode parameter, String name) {
        List<JsonNode> found = parts(parameter, name);
        return found.isEmpty() ? "" : value(found.getFirst());
    }

    /** The value as text: the code of a Coding. */
    static String value(JsonNode parameter) {
        for (var field : parameter.properties()) {
            if (field.getKey().startsWith("value")) {
                return field.getValue().isObject() ? field.getValue().path("code").asText() : field.getValue().asText();
            }
        }
        return "";
    }

    /** The last part of a canonical address. */
    static String key(String canonical) {
        return canonical.substring(canonical.lastIndexOf('/') + 1);
    }

    private static List<JsonNode> named(JsonNode parameters, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(name)) {
                found.add(parameter);
            }
        }
        return found;
    }
}
