package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
                .containsExactly("equivalent http://x.no/colours#red", "wider http://x.no/colours#crimson");
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

    private static List<String> relationships(JsonNode answer) {
        return parts(answer, "match").stream().map(part -> value(part, "equivalence") + " = " + value(part, "relationship")).toList();
    }

    @Test
    void whatR4CallsWiderR5CallsASourceThatIsNarrower() {
        assertThat(relationships(got("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "red")))
                .containsExactly("equivalent = equivalent", "wider = source-is-narrower-than-target");
        assertThat(relationships(got("/ConceptMap/$translate", "url", MAP, "targetSystem", "http://x.no/paints", "targetCode", "P1")))
                .as("R5 tells the mapping as it is, from source to target")
                .containsExactly("equivalent = equivalent", "narrower = source-is-broader-than-target");
        assertThat(relationships(got("/ConceptMap/$translate", "url", MAP, "system", "http://x.no/paints", "code", "P1", "reverse", "true")))
                .as("R4 tells how the answer compares with what was asked")
                .containsExactly("equivalent = equivalent", "wider = source-is-narrower-than-target");
        assertThat(relationships(got("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "puce"))).containsExactly("unmatched = ");
    }

    @Test
    void aMapOfR5IsReadWithItsRelationshipsItsUnmappedModesAndWhatItDependsOn() {
        String map = """
            {"resourceType":"ConceptMap","url":"http://y.no/r5","status":"active","group":[{"source":"http://y.no/s|1","target":"http://y.no/t|2",
             "element":[{"code":"a","target":[{"code":"A","relationship":"source-is-narrower-than-target",
                                               "dependsOn":[{"attribute":"sex","valueCode":"female"}],
                                               "product":[{"attribute":"extra","valueCoding":{"system":"http://y.no/x","code":"X"}}]},
                                              {"code":"B","relationship":"source-is-broader-than-target"},{"code":"C","relationship":"not-related-to"},{"code":"D","relationship":"related-to"}]},
                        {"code":"b","noMap":true}],
             "unmapped":{"mode":"use-source-code"}}]}""";
        String[] codes = {"a", "b", "c"};
        JsonNode[] answers = new JsonNode[codes.length];
        for (int i = 0; i < codes.length; i++) {
            // R5's elements are no R4, so that only the JSON can be read back.
            answers[i] = answer(post("/ConceptMap/$translate", parameters(resource("conceptMap", map), value("sourceCoding", "Coding", "{\"system\":\"http://y.no/s\",\"code\":\"" + codes[i] + "\"}"))));
        }

        assertThat(matches(answers[0])).containsExactly("wider http://y.no/t#A", "narrower http://y.no/t#B", "disjoint http://y.no/t#C", "relatedto http://y.no/t#D");
        JsonNode first = parts(answers[0], "match").getFirst();
        assertThat(value(parts(first, "dependsOn").getFirst(), "element")).isEqualTo("sex");
        assertThat(value(parts(first, "dependsOn").getFirst(), "concept")).contains("female");
        assertThat(value(parts(first, "product").getFirst(), "concept")).isEqualTo("http://y.no/x#X");
        assertThat(matches(answers[1])).containsExactly("unmatched ");
        assertThat(value(answers[1], "result")).isEqualTo("false");
        assertThat(matches(answers[2])).containsExactly("equal http://y.no/t#c");
        JsonNode otherVersion = answer(post("/ConceptMap/$translate", parameters(resource("conceptMap", map), value("sourceCoding", "Coding", "{\"system\":\"http://y.no/s\",\"version\":\"7\",\"code\":\"a\"}"))));
        assertThat(value(otherVersion, "result")).isEqualTo("false");
    }

    @Test
    void eachUnmappedModeIsObeyed() {
        assertThat(matches(got("/ConceptMap/$translate", "system", "http://x.no/sizes", "code", "Small"))).containsExactly("equal http://x.no/boxes#B");
        assertThat(matches(got("/ConceptMap/$translate", "system", "http://x.no/sizes", "code", "SMALL"))).as("the same code, written otherwise").containsExactly("equal http://x.no/boxes#B");
        assertThat(matches(got("/ConceptMap/$translate", "system", "http://x.no/sizes", "code", "Large"))).containsExactly("equal http://x.no/boxes#Large");
        assertThat(matches(got("/ConceptMap/$translate", "url", "http://x.no/map/kept", "system", "http://x.no/kinds", "code", "k"))).containsExactly("specializes http://x.no/boxes#K");
        assertThat(value(parts(got("/ConceptMap/$translate", "url", "http://x.no/map/kept", "system", "http://x.no/kinds", "code", "k"), "match").getFirst(), "originMap")).isEqualTo("http://x.no/map/kinds");
    }

    @Test
    void aCodeWithoutARowGoesByItsNearestAncestorAndTheAnswerSaysSo() {
        JsonNode answer = got("/ConceptMap/$translate", "system", SYSTEM, "code", "crimson", "targetsystem", "http://x.no/dyes");

        assertThat(value(answer, "result")).isEqualTo("true");
        assertThat(matches(answer)).containsExactly("wider http://x.no/dyes#D1");
        JsonNode match = parts(answer, "match").getFirst();
        assertThat(value(match, "via")).isEqualTo(SYSTEM + "#red");
        assertThat(value(match, "reason")).contains(SYSTEM + "#crimson", "http://x.no/map/dyes|1", "red");
        assertThat(value(match, "originMap")).isEqualTo("http://x.no/map/dyes|1");
        assertThat(value(parts(got("/ConceptMap/$translate", "system", SYSTEM, "code", "crimson", "targetsystem", "http://x.no/dyes", "displayLanguage", "nb"), "match").getFirst(), "reason"))
                .contains("har ingen egen rad");
    }

    @Test
    void aCodeWithoutAnyRowIsToldAsUnmatchedWithTheReason() {
        for (String code : List.of("blue", "no-such-colour", "puce")) {
            JsonNode answer = got("/ConceptMap/$translate", "system", SYSTEM, "code", code, "targetsystem", "http://x.no/dyes");
            assertThat(value(answer, "result")).isEqualTo("false");
            assertThat(matches(answer)).containsExactly("unmatched ");
            assertThat(value(parts(answer, "match").getFirst(), "originMap")).isEqualTo("http://x.no/map/dyes|1");
            assertThat(value(parts(answer, "match").getFirst(), "reason")).contains(code);
        }
        assertThat(value(parts(got("/ConceptMap/$translate", "system", SYSTEM, "code", "no-such-colour", "targetsystem", "http://x.no/dyes"), "match").getFirst(), "reason"))
                .contains("Unknown code 'no-such-colour'");
    }

    @Test
    void severalMapsOneAfterTheOtherTellEveryStep() {
        JsonNode answer = got("/ConceptMap/$translate", "system", SYSTEM, "code", "red", "through", "http://x.no/paints", "targetsystem", "http://x.no/shelves");

        assertThat(value(answer, "result")).isEqualTo("true");
        assertThat(matches(answer)).containsExactlyInAnyOrder("wider http://x.no/shelves#S1", "unmatched ");
        JsonNode match = parts(answer, "match").stream().filter(part -> value(part, "equivalence").equals("wider")).findFirst().orElseThrow();
        assertThat(value(match, "originMap")).as("it is of no single map").isEmpty();
        List<JsonNode> steps = parts(match, "step");
        assertThat(steps).extracting(step -> value(step, "from")).containsExactly(SYSTEM + "#red", "http://x.no/paints#P1");
        assertThat(steps).extracting(step -> value(parts(step, "match").getFirst(), "originMap")).containsExactly(MAP + "|1", "http://x.no/map/shelves|3");
        assertThat(steps).extracting(step -> value(parts(step, "match").getFirst(), "equivalence")).containsExactly("equivalent", "wider");
        JsonNode ended = parts(answer, "match").stream().filter(part -> value(part, "equivalence").equals("unmatched")).findFirst().orElseThrow();
        assertThat(value(ended, "reason")).contains("http://x.no/paints#P2");
        assertThat(value(got("/ConceptMap/$translate", "system", SYSTEM, "code", "red", "through", "http://x.no/dyes", "targetsystem", SYSTEM), "result")).isEqualTo("true");
    }

    @Test
    void aWayCanBeAskedForBackwards() {
        JsonNode r4 = got("/ConceptMap/$translate", "system", "http://x.no/shelves", "code", "S1", "through", "http://x.no/paints", "targetsystem", SYSTEM, "reverse", "true");

        assertThat(matches(r4)).containsExactlyInAnyOrder("narrower http://x.no/colours#red", "relatedto http://x.no/colours#crimson");
    }

    @Test
    void theTargetIsNamedAsSystemOrAsValueSet() {
        for (String name : List.of("targetsystem", "targetSystem", "target")) {
            assertThat(matches(got("/ConceptMap/$translate", "system", SYSTEM, "code", "red", name, "http://x.no/dyes"))).as(name).containsExactly("equivalent http://x.no/dyes#D1");
        }
    }

    @Test
    void aTargetIsShownInTheCallersLanguageBeforeTheMapsOwnText() {
        String[] ask = {"system", "http://x.no/dyes", "code", "D1", "targetsystem", SYSTEM};
        assertThat(display(got("/ConceptMap/$translate", ask))).isEqualTo("the map's red");
        for (String language : List.of("nb", "nn")) {
            List<String> asked = new ArrayList<>(List.of(ask));
            asked.addAll(List.of("displayLanguage", language));
            assertThat(display(got("/ConceptMap/$translate", asked.toArray(String[]::new)))).isEqualTo(language.equals("nb") ? "Rød" : "Raud");
        }
        List<String> sami = new ArrayList<>(List.of(ask));
        sami.addAll(List.of("displayLanguage", "se"));
        assertThat(display(got("/ConceptMap/$translate", sami.toArray(String[]::new)))).as("no text in that language").isEqualTo("the map's red");
    }

    private static String display(JsonNode answer) {
        for (JsonNode part : parts(answer, "match").getFirst()) {
            if (part.path("name").asText().equals("concept")) {
                return part.path("valueCoding").path("display").asText();
            }
        }
        return "";
    }

    @Test
    void aConceptIsTranslatedByAnyOfItsCodings() {
        String concept = "{\"coding\":[{\"system\":\"http://x.no/none\",\"code\":\"q\"},{\"system\":\"" + SYSTEM + "\",\"code\":\"blue\"},{\"system\":\"" + SYSTEM + "\",\"code\":\"crimson\"}]}";

        JsonNode answer = posted("/ConceptMap/$translate", parameters(value("codeableConcept", "CodeableConcept", concept), text("targetsystem", "Uri", "http://x.no/dyes")));
        assertThat(matches(answer)).containsExactly("wider http://x.no/dyes#D1");
    }

    @Test
    void whatCannotBeTranslatedThroughOthersIsNamed() {
        assertRefused(get("/ConceptMap/$translate", "system", SYSTEM, "code", "red", "through", "http://x.no/paints"), 400, "targetsystem");
        assertRefused(get("/ConceptMap/$translate", "url", MAP, "system", SYSTEM, "code", "red", "through", "http://x.no/paints", "targetsystem", "http://x.no/shelves"), 422, "through", "url");
        List<String> many = new ArrayList<>(List.of("system", SYSTEM, "code", "red", "targetsystem", "http://x.no/shelves"));
        for (int i = 0; i < 6; i++) {
            many.addAll(List.of("through", "http://x.no/paints"));
        }
        assertRefused(get("/ConceptMap/$translate", many.toArray(String[]::new)), 400, "through", "6");
    }
}
