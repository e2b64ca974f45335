package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpandTest extends OperationTest {

    private static String codes(JsonNode valueSet) {
        return codesOf(valueSet.path("expansion").path("contains"));
    }

    private static String codesOf(JsonNode contains) {
        List<String> codes = new ArrayList<>();
        contains.forEach(item -> codes.add(item.path("code").asText() + (item.has("contains") ? "(" + codesOf(item.path("contains")) + ")" : "")));
        return String.join(" ", codes);
    }

    private static List<String> echo(JsonNode valueSet) {
        List<String> echo = new ArrayList<>();
        valueSet.path("expansion").path("parameter").forEach(parameter -> parameter.properties().stream()
                .filter(member -> member.getKey().startsWith("value"))
                .forEach(member -> echo.add(parameter.path("name").asText() + "=" + member.getValue().asText())));
        return echo;
    }

    @Test
    void aValueSetIsExpandedByUrlByInstanceAndAsSentAlong() {
        String whole = "any(red(crimson) blue puce mauve)";
        String sent = "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://x.no/colours\"}]}}";

        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all"))).isEqualTo(whole);
        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all|1"))).isEqualTo(whole);
        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all", "valueSetVersion", "1"))).isEqualTo(whole);
        assertThat(codes(got("/ValueSet/all/$expand"))).isEqualTo(whole);
        assertThat(codes(posted("/ValueSet/$expand", parameters(text("url", "Uri", "http://x.no/vs/all"))))).isEqualTo(whole);
        assertThat(codes(posted("/ValueSet/$expand", parameters(resource("valueSet", sent))))).isEqualTo(whole);
    }

    @Test
    void theAnswerIsTheValueSetWithWhatWasDrawnOn() {
        JsonNode answer = got("/ValueSet/$expand", "url", "http://x.no/vs/all");

        assertThat(answer.path("resourceType").asText()).isEqualTo("ValueSet");
        assertThat(answer.path("url").asText()).isEqualTo("http://x.no/vs/all");
        assertThat(answer.path("title").asText()).isEqualTo("All colours");
        assertThat(answer.has("compose")).isFalse();
        assertThat(answer.path("expansion").path("total").asInt()).isEqualTo(6);
        assertThat(answer.path("expansion").has("offset")).isFalse();
        assertThat(answer.path("expansion").path("identifier").asText()).startsWith("urn:uuid:");
        assertThat(echo(answer)).containsExactly("used-codesystem=http://x.no/colours|2.0.0");
        assertThat(answer.path("expansion").path("contains").path(0).path("abstract").asBoolean()).isTrue();
        assertThat(got("/ValueSet/all/$expand", "includeDefinition", "true").has("compose")).isTrue();
    }

    @Test
    void pagesAreCutAndEchoed() {
        JsonNode page = got("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "2", "offset", "1");

        assertThat(codes(page)).isEqualTo("red crimson");
        assertThat(page.path("expansion").path("total").asInt()).isEqualTo(6);
        assertThat(page.path("expansion").path("offset").asInt()).isEqualTo(1);
        assertThat(echo(page)).contains("count=2", "offset=1");
        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "0"))).isEmpty();
    }

    @Test
    void textsFollowTheCallersLanguage() {
        JsonNode norwegian = got("/ValueSet/$expand", "url", "http://x.no/vs/all", "displayLanguage", "nb", "excludeNested", "true", "includeDesignations", "true");
        JsonNode red = norwegian.path("expansion").path("contains").path(1);

        assertThat(red.path("display").asText()).isEqualTo("Rød");
        assertThat(red.path("designation").findValuesAsText("value")).contains("Red", "Raud");
        assertThat(echo(norwegian)).contains("displayLanguage=nb", "excludeNested=true", "includeDesignations=true");
        assertThat(got("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "2").path("expansion").path("contains").path(1).has("designation")).isFalse();
    }

    @Test
    void wordsInactiveAndPropertiesAreHonoured() {
        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all", "filter", "rød"))).isEqualTo("red");
        assertThat(codes(got("/ValueSet/$expand", "url", "http://x.no/vs/all", "activeOnly", "true"))).isEqualTo("any(red(crimson) blue mauve)");
        assertThat(got("/ValueSet/$expand", "url", "http://x.no/vs/reds", "property", "weight").toString()).contains("\"valueDecimal\":1.5");
        assertThat(answer(get("/ValueSet/$expand", "url", "http://x.no/vs/reds", "property", "weight")).toString()).contains("weight");
        assertThat(get("/ValueSet/$expand", "url", "http://x.no/vs/reds", "property", "weight").body()).contains("\"valueDecimal\":1.50");
    }

    @Test
    void whatARequestBringsIsUsedAndForgotten() {
        String system = "{\"resourceType\":\"CodeSystem\",\"url\":\"http://y.no/s\",\"status\":\"active\",\"content\":\"complete\",\"concept\":[{\"code\":\"y\"}]}";
        String set = "{\"resourceType\":\"ValueSet\",\"url\":\"http://y.no/v\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://y.no/s\"}]}}";

        assertThat(codes(posted("/ValueSet/$expand", parameters(text("url", "Uri", "http://y.no/v"), resource("tx-resource", system), resource("tx-resource", set)))))
                .isEqualTo("y");
        assertRefused(get("/ValueSet/$expand", "url", "http://y.no/v"), 404, "http://y.no/v");
    }

    @Test
    void versionParametersAreHonouredAndEchoed() {
        JsonNode first = got("/ValueSet/$expand", "url", "http://x.no/vs/all", "system-version", "http://x.no/colours|1.x.x");

        assertThat(codes(first)).isEqualTo("red sepia");
        assertThat(echo(first)).contains("system-version=http://x.no/colours|1.x.x", "used-codesystem=http://x.no/colours|1.0.0");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "force-system-version", "http://x.no/colours|7"), 404, "http://x.no/colours", "'7'", "1.0.0 or 2.0.0");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "system-version", "http://x.no/colours"), 400, "system-version", "url|version");
    }

    @Test
    void whatCannotBeExpandedIsToldWithWhatIsWrong() {
        assertRefused(get("/ValueSet/$expand"), 400, "url");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/none"), 404, "http://x.no/none");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all|9"), 404, "http://x.no/vs/all|9");
        assertRefused(get("/ValueSet/none/$expand"), 404, "ValueSet", "none");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "-1"), 400, "count", "-1", "whole number");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "abc"), 400, "count", "abc");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "count", "99999999999"), 400, "count", "99999999999");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "offset", "1.5"), 400, "offset", "1.5");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "activeOnly", "maybe"), 400, "activeOnly", "maybe", "true or false");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "includeDesignations", "1"), 400, "includeDesignations", "true or false");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "displayLanguage", "no_NO"), 422, "no_NO");
        assertRefused(get("/ValueSet/$expand", "url", "http://x.no/vs/all", "useSupplement", "http://x.no/none"), 404, "http://x.no/none");
    }

    @Test
    void whatIsSentAlongMustBeWhatItSays() {
        assertRefused(post("/ValueSet/$expand", parameters(resource("valueSet", "\"x\""))), 400, "valueSet", "ValueSet");
        assertRefused(post("/ValueSet/$expand", parameters(resource("valueSet", "{\"resourceType\":\"Patient\"}"))), 400, "valueSet", "Patient");
        assertRefused(post("/ValueSet/$expand", parameters(text("valueSet", "String", "x"))), 400, "valueSet");
        assertRefused(post("/ValueSet/$expand", parameters(resource("tx-resource", "{\"resourceType\":\"Patient\"}"))), 400, "tx-resource", "Patient");
        assertRefused(post("/ValueSet/$expand", parameters(text("tx-resource", "Uri", "http://x.no"))), 400, "tx-resource", "http://x.no");
        assertRefused(post("/ValueSet/$expand", parameters(resource("valueSet", "{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":{}}}"))), 400, "ValueSet.compose.include");
        assertRefused(post("/ValueSet/$expand", parameters(resource("valueSet",
                "{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"system\":\"http://x.no/colours\",\"filter\":[{\"property\":\"code\",\"op\":\"regex\",\"value\":\"(\"}]}]}}"))), 422, "(");
        assertRefused(post("/ValueSet/$expand", "{\"resourceType\":"), 400, "JSON", "line 1");
        assertRefused(post("/ValueSet/$expand", "{\"resourceType\":\"ValueSet\"}"), 400, "Parameters", "ValueSet");
        assertRefused(post("/ValueSet/$expand", "{\"resourceType\":\"Parameters\",\"parameter\":{}}"), 400, "Parameters.parameter");
        assertRefused(post("/ValueSet/$expand", "{\"resourceType\":\"Parameters\",\"parameter\":[{}]}"), 400, "Parameters.parameter[0]", "name");
    }
}
