package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code $diff}, {@code $upgrade-check} and {@code $map-coverage}. */
class ChangeOperationsTest extends OperationTest {

    private static final String COLOURS = "http://x.no/colours";
    private static final String DIAGNOSES = "http://x.no/diagnoses";

    private static List<String> changes(JsonNode answer) {
        return parts(answer, "change").stream().map(part -> value(part, "type") + " " + value(part, "code")).toList();
    }

    @Test
    void theChangesBetweenTwoVersionsAreCountedAndListed() {
        JsonNode answer = got("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "toVersion", "2.0.0");

        assertThat(value(answer, "from-version")).isEqualTo("1.0.0");
        assertThat(value(answer, "to-version")).isEqualTo("2.0.0");
        assertThat(changes(answer)).containsExactly("added any", "display red", "moved red", "added crimson", "added blue", "added puce", "added mauve", "removed sepia");
        JsonNode summary = parts(answer, "summary").getFirst();
        assertThat(List.of(value(summary, "added"), value(summary, "display"), value(summary, "moved"), value(summary, "removed"))).containsExactly("5", "1", "1", "1");
        assertThat(value(answer, "total")).isEqualTo("8");
        assertThat(value(parts(answer, "change").get(1), "previous-display")).isEqualTo("Reddish");
        assertThat(value(parts(answer, "change").get(2), "parent-added")).isEqualTo("any");
        assertThat(got("/CodeSystem/colours/$diff", "fromVersion", "1.0.0")).as("on an instance, to the version that answers by default").isEqualTo(answer);
    }

    @Test
    void pagesTogetherAreTheWhole() {
        List<String> whole = changes(got("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0"));
        for (int count : new int[] {1, 3, 7, 8, 9}) {
            List<String> together = new ArrayList<>();
            String offset = "0";
            while (!offset.isEmpty()) {
                JsonNode page = got("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "offset", offset, "count", Integer.toString(count));
                together.addAll(changes(page));
                assertThat(value(page, "total")).isEqualTo("8");
                offset = value(page, "next-offset");
            }
            assertThat(together).isEqualTo(whole);
        }
        JsonNode typed = got("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "type", "added", "count", "2");
        assertThat(changes(typed)).containsExactly("added any", "added crimson");
        assertThat(value(typed, "total")).isEqualTo("5");
        assertThat(value(parts(typed, "summary").getFirst(), "removed")).as("the summary tells all").isEqualTo("1");
    }

    @Test
    void aTableHasAllChanges() {
        HttpResponse<String> table = get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "_format", "csv", "count", "1");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.body().lines()).hasSize(9);
        assertThat(table.body()).startsWith("change,code,display,previousDisplay,reason,replacedBy,association,added,removed,about\r\n").contains("display,red,Red,Reddish,");
        assertRefused(get("/CodeSystem/$lookup", "system", COLOURS, "code", "red", "_format", "text/csv"), 406, "text/csv");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "9", "_format", "csv"), 404, "'9'");
    }

    @Test
    void aCodeSystemWithWindowsDiffersFromDayToDay() {
        JsonNode answer = got("/CodeSystem/$diff", "system", DIAGNOSES, "fromDate", "2005", "toDate", "2015");

        assertThat(changes(answer)).containsExactly("inactivated B01", "activated C01");
        assertThat(value(parts(parts(answer, "change").getFirst(), "replaced-by").getFirst(), "concept")).isEqualTo(DIAGNOSES + "#C01");
    }

    @Test
    void mapsAreComparedPairByPair() {
        JsonNode answer = got("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "fromMap", "http://x.no/map/paints|1", "toMap", "http://x.no/map/paints|2", "type", "map");

        assertThat(changes(answer)).containsExactly("map red");
        assertThat(values(parts(answer, "change").getFirst(), "target-removed")).containsExactly("equivalent P1", "wider P2 if out");
        assertThat(values(parts(answer, "change").getFirst(), "target-added")).containsExactly("equal P9");
        assertThat(value(parts(answer, "change").getFirst(), "about")).isEqualTo("http://x.no/map/paints|2");
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        assertRefused(get("/CodeSystem/$diff", "fromVersion", "1.0.0"), 400, "system");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS), 400, "fromVersion", "1.0.0, 2.0.0", "fromDate");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "type", "all"), 400, "type", "added");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "count", "10001"), 400, "count", "10000");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "fromMap", "http://x.no/map/paints|1"), 400, "fromMap");
        assertRefused(get("/CodeSystem/$diff", "system", COLOURS, "fromVersion", "1.0.0", "fromMap", "http://x.no/none", "toMap", "http://x.no/none"), 404, "http://x.no/none");
        assertRefused(get("/CodeSystem/none/$diff", "fromVersion", "1.0.0"), 404, "none");
    }

    private static List<String> outcomes(JsonNode answer) {
        return parts(answer, "concept").stream().map(concept -> value(concept, "code") + " " + partsOf(concept, "change")).toList();
    }

    private static List<String> partsOf(JsonNode concept, String name) {
        return parts(concept, name).stream().map(change -> value(change, "type")).toList();
    }

    @Test
    void aRehearsalCountsFirstAndListsWhatChanges() {
        JsonNode answer = got("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "targetVersion", "2.0.0", "code", "red", "code", "sepia", "code", "nothing");

        assertThat(value(answer, "result")).isEqualTo("false");
        JsonNode summary = parts(answer, "summary").getFirst();
        assertThat(List.of(value(summary, "codes"), value(summary, "unchanged"), value(summary, "display"), value(summary, "removed"), value(summary, "unknown"))).containsExactly("3", "0", "1", "1", "1");
        assertThat(outcomes(answer)).containsExactly("red [display]", "sepia [removed]", "nothing [unknown]");
        JsonNode fine = got("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "coding", "http://x.no/colours|red", "targetVersion", "2.0.0", "include-unchanged", "true");
        assertThat(outcomes(fine)).containsExactly("red [display]");
    }

    @Test
    void codesAreReadFromTablesAsTheyCome() {
        for (String table : List.of("red,Red\nsepia,Sepia", "code;display\nred;Red\nsepia;Sepia\n", "Tekst\tKode\r\nRed\tred\r\nSepia\tsepia\r\n", "\uFEFFkode\nred\nsepia")) {
            String packed = Base64.getEncoder().encodeToString(table.getBytes(StandardCharsets.UTF_8));
            JsonNode answer = posted("/CodeSystem/$upgrade-check", parameters(text("system", "Uri", COLOURS), text("version", "String", "1.0.0"), text("csv", "Base64Binary", packed), value("include-unchanged", "Boolean", "true")));
            boolean named = table.contains("Red");
            assertThat(outcomes(answer)).as(table).containsExactly(named ? "red []" : "red [display]", "sepia [removed]");
        }
        HttpResponse<String> csv = post("/CodeSystem/$upgrade-check?_format=csv", parameters(text("system", "Uri", COLOURS), text("version", "String", "1.0.0"), text("csv", "String", "red,Red\\nsepia,Sepia"), value("include-unchanged", "Boolean", "true")));
        assertThat(csv.body().lines()).hasSize(3).anyMatch(line -> line.startsWith("unchanged,red,Red"));
    }

    @Test
    void valueSetsAreComparedByWhatTheyHold() {
        String valueSet = "{\"resourceType\":\"ValueSet\",\"url\":\"http://x.no/vs/own\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + COLOURS + "\",\"concept\":[{\"code\":\"red\"},{\"code\":\"sepia\"}]}]}}";

        JsonNode answer = posted("/CodeSystem/$upgrade-check", parameters(text("system", "Uri", COLOURS), text("version", "String", "1.0.0"), resource("valueSet", valueSet)));
        assertThat(outcomes(answer)).containsExactly("red [display]", "sepia [removed, left-value-set]");
        assertThat(outcomes(got("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "valueSetUrl", "http://x.no/vs/all"))).containsExactly("red [display]", "sepia [removed, left-value-set]");
    }

    @Test
    void noCodeThatAValueSetListsIsPassedOver() {
        String include = "\"include\":[{\"system\":\"" + COLOURS + "\",\"concept\":[{\"code\":\"red\"},{\"code\":\"blue\"},{\"code\":\"nothing\"},{\"code\":\"none\"}]}]";
        String exclude = "\"exclude\":[{\"system\":\"" + COLOURS + "\",\"concept\":[{\"code\":\"none\"}]}]";
        String valueSet = "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{" + include + "," + exclude + "}}";

        JsonNode answer = posted("/CodeSystem/$upgrade-check", parameters(text("system", "Uri", COLOURS), text("version", "String", "1.0.0"), resource("valueSet", valueSet)));
        assertThat(outcomes(answer)).containsExactlyInAnyOrder("red [display]", "blue [added]", "nothing [unknown]");
    }

    @Test
    void aValueSetHoldsOnEachDayWhatWasInItThen() {
        String valueSet = "{\"resourceType\":\"ValueSet\",\"url\":\"http://x.no/vs/own\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + DIAGNOSES + "\"}]}}";

        JsonNode answer = posted("/CodeSystem/$upgrade-check", parameters(text("system", "Uri", DIAGNOSES), text("fromDate", "Date", "2005-01-01"), text("toDate", "Date", "2015-01-01"), resource("valueSet", valueSet)));
        assertThat(outcomes(answer)).containsExactly("B01 [inactivated, left-value-set]");
        assertThat(value(answer, "from-date")).isEqualTo("2005-01-01");
        assertThat(value(answer, "to-date")).isEqualTo("2015-01-01");
    }

    @Test
    void everyNameOfTheSystemDoes() {
        String alias = "urn:oid:1.2.3.4";
        assertThat(outcomes(got("/CodeSystem/$upgrade-check", "system", alias, "version", "1.0.0", "coding", COLOURS + "|red", "coding", alias + "|sepia"))).containsExactly("red [display]", "sepia [removed]");
        assertThat(outcomes(got("/CodeSystem/$upgrade-check", "system", alias, "version", "1.0.0", "valueSetUrl", "http://x.no/vs/all"))).containsExactly("red [display]", "sepia [removed, left-value-set]");
        assertThat(changes(got("/CodeSystem/$diff", "system", alias, "fromVersion", "1.0.0", "fromMap", "http://x.no/map/paints|1", "toMap", "http://x.no/map/paints|2", "type", "map"))).containsExactly("map red");
        JsonNode coverage = got("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "system", alias);
        assertThat(value(coverage, "system")).isEqualTo(alias);
        assertThat(value(parts(coverage, "summary").getFirst(), "with-own-row")).isEqualTo("1");
    }

    @Test
    void whatCannotBeRehearsedIsNamed() {
        assertRefused(get("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0"), 400, "code");
        assertRefused(get("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "valueSetUrl", "http://x.no/vs/none"), 404, "http://x.no/vs/none");
        assertRefused(get("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "coding", "http://x.no/sizes|Small"), 400, "coding");
        assertRefused(get("/CodeSystem/$upgrade-check", "system", COLOURS, "version", "1.0.0", "csv", "code,display\n,Red"), 400, "csv", "line 2");
        assertRefused(post("/CodeSystem/$upgrade-check", parameters(text("system", "Uri", COLOURS), text("version", "String", "1.0.0"), text("csv", "Base64Binary", "no base64!"))), 400, "csv");
    }

    @Test
    void coverageCountsEachCodeOnceInAllAndByChapter() {
        JsonNode answer = got("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes");

        JsonNode summary = parts(answer, "summary").getFirst();
        assertThat(value(summary, "codes")).as("active, and no mere group").isEqualTo("4");
        assertThat(List.of(value(summary, "with-own-row"), value(summary, "without-own-row"), value(summary, "exact"), value(summary, "by-ancestor"), value(summary, "none"))).containsExactly("1", "3", "1", "1", "2");
        assertThat(parts(answer, "chapter")).singleElement().satisfies(chapter -> assertThat(value(chapter, "code")).isEqualTo("any"));
        JsonNode listed = got("/ConceptMap/dyes/$map-coverage", "list", "by-ancestor");
        assertThat(parts(listed, "concept")).singleElement().satisfies(concept -> {
            assertThat(value(concept, "code")).isEqualTo("crimson");
            assertThat(value(concept, "via")).isEqualTo("red");
        });
        assertThat(get("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "_format", "csv").body()).contains("any,4,1,0,0,0,0,0,0,0,1,2");
        assertThat(get("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "_format", "csv", "list", "none").body().lines()).hasSize(3);
    }

    @Test
    void whatCannotBeCoveredIsNamed() {
        assertRefused(get("/ConceptMap/$map-coverage"), 400, "url");
        assertRefused(get("/ConceptMap/$map-coverage", "url", "http://x.no/none"), 404, "http://x.no/none");
        assertRefused(get("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "system", "http://x.no/sizes"), 400, "system", COLOURS);
        assertRefused(get("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "targetsystem", "http://x.no/sizes"), 400, "targetsystem", "http://x.no/dyes");
        assertRefused(get("/ConceptMap/$map-coverage", "url", "http://x.no/map/dyes", "list", "most"), 400, "list", "by-ancestor");
    }
}
