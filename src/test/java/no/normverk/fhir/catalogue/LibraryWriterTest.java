package no.normverk.fhir.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.ShippedCatalogue;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.junit.jupiter.api.Test;

class LibraryWriterTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final Catalogue catalogue = ShippedCatalogue.read();
    private final LibraryWriter writer = new LibraryWriter(catalogue, ShippedCatalogue.vocabularies());

    private Library library(String key) {
        return writer.write(catalogue.find(key).orElseThrow(() -> new AssertionError(key)));
    }

    private static Extension extension(Library library, String id) {
        return library.getExtensionByUrl("http://normverk.no/fhir/StructureDefinition/" + id);
    }

    private static Stream<RelatedArtifact> related(Library library, RelatedArtifactType type) {
        return library.getRelatedArtifact().stream().filter(artifact -> artifact.getType() == type);
    }

    @Test
    void everyProductSurvivesJsonAndXmlUnchanged() {
        for (NormativeProduct product : catalogue.products()) {
            Library library = writer.write(product);
            for (IParser parser : List.of(R4.newJsonParser(), R4.newXmlParser())) {
                parser.setParserErrorHandler(new StrictErrorHandler());
                String written = parser.encodeResourceToString(library);
                Library read = parser.parseResource(Library.class, written);
                assertThat(parser.encodeResourceToString(read)).isEqualTo(written);
            }
        }
    }

    @Test
    void everyProductCarriesItsKeyTitleLevelAndNumbers() {
        for (NormativeProduct product : catalogue.products()) {
            Library library = writer.write(product);
            assertThat(library.getIdPart()).isEqualTo(product.key());
            assertThat(library.getUrl()).isEqualTo("http://normverk.no/fhir/Library/" + product.key());
            assertThat(library.getTitle()).isEqualTo(product.title().nb());
            assertThat(library.getIdentifier())
                    .extracting(Identifier::getValue)
                    .containsExactlyElementsOf(product.identifiers().stream().map(Object::toString).toList());
            product.level().ifPresentOrElse(
                    level -> assertThat(((Coding) extension(library, "normeringsniva").getValue()).getCode()).isEqualTo(level.code()),
                    () -> assertThat(extension(library, "normeringsniva")).isNull());
            assertThat(library.getExtensionsByUrl("http://normverk.no/fhir/StructureDefinition/obligation")).hasSameSizeAs(product.obligations());
        }
    }

    @Test
    void namesAreComputerFriendlyAndUnique() {
        assertThat(catalogue.products().stream().map(product -> writer.write(product).getName()).toList())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][A-Za-z0-9_]{0,254}"));
        assertThat(library("svarrapportering-1.4").getName()).isEqualTo("Svarrapportering1_4");
    }

    @Test
    void svarrapportHasItsVersionDatesAndTranslations() {
        Library library = library("svarrapportering-1.4");
        assertThat(library.getVersion()).isEqualTo("1.4");
        assertThat(library.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
        assertThat(library.getDateElement().getValueAsString()).isEqualTo("2025-12-15");
        assertThat(library.getEffectivePeriod().getStartElement().getValueAsString()).isEqualTo("2014-06-15");
        assertThat(library.getTitleElement().getExtension()).hasSize(2);
        assertThat(library.getIdentifierFirstRep().getType().getCodingFirstRep().getCode()).isEqualTo("HIS");
        assertThat(related(library, RelatedArtifactType.PREDECESSOR)).extracting(RelatedArtifact::getResource)
                .containsExactly("http://normverk.no/fhir/Library/svarrapportering-1.3");
    }

    @Test
    void lineageIsWrittenInBothDirections() {
        assertThat(related(library("tjenestebasert-adressering-2015"), RelatedArtifactType.SUCCESSOR)).hasSize(3);
        assertThat(related(library("innleggelsesrapport-1.6"), RelatedArtifactType.DERIVEDFROM)).extracting(RelatedArtifact::getResource)
                .containsExactly("http://normverk.no/fhir/Library/plo-1.6");
    }

    @Test
    void aWithdrawnProductIsRetiredFromItsDate() {
        Library library = library("eresept-m24.1");
        assertThat(library.getStatus()).isEqualTo(PublicationStatus.RETIRED);
        assertThat(library.getEffectivePeriod().getEndElement().getValueAsString()).isEqualTo("2023-08");
    }

    @Test
    void anUnknownLifecycleIsAnUnknownStatus() {
        assertThat(library("datatyper-meldingsutveksling").getStatus()).isEqualTo(PublicationStatus.UNKNOWN);
        assertThat(library("veileder-apne-api").getStatus()).isEqualTo(PublicationStatus.DRAFT);
    }

    @Test
    void anObligationKeepsActorDirectionLevelDatesAndBasis() {
        Extension obligation = library("svarrapportering-1.4").getExtensionsByUrl("http://normverk.no/fhir/StructureDefinition/obligation").getLast();
        assertThat(obligation.getExtensionString("id")).isEqualTo("forskrift-2021-motta");
        assertThat(((Coding) obligation.getExtensionByUrl("actor").getValue()).getDisplay()).startsWith("Alle virksomheter");
        assertThat(obligation.getExtensionByUrl("direction").getValue().primitiveValue()).isEqualTo("motta");
        assertThat(obligation.getExtensionByUrl("mustFrom").getValue().primitiveValue()).isEqualTo("2022-07-01");
        assertThat(obligation.getExtensionByUrl("legalBasis").getExtensionString("section")).isEqualTo("6");
        assertThat(obligation.getExtensionByUrl("decidedOn").getValue().primitiveValue()).isEqualTo("2021-06-18");
    }

    @Test
    void aDeadlineWithoutADateIsWrittenWithItsReason() {
        Extension obligation = library("helsefaglig-dialog").getExtensionsByUrl("http://normverk.no/fhir/StructureDefinition/obligation").getLast();
        assertThat(obligation.getExtensionByUrl("mustFrom")).isNull();
        assertThat(obligation.getExtensionString("mustFromUnknown")).contains("stanset");
    }

    @Test
    void oldAddressesAndSourcesAreRelatedArtifacts() {
        Library library = library("epikrise-1.2");
        assertThat(related(library, RelatedArtifactType.DOCUMENTATION)).extracting(RelatedArtifact::getLabel).containsExactly("adresse", "tidligere adresse");
        assertThat(related(library, RelatedArtifactType.CITATION)).isNotEmpty().allMatch(RelatedArtifact::hasDisplay);
    }
}
