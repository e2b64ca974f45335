package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupAndSubsumesTest extends OperationTest {

    private static final String SYSTEM = "http://x.no/colours";

    private static String coding(String version, String code) {
        return "{\"system\":\"" + SYSTEM + "\"" + (version.isEmpty() ? "" : ",\"version\":\"" + version + "\"") + ",\"code\":\"" + code + "\"}";
    }

    private static List<String> properties(JsonNode answer) {
        return parts(answer, "property").stream().map(part -> value(part, "code") + "=" + value(part, "value")).toList();
    }

    @Test
    void aConceptIsToldByCodeAndByCoding() {
        for (JsonNode answer : new JsonNode[] {
            got("/CodeSystem/$lookup", "system", SYSTEM, "code", "red"),
            got("/CodeSystem/$lookup", "coding", SYSTEM + "|red"),
            posted("/CodeSystem/$lookup", parameters(text("system", "Uri", SYSTEM), text("code", "Code", "red"))),
            posted("/CodeSystem/$lookup", parameters(value("coding", "Coding", coding("2.0.0", "red"))))
        }) {
            assertThat(value(answer, "name")).isEqualTo("Colours");
            assertThat(value(answer, "version")).isEqualTo("2.0.0");
            assertThat(value(answer, "display")).isEqualTo("Red");
            assertThat(value(answer, "definition")).isEqualTo("the colour of blood");
            assertThat(value(answer, "abstract")).isEqualTo("false");
            assertThat(parts(answer, "designation").stream().map(part -> value(part, "value"))).containsExactly("Red", "Rød", "Raud");
        }
    }

    @Test
    void propertiesAreToldAsAsked() {
        assertThat(properties(got("/CodeSystem/$lookup", "system", SYSTEM, "code", "crimson", "property", "like"))).contains("like=red");
        assertThat(properties(got("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "property", "*")))
                .contains("inactive=false", "parent=any", "child=crimson", "warm=true", "weight=1.5");
        assertThat(get("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "property", "weight").body()).contains("\"valueDecimal\":1.50");
        assertThat(properties(got("/CodeSystem/$lookup", "system", SYSTEM, "code", "puce", "property", "status"))).contains("inactive=true", "status=retired");
    }

    @Test
    void languageVersionAndSupplementAreHonoured() {
        assertThat(value(got("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "displayLanguage", "nn"), "display")).isEqualTo("Raud");
        assertThat(value(got("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "version", "1.0.0"), "display")).isEqualTo("Reddish");
        JsonNode swedish = got("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "displayLanguage", "sv", "useSupplement", "http://x.no/colours-sv");
        assertThat(value(swedish, "display")).isEqualTo("Röd");
        assertThat(value(swedish, "used-supplement")).isEqualTo("http://x.no/colours-sv|1");
    }

    @Test
    void whatCannotBeLookedUpIsNamed() {
        assertRefused(get("/CodeSystem/$lookup"), 400, "code");
        assertRefused(get("/CodeSystem/$lookup", "code", "red"), 400, "system");
        assertRefused(get("/CodeSystem/$lookup", "system", SYSTEM, "code", "none"), 404, "none", SYSTEM, "2.0.0");
        assertRefused(get("/CodeSystem/$lookup", "system", "http://x.no/none", "code", "red"), 404, "http://x.no/none");
        assertRefused(get("/CodeSystem/$lookup", "system", "http://x.no/absent", "code", "red"), 404, "http://x.no/absent");
        assertRefused(get("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "version", "9"), 404, "'9'", "1.0.0, 2.0.0");
        assertRefused(get("/CodeSystem/$lookup", "system", SYSTEM, "code", "red", "displayLanguage", "???"), 422, "???");
        assertRefused(post("/CodeSystem/$lookup", parameters(value("coding", "Coding", "{\"system\":\"" + SYSTEM + "\"}"))), 400, "coding", "code");
        assertRefused(post("/CodeSystem/$lookup", parameters(value("coding", "Coding", "[]"))), 400, "coding");
        assertRefused(post("/CodeSystem/$lookup", parameters(value("code", "Coding", "{}"), text("system", "Uri", SYSTEM))), 400, "code", "primitive");
    }

    private String outcome(String... namesAndValues) {
        return value(got("/CodeSystem/$subsumes", namesAndValues), "outcome");
    }

    @Test
    void fourOutcomesOfSubsumption() {
        assertThat(outcome("system", SYSTEM, "codeA", "red", "codeB", "red")).isEqualTo("equivalent");
        assertThat(outcome("system", SYSTEM, "codeA", "any", "codeB", "crimson")).isEqualTo("subsumes");
        assertThat(outcome("system", SYSTEM, "codeA", "crimson", "codeB", "red")).isEqualTo("subsumed-by");
        assertThat(outcome("system", SYSTEM, "codeA", "red", "codeB", "blue")).isEqualTo("not-subsumed");
        assertThat(outcome("system", SYSTEM, "codeA", "any", "codeB", "puce")).isEqualTo("subsumes");
        assertThat(outcome("system", "http://x.no/sizes", "codeA", "SMALL", "codeB", "small")).isEqualTo("equivalent");
        assertThat(outcome("system", SYSTEM, "version", "1.0.0", "codeA", "red", "codeB", "sepia")).isEqualTo("not-subsumed");
    }

    @Test
    void subsumptionIsAskedOnInstancesAndByCodings() {
        assertThat(value(got("/CodeSystem/colours/$subsumes", "codeA", "red", "codeB", "crimson"), "outcome")).isEqualTo("subsumes");
        assertThat(value(posted("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", coding("", "red")), value("codingB", "Coding", coding("", "crimson")))), "outcome"))
                .isEqualTo("subsumes");
    }

    @Test
    void theVersionOfEitherCodingCounts() {
        String old = coding("1.0.0", "sepia");
        String open = coding("", "red");

        assertThat(value(posted("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", old), value("codingB", "Coding", open))), "outcome")).isEqualTo("not-subsumed");
        assertThat(value(posted("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", open), value("codingB", "Coding", old))), "outcome")).isEqualTo("not-subsumed");
    }

    private String between(String codingA, String codingB) {
        return value(posted("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", codingA), value("codingB", "Coding", codingB))), "outcome");
    }

    @Test
    void subsumptionIsAntisymmetricAndTransitive() {
        List<String> codes = List.of("any", "red", "crimson", "blue", "puce", "mauve");
        Map<String, String> outcomes = new HashMap<>();
        for (String a : codes) {
            for (String b : codes) {
                outcomes.put(a + " " + b, outcome("system", SYSTEM, "codeA", a, "codeB", b));
            }
        }
        Map<String, String> inverse = Map.of("equivalent", "equivalent", "subsumes", "subsumed-by", "subsumed-by", "subsumes", "not-subsumed", "not-subsumed");
        for (String a : codes) {
            for (String b : codes) {
                assertThat(outcomes.get(b + " " + a)).as("%s %s", a, b).isEqualTo(inverse.get(outcomes.get(a + " " + b)));
                assertThat("equivalent".equals(outcomes.get(a + " " + b))).isEqualTo(a.equals(b));
                for (String c : codes) {
                    if ("subsumes".equals(outcomes.get(a + " " + b)) && "subsumes".equals(outcomes.get(b + " " + c))) {
                        assertThat(outcomes.get(a + " " + c)).isEqualTo("subsumes");
                    }
                }
            }
        }
        assertThat(outcomes.get("any crimson")).isEqualTo("subsumes");
    }

    @Test
    void inactiveAndDeprecatedCodesKeepTheirPlace() {
        assertThat(outcome("system", SYSTEM, "codeA", "puce", "codeB", "any")).isEqualTo("subsumed-by");
        assertThat(outcome("system", SYSTEM, "codeA", "puce", "codeB", "puce")).isEqualTo("equivalent");
        assertThat(outcome("system", SYSTEM, "codeA", "any", "codeB", "mauve")).isEqualTo("subsumes");
        assertThat(outcome("system", SYSTEM, "codeA", "puce", "codeB", "mauve")).isEqualTo("not-subsumed");
    }

    @Test
    void theVersionAskedDecidesTheHierarchy() {
        assertThat(outcome("system", SYSTEM, "version", "2.0.0", "codeA", "any", "codeB", "red")).isEqualTo("subsumes");
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "version", "1.0.0", "codeA", "any", "codeB", "red"), 404, "any", "1.0.0");
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", "sepia", "codeB", "red"), 404, "sepia", "2.0.0");
        assertThat(value(got("/CodeSystem/colours-1/$subsumes", "codeA", "red", "codeB", "sepia"), "outcome")).isEqualTo("not-subsumed");
        assertThat(value(got("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", "red", "codeB", "sepia", "system-version", SYSTEM + "|1.0.0"), "outcome")).isEqualTo("not-subsumed");
        assertThat(between(coding("2.0.0", "any"), coding("2.0.0", "red"))).isEqualTo("subsumes");
    }

    @Test
    void oneCodingMayStandBesideACode() {
        String body = parameters(value("codingA", "Coding", coding("", "any")), text("codeB", "Code", "red"));
        assertThat(value(posted("/CodeSystem/$subsumes", body), "outcome")).isEqualTo("subsumes");
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", "red"), 400, "codeB");
        assertRefused(get("/CodeSystem/$subsumes", "codeA", "red", "codeB", "blue"), 400, "system");
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "codeA", "red", "codeB", "none"), 404, "none", SYSTEM);
        assertRefused(get("/CodeSystem/$subsumes", "system", "http://x.no/sizes", "codeA", "small", "codeB", "none"), 404, "Unknown code 'none' in the CodeSystem 'http://x.no/sizes'");
        assertRefused(get("/CodeSystem/$subsumes", "system", SYSTEM, "version", "9", "codeA", "red", "codeB", "blue"), 404, "'9'");
        assertRefused(get("/CodeSystem/none/$subsumes", "codeA", "red", "codeB", "blue"), 404, "none");
        String other = "{\"system\":\"http://x.no/sizes\",\"code\":\"small\"}";
        assertRefused(post("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", coding("", "red")), value("codingB", "Coding", other))), 422, "http://x.no/sizes", SYSTEM);
        assertRefused(post("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", coding("1.0.0", "red")), value("codingB", "Coding", coding("2.0.0", "red")))), 422, "codingA");
        assertRefused(post("/CodeSystem/colours/$subsumes", parameters(value("codingA", "Coding", other), value("codingB", "Coding", other))), 422, "http://x.no/sizes", SYSTEM);
    }

    @Test
    void theVersionsOfFhirAreToldOnTheBase() {
        assertThat(values(got("/$versions"), "version")).containsExactly("4.0");
        assertThat(value(posted("/$versions", parameters()), "default")).isEqualTo("4.0");
    }
}
