package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code date}: the day that an answer shall hold for. */
class DateTest extends OperationTest {

    private static final String DIAGNOSES = "http://x.no/diagnoses";
    private static final String SEASONS = "http://x.no/seasons";

    private String property(String date, String property) {
        return parts(got("/CodeSystem/$lookup", "system", DIAGNOSES, "code", "A00", "date", date), "property").stream()
                .filter(part -> value(part, "code").equals(property))
                .map(part -> value(part, "value"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aCodeIsReportedInItsOwnWindow() {
        assertThat(property("2003", "nprReported")).isEqualTo("true");
        assertThat(property("2003-06", "nprReported")).isEqualTo("true");
        assertThat(property("2004-12-31T23:59:00+01:00", "nprReported")).isEqualTo("true");
        assertThat(property("2006", "nprReported")).isEqualTo("false");
        assertThat(property("2006-01-01", "inactive")).isEqualTo("false");
        assertThat(property("1998-12-31", "inactive")).isEqualTo("true");
    }

    private JsonNode validated(String code, String... more) {
        List<String> ask = new ArrayList<>(List.of("url", DIAGNOSES, "code", code));
        ask.addAll(List.of(more));
        return got("/CodeSystem/$validate-code", ask.toArray(String[]::new));
    }

    @Test
    void anExpiredCodeIsNotValidAndWhatReplacesItIsTold() {
        JsonNode today = validated("B01");
        assertThat(value(today, "result")).isEqualTo("false");
        assertThat(value(today, "message")).contains("B01", "2010-12-31", "C01");
        assertThat(value(today, "replaced-by")).isEqualTo(DIAGNOSES + "#C01");
        assertThat(value(today, "inactive")).isEqualTo("true");
        assertThat(value(validated("B01", "date", "2010-12-31"), "result")).isEqualTo("true");
        assertThat(value(validated("B01", "displayLanguage", "nb"), "message")).contains("erstattet av C01");
    }

    @Test
    void aCodeThatIsNotYetValidIsRefused() {
        assertThat(value(validated("C01"), "result")).isEqualTo("true");
        JsonNode then = validated("C01", "date", "2005");
        assertThat(value(then, "result")).isEqualTo("false");
        assertThat(value(then, "message")).contains("2011-01-01");
    }

    @Test
    void aValueSetFollowsTheDay() {
        String valueSet = "{\"resourceType\":\"ValueSet\",\"url\":\"http://x.no/vs/d\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + DIAGNOSES + "\"}]}}";
        for (String date : List.of("2005", "2015")) {
            String body = parameters(resource("valueSet", valueSet), text("date", "DateTime", date), value("activeOnly", "Boolean", "true"));
            JsonNode expansion = answer(post("/ValueSet/$expand", body)).path("expansion").path("contains");
            assertThat(expansion).extracting(contained -> contained.path("code").asText()).containsExactlyElementsOf(date.equals("2005") ? List.of("A00", "B01") : List.of("A00", "C01"));
            JsonNode validated = posted("/ValueSet/$validate-code", parameters(resource("valueSet", valueSet), text("date", "DateTime", date), text("system", "Uri", DIAGNOSES), text("code", "Code", "B01")));
            assertThat(value(validated, "result")).isEqualTo(date.equals("2005") ? "true" : "false");
        }
    }

    @Test
    void theVersionInForceAnswers() {
        assertThat(value(got("/CodeSystem/$lookup", "system", SEASONS, "code", "w"), "display")).isEqualTo("Cold season");
        JsonNode then = got("/CodeSystem/$lookup", "system", SEASONS, "code", "w", "date", "2021-12-31");
        assertThat(value(then, "display")).isEqualTo("Winter");
        assertThat(value(then, "version")).isEqualTo("2019-01");
        assertRefused(get("/CodeSystem/$lookup", "system", SEASONS, "code", "s", "date", "2021-12-31"), 404, "'s'", "2019-01");
        assertRefused(get("/CodeSystem/$lookup", "system", SEASONS, "code", "w", "date", "2018"), 404, SEASONS, "2018-01-01", "2019-01");
        assertThat(value(got("/CodeSystem/$validate-code", "url", SEASONS, "code", "s", "date", "2020"), "result")).isEqualTo("false");
        assertThat(value(got("/CodeSystem/$subsumes", "system", SEASONS, "codeA", "w", "codeB", "w", "date", "2020"), "outcome")).isEqualTo("equivalent");
        assertRefused(get("/CodeSystem/$subsumes", "system", SEASONS, "codeA", "w", "codeB", "s", "date", "2020"), 404, "'s'");
    }

    @Test
    void eachValidationOfABatchMayHaveItsDay() {
        String one = parameters(text("url", "Uri", DIAGNOSES), text("code", "Code", "B01"), text("date", "DateTime", "2005"));
        String other = parameters(text("url", "Uri", DIAGNOSES), text("code", "Code", "B01"));
        JsonNode answer = posted("/CodeSystem/$batch-validate-code", parameters(resource("validation", one), resource("validation", other), text("date", "DateTime", "2015")));

        assertThat(answer.path("parameter")).extracting(validation -> value(validation.path("resource"), "result")).containsExactly("true", "false");
    }

    @Test
    void whatIsNoDayIsNamed() {
        assertRefused(get("/CodeSystem/$lookup", "system", DIAGNOSES, "code", "A00", "date", "last year"), 400, "date", "last year");
        assertRefused(get("/CodeSystem/$lookup", "system", DIAGNOSES, "code", "A00", "date", "2003-02-30"), 400, "date", "2003-02-30");
    }
}
