package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** ICD-11 under the URI that WHO gives each release: it names the version too, and another release is not the same. */
class Icd11ReleaseTest extends OperationTest {
    private static final String MMS = "http://id.who.int/icd/release/11/mms";
    private static final String RELEASE = "http://id.who.int/icd/release/11/2024-01/mms";
    private static final String OTHER = "http://id.who.int/icd/release/11/2025-01/mms";
    private static final String ENTITY = RELEASE + "/999000999";

    private static String valueSet(String system) {
        return resource("valueSet", "{\"resourceType\":\"ValueSet\",\"url\":\"http://y.no/vs\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"" + system + "\"}]}}");
    }

    private static String coding(String system) {
        return value("coding", "Coding", "{\"system\":\"" + system + "\",\"code\":\"ZY00\"}");
    }

    @Test
    void aReleaseThatIsHeldAnswersUnderItsOwnUri() {
        for (String code : new String[] {"ZY00", ENTITY, "http://id.who.int/icd/release/11/mms/999000999"}) {
            JsonNode lookup = got("/CodeSystem/$lookup", "system", RELEASE, "code", code);
            assertThat(value(lookup, "display")).isEqualTo("Made up");
            assertThat(value(lookup, "version")).isEqualTo("2024-01");
            assertThat(value(lookup, "system")).isEqualTo(RELEASE);
        }
        assertThat(value(got("/CodeSystem/$validate-code", "url", RELEASE, "code", "ZY00"), "result")).isEqualTo("true");
    }

    @Test
    void anotherReleaseIsNotThereAndThoseThatAreAreNamed() {
        assertRefused(get("/CodeSystem/$lookup", "system", OTHER, "code", "ZY00"), 404, MMS, "'2025-01'", "2024-01");
        JsonNode validated = got("/CodeSystem/$validate-code", "url", OTHER, "code", "ZY00");
        assertThat(value(validated, "result")).isEqualTo("false");
        assertThat(validated.toString()).contains("version '2025-01'", "2024-01");
        assertRefused(post("/ValueSet/$expand", parameters(valueSet(OTHER))), 404, "'2025-01'", "2024-01");
        assertRefused(get("/CodeSystem/$lookup", "system", RELEASE, "version", "2025-01", "code", "ZY00"), 404, "2024-01");
    }

    @Test
    void valueSetsHoldCodesUnderEitherUriButNotThoseOfAnotherRelease() {
        assertThat(value(posted("/ValueSet/$validate-code", parameters(valueSet(RELEASE), coding(MMS))), "result")).isEqualTo("true");
        assertThat(value(posted("/ValueSet/$validate-code", parameters(valueSet(MMS), coding(RELEASE))), "result")).isEqualTo("true");
        assertThat(value(posted("/ValueSet/$validate-code", parameters(valueSet(RELEASE), coding(OTHER))), "result")).isEqualTo("false");
        JsonNode expansion = posted("/ValueSet/$expand", parameters(valueSet(RELEASE)));
        assertThat(expansion.at("/expansion/contains/0/system").asText()).isEqualTo(RELEASE);
        assertThat(expansion.at("/expansion/contains/0/code").asText()).isEqualTo("ZY00");
    }

    @Test
    void mapsLeadToAndFromTheReleaseTheyAreOf() {
        JsonNode there = got("/ConceptMap/$translate", "system", "http://x.no/diagnoses", "code", "A00", "targetsystem", RELEASE);
        assertThat(value(there, "result")).isEqualTo("true");
        assertThat(there.toString()).contains("\"system\":\"" + RELEASE + "\"", "ZY00");
        assertThat(value(got("/ConceptMap/$translate", "system", "http://x.no/diagnoses", "code", "A00", "targetsystem", OTHER), "result")).isEqualTo("false");
        assertThat(value(got("/ConceptMap/$translate", "system", RELEASE, "code", "ZY00", "reverse", "true"), "result")).isEqualTo("true");
        assertThat(value(got("/ConceptMap/$translate", "system", OTHER, "code", "ZY00", "reverse", "true"), "result")).isEqualTo("false");
    }

    @Test
    void subsumptionTakesOneCodingUnderEachUri() {
        assertThat(value(got("/CodeSystem/$subsumes", "codingA", MMS + "|ZY00", "codingB", RELEASE + "|ZY00"), "outcome")).isEqualTo("equivalent");
    }
}
