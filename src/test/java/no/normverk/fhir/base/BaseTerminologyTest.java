package no.normverk.fhir.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.StoredResource;
import org.junit.jupiter.api.Test;

class BaseTerminologyTest {
    private static final List<StoredResource> BASE = BaseTerminology.read();

    @Test
    void theWholeCoreTerminologyIsThere() {
        assertThat(BASE).hasSize(2378);
        assertThat(BASE).allSatisfy(resource -> assertThat(resource.versionId()).isEqualTo(1));
    }

    @Test
    void aResourceIsWhatTheSpecificationSaysWithoutItsNarrative() throws IOException {
        StoredResource gender = BASE.stream()
                .filter(resource -> "http://hl7.org/fhir/administrative-gender".equals(resource.url()))
                .findFirst()
                .orElseThrow();
        assertThat(gender.type()).isEqualTo("CodeSystem");
        assertThat(gender.version()).isEqualTo("4.0.1");
        JsonNode json = ResourceDocument.MAPPER.readTree(gender.json());
        assertThat(json.path("concept").findValuesAsText("code")).containsExactly("male", "female", "other", "unknown");
        assertThat(json.has("text")).isFalse();
        assertThat(json.path("meta").path("versionId").textValue()).isEqualTo("1");
    }

    @Test
    void aFileOfAnotherFormatIsRefused() {
        DataInputStream other = new DataInputStream(new ByteArrayInputStream(new byte[16]));
        assertThatThrownBy(() -> BaseTerminology.read(other)).hasMessageContaining("format 0");
    }
}
