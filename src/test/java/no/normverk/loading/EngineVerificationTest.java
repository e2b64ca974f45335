package no.normverk.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.store.NewResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineVerificationTest {
    private final EngineVerification verification = new EngineVerification();

    @Test
    void theEngineCanAnswerFromEveryBuiltInResource() {
        assertThat(BaseTerminology.read()).allSatisfy(built -> assertThat(
                        verification.objection(resource(built.type(), built.url(), built.json())))
                .as(built.type() + "/" + built.id())
                .isEmpty());
    }

    @Test
    void aConceptWithoutACodeIsObjectedTo() {
        byte[] json = "{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/a\",\"concept\":[{\"display\":\"x\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verification.objection(resource("CodeSystem", "http://example.org/a", json)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("code"));
    }

    @Test
    void aResourceThatNobodyCanAskForIsNotLookedInto() {
        byte[] json = "{\"resourceType\":\"CodeSystem\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(verification.objection(resource("CodeSystem", null, json))).isEmpty();
    }

    private static NewResource resource(String type, @Nullable String url, byte[] json) {
        return new NewResource(type, "a", url, null, null, null, null, null, json);
    }
}
