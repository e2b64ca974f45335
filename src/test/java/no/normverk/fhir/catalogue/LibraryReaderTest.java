package no.normverk.fhir.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.ShippedCatalogue;
import org.junit.jupiter.api.Test;

class LibraryReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalogue catalogue = ShippedCatalogue.read();
    private final LibraryWriter writer = new LibraryWriter(catalogue, ShippedCatalogue.vocabularies());

    private JsonNode json(NormativeProduct product) throws JsonProcessingException {
        return JSON.readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(writer.write(product)));
    }

    @Test
    void whatIsWrittenIsReadBack() throws JsonProcessingException {
        for (NormativeProduct product : catalogue.products()) {
            JsonNode library = json(product);
            assertThat(LibraryReader.isProduct(library)).isTrue();
            assertThat(LibraryReader.read(library)).as(product.key()).usingRecursiveComparison().isEqualTo(product);
        }
    }

    @Test
    void aCodeThatTheProfileDoesNotHaveIsRefusedWithTheOnesItHas() throws JsonProcessingException {
        ObjectNode library = (ObjectNode) json(catalogue.products().getFirst());
        library.putArray("extension").addObject()
                .put("url", "http://normverk.no/fhir/StructureDefinition/normeringsniva")
                .putObject("valueCoding").put("code", "lov");
        assertThatThrownBy(() -> LibraryReader.read(library))
                .hasMessage("'lov' is not one of veileder, retningslinje, anbefalt-standard, obligatorisk-standard");
    }
}
