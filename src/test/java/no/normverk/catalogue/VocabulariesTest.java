package no.normverk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import no.normverk.authoring.AuthoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabulariesTest {

    @Test
    void theListsAreThoseOfTheProfiles() {
        Vocabularies vocabularies = ShippedCatalogue.vocabularies();
        assertThat(vocabularies.actors().display("fastleger")).hasValue("Allmennlegetjenesten/fastleger");
        assertThat(vocabularies.topics().has("e-resept")).isTrue();
        assertThat(vocabularies.underlyingStandards().codes()).contains("ebms-2", "hl7-fhir-r4");
        assertThat(vocabularies.actors().display("sjukehus")).isEmpty();
    }

    @Test
    void aConceptWithoutADisplayIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("CodeSystem-aktor.json"), """
                {
                  "resourceType": "CodeSystem",
                  "concept": [
                    {"code": "fastleger"}
                  ]
                }
                """);
        assertThatThrownBy(() -> Vocabularies.read(folder))
                .isInstanceOf(AuthoringException.class)
                .hasMessageContaining("CodeSystem-aktor.json:4: concept[1].display");
    }

    @Test
    void aMissingListIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> Vocabularies.read(folder)).isInstanceOf(NoSuchFileException.class);
    }
}
