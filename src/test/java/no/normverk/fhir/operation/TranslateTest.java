package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslateTest extends OperationTest {

    private static final String SYSTEM = "http://x.no/colours";
    private static final String MAP = "http://x.no/map/paints";
    private static final String RED = "{\"system\":\"" + SYSTEM + "\",\"code\":\"red\"}";

    private static List<String> matches(JsonNode answer) {
        return parts(answer, "match").stream()
                .map(part -> value(part, "equivalence") + " " + value(part, "concept") + (value(part, "source").isEmpty() ? "" : " from " + value(part, "source")))
                .toList();
    }

    @Test
    void r4AndR5NamesAskTheSame() {
        for (JsonNode answer : new JsonNode[] {
            got("/ConceptMap/$translate", "url", MAP, "conceptMapVersion", "1", "system", SYSTEM, "code", "red"),
            got("/ConceptMap/$translate", "url", MAP + "|1", "sourceSystem", SYSTEM, "sourceCode", "red"),
            got("/ConceptMap/paints/$translate", "system", SYSTEM, "code", "red"),
            got("/ConceptMap/$translate", "system", SYSTEM, "code", "red", "targetsystem", "http://x.no/paints"),
            got("/ConceptMap/$translate", "sourceSystem", SYSTEM, "sourceCode", "red", "targetSystem", "http://x.no/paints"),
            got("/ConceptMap/$translate", "system", SYSTEM, "code", "red", "source", "http://x.no/vs/all", "target", "http://x.no/vs/paints"),
            posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("coding", "Coding", RED))),
            posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("sourceCoding", "Coding", RED))),
            posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("codeableConcept", "CodeableConcept", "{\"coding\":[" + RED + "]}"))),
            posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("sourceCodeableConcept", "CodeableConcept", "{\"coding\":[" + RED + "]}")))
        }) {
            assertThat(value(answer, "result")).isEqualTo("true");
            assertThat(matches(answer)).containsExactly("equivalent http://x.no/paints#P1", "wider http://x.no/paints#P2");
            assertThat(value(parts(answer, "match").getFirst(), "originMap")).isEqualTo(MAP + "|1");
            assertThat(value(parts(answer, "match").get(1), "comment")).isEqualTo("only outdoors");
            assertThat(value(answer, "message")).isEmpty();
        }
    }

    @Test
    void anotherVersionOfTheMapIsAnotherAnswer() {
        assertThat(matches(got("/ConceptMap/$translate", "url", MAP, "conceptMapVersion", "2", "system", SYSTEM, "code", "red"))).containsExactly("equal http://x.no/paints#P9");
    }

    @Test
    void inReverseR4TellsTheSourceAsConceptAndR5BesideIt() {
        assertThat(matches(got("/ConceptMap/$translate", "url", MAP, "system", "http://x.no/paints", "code", "P1", "reverse", "true")))
                .containsExactly("equivalent http://x.no/colours#red", "narrower http://x.no/colours#crimson");
        assertThat(matches(got("/ConceptMap/$translate", "url", MAP, "targetSystem", "http://x.no/paints", "targetCode", "P1")))
                .containsExactly("equivalent http://x.no/paints#P1 from http://x.no/colours#red", "narrower http://x.no/paints#P1 from http://x.no/colours#crimson");
    }

    @Test
    void whatIsNotMappedIsToldAsTheMapSays() {
        assertThat(matches(got("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "blue"))).containsExactly("relatedto http://x.no/paints#P0");
        JsonNode unmatched = got("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "puce");
        assertThat(value(unmatched, "result")).isEqualTo("false");
        assertThat(matches(unmatched)).containsExactly("unmatched ");
        JsonNode none = got("/ConceptMap/$translate", "system", "http://x.no/none", "code", "a");
        assertThat(value(none, "result")).isEqualTo("false");
        assertThat(value(none, "message")).contains("http://x.no/none#a");
    }

    @Test
    void dependenciesChooseAmongTheTargets() {
        String out = "{\"coding\":[{\"system\":\"http://x.no/places\",\"code\":\"out\"}]}";
        String in = out.replace("\"out\"", "\"in\"");
        String ask = "{\"name\":\"dependency\",\"part\":[" + text("element", "Uri", "http://x.no/where") + "," + value("concept", "CodeableConcept", "%s") + "]}";

        assertThat(matches(posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("coding", "Coding", RED), ask.formatted(out))))).hasSize(2);
        JsonNode indoors = posted("/ConceptMap/$translate", parameters(text("url", "Uri", MAP), value("coding", "Coding", RED), ask.formatted(in)));
        assertThat(matches(indoors)).containsExactly("equivalent http://x.no/paints#P1");
    }

    @Test
    void aMapMayBeSentAlong() {
        String map = "{\"resourceType\":\"ConceptMap\",\"url\":\"http://y.no/m\",\"status\":\"active\",\"group\":[{\"source\":\"" + SYSTEM
                + "\",\"target\":\"http://y.no/t\",\"element\":[{\"code\":\"red\",\"target\":[{\"code\":\"T\",\"equivalence\":\"equal\"}]}]}]}";

        assertThat(matches(posted("/ConceptMap/$translate", parameters(resource("conceptMap", map), value("coding", "Coding", RED))))).containsExactly("equal http://y.no/t#T");
        assertThat(matches(posted("/ConceptMap/$translate", parameters(resource("tx-resource", map), text("url", "Uri", "http://y.no/m"), value("coding", "Coding", RED)))))
                .containsExactly("equal http://y.no/t#T");
        assertRefused(get("/ConceptMap/$translate", "url", "http://y.no/m", "system", SYSTEM, "code", "red"), 404, "http://y.no/m");
    }

    @Test
    void whatCannotBeTranslatedIsNamed() {
        assertRefused(get("/ConceptMap/$translate", "url", MAP), 400, "code");
        assertRefused(get("/ConceptMap/$translate", "url", "http://x.no/none", "system", SYSTEM, "code", "red"), 404, "http://x.no/none");
        assertRefused(get("/ConceptMap/$translate", "url", MAP, "conceptMapVersion", "9", "system", SYSTEM, "code", "red"), 404, MAP + "|9");
        assertRefused(get("/ConceptMap/none/$translate", "system", SYSTEM, "code", "red"), 404, "none");
        assertRefused(get("/ConceptMap/$translate", "sourceCode", "red", "targetCode", "P1"), 422, "source", "target");
        assertRefused(get("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "red", "reverse", "perhaps"), 400, "reverse", "perhaps");
        assertRefused(get("/ConceptMap/$translate", "url", "http://x.no/map/round", "system", "http://x.no/shapes", "code", "x"), 422, "http://x.no/map/round");
        assertRefused(post("/ConceptMap/$translate", parameters(value("coding", "Coding", "{\"system\":\"x\"}"))), 400, "coding", "code");
        assertRefused(post("/ConceptMap/$translate", parameters(value("codeableConcept", "CodeableConcept", "{\"coding\":[]}"))), 400, "codeableConcept");
        assertRefused(post("/ConceptMap/$translate", parameters(resource("conceptMap", "{\"resourceType\":\"ValueSet\"}"), value("coding", "Coding", RED))), 400, "conceptMap", "ValueSet");
        assertRefused(post("/ConceptMap/$translate", parameters(value("coding", "Coding", RED), "{\"name\":\"dependency\",\"valueString\":\"x\"}")), 400, "Parameters.parameter");
    }
}
