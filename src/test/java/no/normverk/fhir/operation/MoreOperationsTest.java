package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** {@code $compare}, {@code $closure}, {@code $find-matches}, {@code $preferred-id} and {@code $cache-control} over HTTP. */
@SpringBootTest(classes = OperationServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class MoreOperationsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A value set that the server does not have, for leaving with it. */
    private static final String BROUGHT =
            "{'name':'tx-resource','resource':{'resourceType':'ValueSet','url':'http://x.no/vs/brought','version':'7','name':'Brought',"
                    + "'status':'active','compose':{'include':[{'system':'http://x.no/colours','concept':[{'code':'blue'}]}]}}}";

    @Value("${local.server.port}")
    int port;

    private record Received(int status, JsonNode body) {

        String text(String parameter) {
            return parameter(parameter).asText();
        }

        JsonNode parameter(String name) {
            for (JsonNode parameter : body.path("parameter")) {
                if (parameter.path("name").asText().equals(name)) {
                    for (JsonNode value : parameter) {
                        if (value != parameter.path("name")) {
                            return value;
                        }
                    }
                }
            }
            return body.path("no parameter " + name);
        }

        String outcome() {
            return body.path("issue").path(0).path("details").path("text").asText();
        }
    }

    private Received post(String path, String parameters, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(
                        ("{'resourceType':'Parameters','parameter':[" + parameters + "]}").replace('\'', '"')));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private Received get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path)));
    }

    private static Received send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Received(response.statusCode(), OperationServer.read(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String name, String value) {
        return "{'name':'" + name + "','valueString':'" + value + "'}";
    }

    private static String concept(String code) {
        return "{'name':'concept','valueCoding':{'system':'http://x.no/colours','code':'" + code + "'}}";
    }

    private static String property(String code, String value) {
        return "{'name':'property','part':[{'name':'code','valueCode':'" + code + "'},{'name':'value'," + value + "}]}";
    }

    @Test
    void twoValueSetsAreComparedAndTheirCodesToldToThoseWhoAsk() {
        Received answer = post(
                "ValueSet/$compare",
                text("thisUrl", "http://x.no/vs/listed") + "," + text("otherUrl", "http://x.no/vs/reds|1") + ",{'name':'diagnostics','valueBoolean':true}");

        assertThat(answer.text("result")).isEqualTo("overlapping");
        assertThat(answer.text("common-codes")).isEqualTo("red");
        assertThat(answer.text("missing-codes")).isEqualTo("blue");
        assertThat(answer.text("extra-codes")).isEqualTo("crimson");
        assertThat(answer.parameter("performed-expansion").asBoolean()).isTrue();

        Received plain = get("ValueSet/reds/$compare?otherUrl=http://x.no/vs/all");
        assertThat(plain.text("result")).isEqualTo("subset");
        assertThat(plain.text("message")).contains("http://x.no/vs/reds|1").contains("sub-set");
        assertThat(plain.parameter("extra-codes").isMissingNode()).isTrue();
    }

    @Test
    void aComparisonNeedsTwoValueSetsThatAreKnown() {
        assertThat(get("ValueSet/$compare?thisUrl=http://x.no/vs/all").outcome()).contains("otherUrl");
        Received unknown = get("ValueSet/$compare?thisUrl=http://x.no/vs/all&otherUrl=http://x.no/vs/none");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.outcome()).contains("http://x.no/vs/none");
    }

    @Test
    void aClosureTableGrowsAndCanBeReplayed() {
        Received begun = post("$closure", text("name", "colours"));
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.body().path("resourceType").asText()).isEqualTo("ConceptMap");
        assertThat(begun.body().path("version").asText()).isEqualTo("0");

        post("$closure", text("name", "colours") + "," + concept("any") + "," + concept("blue"));
        Received more = post("$closure", text("name", "colours") + "," + concept("red"));
        assertThat(more.body().path("version").asText()).isEqualTo("2");
        JsonNode element = more.body().path("group").path(0).path("element").path(0);
        assertThat(element.path("code").asText()).isEqualTo("red");
        assertThat(element.path("target").path(0).path("code").asText()).isEqualTo("any");
        assertThat(element.path("target").path(0).path("equivalence").asText()).isEqualTo("subsumes");

        Received replayed = post("$closure", text("name", "colours") + "," + text("version", "0"));
        assertThat(replayed.body().path("group").path(0).path("element")).hasSize(2);
        assertThat(replayed.body().path("version").asText()).isEqualTo("2");
    }

    @Test
    void aClosureTableThatIsNotThereOrNamedWronglyIsRefusedAsR4Says() {
        Received lost = post("$closure", text("name", "lost") + "," + concept("red"));
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.outcome()).contains("invalid closure name \"lost\"");
        assertThat(post("$closure", text("name", "not a name")).status()).isEqualTo(400);
        assertThat(post("$closure", text("name", "a") + "," + concept("red") + "," + text("version", "1")).status()).isEqualTo(400);
    }

    @Test
    void conceptsAreFoundByTheirPropertiesWithWhatTheyLack() {
        String asked = "{'name':'system','valueUri':'http://x.no/colours'},{'name':'exact','valueBoolean':true},"
                + property("warm", "'valueBoolean':true") + "," + property("like", "'valueCode':'red'");
        Received answer = post("CodeSystem/$find-matches", asked);

        JsonNode first = answer.body().path("parameter").path(0).path("part");
        assertThat(first.path(0).path("valueCoding").path("code").asText()).isEqualTo("crimson");
        assertThat(first).hasSize(1);
        JsonNode second = answer.body().path("parameter").path(1).path("part");
        assertThat(second.path(0).path("valueCoding").path("code").asText()).isEqualTo("red");
        assertThat(second.path(1).path("name").asText()).isEqualTo("unmatched");
        assertThat(second.path(1).path("part").path(1).path("valueCode").asText()).isEqualTo("red");
        assertThat(answer.body().path("parameter")).hasSize(2);
    }

    @Test
    void aHumanGetsPossibleMatchesWithComments() {
        Received answer = post("CodeSystem/colours/$find-matches", property("display", "'valueString':'any'"));
        assertThat(answer.body().path("parameter").path(0).path("part").path(1).path("valueString").asText()).contains("Possible match");
        assertThat(post("CodeSystem/$find-matches", "{'name':'system','valueUri':'http://x.no/none'}," + property("a", "'valueCode':'b'")).status())
                .isEqualTo(404);
        assertThat(post("CodeSystem/colours/$find-matches", "").outcome()).contains("property");
    }

    @Test
    void anIdentifierLeadsToThePreferredOneOfItsSystem() {
        assertThat(get("NamingSystem/$preferred-id?id=1.2.3.4&type=uri").text("result")).isEqualTo("http://x.no/colours");
        assertThat(get("NamingSystem/$preferred-id?id=http://x.no/colours&type=oid").text("result")).isEqualTo("1.2.3.4");
        assertThat(get("NamingSystem/$preferred-id?id=9.9&type=oid").status()).isEqualTo(404);
        assertThat(get("NamingSystem/$preferred-id?id=1.2.3.4&type=url").outcome()).contains("oid, uuid, uri or other");
    }

    @Test
    void resourcesThatWereLeftAreSeenByLaterCallsUntilTheyAreEnded() {
        Received begun = post("$cache-control?mode=start", BROUGHT);
        String id = begun.text("cache-id");
        String ask = text("url", "http://x.no/vs/brought");

        assertThat(post("ValueSet/$expand", ask, "X-Cache-Id", id).body().path("expansion").path("total").asInt()).isEqualTo(1);
        assertThat(post("ValueSet/$compare", text("thisUrl", "http://x.no/vs/brought") + "," + text("otherUrl", "http://x.no/vs/all"), "X-Cache-Id", id)
                        .text("result"))
                .isEqualTo("subset");
        assertThat(post("ValueSet/$expand", ask).status()).isEqualTo(404);
        assertThat(post("$cache-control?mode=check", "", "X-Cache-Id", id).parameter("valid").asBoolean()).isTrue();

        assertThat(post("$cache-control?mode=end", "", "X-Cache-Id", id).status()).isEqualTo(200);
        Received ended = post("ValueSet/$expand", ask, "X-Cache-Id", id);
        assertThat(ended.status()).isEqualTo(404);
        assertThat(ended.outcome()).contains(id).contains("mode=start");
        assertThat(post("$cache-control?mode=check", "", "X-Cache-Id", id).parameter("valid").asBoolean(true)).isFalse();
    }

    @Test
    void onlyACacheThatIsNotSealedKeepsWhatLaterCallsBring() {
        String ask = text("url", "http://x.no/vs/brought");
        for (boolean sealed : new boolean[] {true, false}) {
            String id = post("$cache-control?mode=start", "{'name':'sealed','valueBoolean':" + sealed + "}").text("cache-id");
            assertThat(post("ValueSet/$expand", ask + "," + BROUGHT, "X-Cache-Id", id).status()).isEqualTo(200);
            assertThat(post("ValueSet/$expand", ask, "X-Cache-Id", id).status()).isEqualTo(sealed ? 404 : 200);
        }
    }

    @Test
    void cacheControlRefusesWhatItCannotUnderstand() {
        assertThat(post("$cache-control", "").outcome()).contains("mode");
        assertThat(post("$cache-control?mode=pause", "").outcome()).contains("pause");
        assertThat(post("$cache-control?mode=end", "").outcome()).contains("X-Cache-Id");
        assertThat(post("$cache-control?mode=start", "{'name':'tx-resource','resource':{'resourceType':'Patient'}}").status()).isEqualTo(400);
    }

    @Test
    void theCapabilityStatementListsTheOperations() {
        List<String> names = new ArrayList<>();
        JsonNode rest = get("metadata").body().path("rest").path(0);
        rest.path("operation").forEach(operation -> names.add(operation.path("name").asText()));
        rest.path("resource").forEach(resource -> resource.path("operation").forEach(operation -> names.add(operation.path("name").asText())));

        assertThat(names).contains("cache-control", "closure", "compare", "find-matches", "preferred-id");
    }
}
