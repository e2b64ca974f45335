package no.normverk.fhir.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.normverk.catalogue.Catalogue;
import no.normverk.authoring.Coded;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.DocumentType;
import no.normverk.catalogue.EifLayer;
import no.normverk.catalogue.LifecycleStatus;
import no.normverk.catalogue.ManagementPhase;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.NormativeLevel;
import no.normverk.catalogue.RevisionKind;
import no.normverk.catalogue.ShippedCatalogue;
import no.normverk.fhir.plans.PlanSearch;
import no.normverk.fhir.resource.SearchParameters;
import no.normverk.plans.AdaptationKind;
import no.normverk.plans.CareLevel;
import no.normverk.plans.EvidenceKind;
import no.normverk.plans.GoalType;
import no.normverk.plans.InterventionType;
import no.normverk.plans.LinkKind;
import no.normverk.plans.ProblemType;
import no.normverk.plans.Tier;
import no.normverk.plans.ZoneColour;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

class ProfileResourcesTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final Map<String, MetadataResource> byFile = readAll();

    private static Map<String, MetadataResource> readAll() {
        IParser parser = R4.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try (Stream<Path> files = Files.list(ShippedCatalogue.PROFILES)) {
            Map<String, MetadataResource> resources = new TreeMap<>();
            for (Path file : files.filter(found -> found.toString().endsWith(".json")).toList()) {
                resources.put(file.getFileName().toString(), (MetadataResource) parser.parseResource(Files.readString(file)));
            }
            return resources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T extends Resource> List<T> all(Class<T> type) {
        return byFile.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private CodeSystem codeSystem(String id) {
        return all(CodeSystem.class).stream().filter(found -> found.getIdPart().equals(id)).findFirst().orElseThrow();
    }

    private static Map<String, ConceptDefinitionComponent> concepts(CodeSystem codeSystem) {
        return codeSystem.getConcept().stream()
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, concept -> concept, (a, b) -> {
                    throw new AssertionError("code twice: " + a.getCode());
                }));
    }

    private static ConceptDefinitionComponent concept(CodeSystem codeSystem, Coded code) {
        return Optional.ofNullable(concepts(codeSystem).get(code.code())).orElseThrow(() -> new AssertionError(code.code()));
    }

    @Test
    void everyResourceSaysWhatItIsWhoseItIsAndWhereItApplies() {
        assertThat(byFile).hasSizeGreaterThan(30).allSatisfy((file, resource) -> {
            assertThat(file).isEqualTo(resource.fhirType() + "-" + resource.getIdPart() + ".json");
            // In R4 a NamingSystem has no URL.
            if (!resource.fhirType().equals("NamingSystem")) {
                assertThat(resource.getUrl()).isEqualTo("http://normverk.no/fhir/" + resource.fhirType() + "/" + resource.getIdPart());
            }
            assertThat(resource.hasStatus()).isTrue();
            assertThat(resource.getName()).matches("[A-Z][A-Za-z0-9_]{0,254}");
            assertThat(resource.getPublisher()).isNotBlank();
            assertThat(resource.getDescription()).isNotBlank();
            assertThat(resource.getJurisdictionFirstRep().getCodingFirstRep().getCode()).isEqualTo("NO");
        });
    }

    @Test
    void everyCodeIsDefinedOnceAndNamedInThreeLanguages() {
        assertThat(all(CodeSystem.class)).hasSizeGreaterThan(20).allSatisfy(system -> {
            assertThat(concepts(system)).hasSize(system.getCount());
            assertThat(system.getConcept()).allSatisfy(concept -> {
                assertThat(concept.getDefinition()).isNotBlank();
                assertThat(concept.getDesignation()).extracting(designation -> designation.getLanguage()).containsExactly("nn", "en");
            });
        });
    }

    @Test
    void everyCodeSystemHasItsValueSet() {
        Map<String, ValueSet> valueSets = all(ValueSet.class).stream().collect(Collectors.toMap(ValueSet::getUrl, set -> set));
        assertThat(all(CodeSystem.class)).allSatisfy(system -> {
            ValueSet whole = valueSets.get(system.getValueSet());
            assertThat(whole).as(system.getValueSet()).isNotNull();
            assertThat(whole.getCompose().getIncludeFirstRep().getSystem()).isEqualTo(system.getUrl());
        });
    }

    @Test
    void theClosedVocabulariesAreTheSameInCodeAndInProfiles() {
        sameCodes("normeringsniva", NormativeLevel.values());
        sameCodes("dokumenttype", DocumentType.values());
        sameCodes("livssyklus", LifecycleStatus.values());
        sameCodes("forvaltningsfase", ManagementPhase.values());
        sameCodes("retning", Direction.values());
        sameCodes("revisjonstype", RevisionKind.values());
        sameCodes("eif-lag", EifLayer.values());
        sameCodes("planniva", Tier.values());
        sameCodes("omsorgsniva", CareLevel.values());
        sameCodes("problemtype", ProblemType.values());
        sameCodes("maltype", GoalType.values());
        sameCodes("intervensjonstype", InterventionType.values());
        sameCodes("plansone", ZoneColour.values());
        sameCodes("planlenke", LinkKind.values());
        sameCodes("kunnskapsgrunnlag", EvidenceKind.values());
        sameCodes("plantilpasning", AdaptationKind.values());
    }

    private void sameCodes(String id, Coded[] values) {
        CodeSystem system = codeSystem(id);
        assertThat(system.getConcept()).extracting(ConceptDefinitionComponent::getCode).isEqualTo(Arrays.stream(values).map(Coded::code).toList());
        for (Coded value : values) {
            ConceptDefinitionComponent concept = concept(system, value);
            LocalText names = value.title();
            assertThat(concept.getDisplay()).isEqualTo(names.nb());
            assertThat(concept.getDesignation()).extracting(designation -> designation.getValue())
                    .containsExactly(names.nn().orElseThrow(), names.en().orElseThrow());
        }
    }

    @Test
    void everyLevelHasItsVerbAndDeviationRule() {
        CodeSystem levels = codeSystem("normeringsniva");
        for (NormativeLevel level : NormativeLevel.values()) {
            Map<String, String> properties = concept(levels, level).getProperty().stream()
                    .collect(Collectors.toMap(ConceptPropertyComponent::getCode, property -> property.getValue().primitiveValue()));
            assertThat(properties)
                    .containsEntry("styrke", String.valueOf(level.ordinal() + 1))
                    .containsEntry("verb", level.verb().nb())
                    .containsEntry("verb-nn", level.verb().nn().orElseThrow())
                    .containsEntry("verb-en", level.verb().en().orElseThrow())
                    .containsEntry("avvik", level.deviation().nb())
                    .containsEntry("avvik-nn", level.deviation().nn().orElseThrow())
                    .containsEntry("avvik-en", level.deviation().en().orElseThrow());
        }
    }

    @Test
    void anActorHoldsOnlyActorsAndNeverItself() {
        Map<String, ConceptDefinitionComponent> actors = concepts(codeSystem("aktor"));
        actors.forEach((code, actor) -> {
            Set<String> held = new HashSet<>();
            actor.getProperty().stream()
                    .filter(property -> property.getCode().equals("omfatter"))
                    .forEach(property -> held.add(property.getValue().primitiveValue()));
            assertThat(actors.keySet()).containsAll(held);
            assertThat(held).doesNotContain(code);
        });
    }

    @Test
    void everyCodeAndExtensionInTheCatalogueIsDefinedHere() {
        Map<String, Map<String, ConceptDefinitionComponent>> systems =
                all(CodeSystem.class).stream().collect(Collectors.toMap(CodeSystem::getUrl, ProfileResourcesTest::concepts));
        Set<String> definitions = all(StructureDefinition.class).stream().map(StructureDefinition::getUrl).collect(Collectors.toSet());
        Catalogue catalogue = ShippedCatalogue.read();
        LibraryWriter writer = new LibraryWriter(catalogue, ShippedCatalogue.vocabularies());
        catalogue.products().forEach(product -> {
            Library library = writer.write(product);
            assertThat(definitions).contains(library.getMeta().getProfile().getFirst().getValue());
            assertThat(definitions).containsAll(library.getExtension().stream().map(Extension::getUrl).toList());
            R4.newTerser().getAllPopulatedChildElementsOfType(library, Coding.class).stream()
                    .filter(coding -> coding.getSystem().startsWith("http://normverk.no/"))
                    .forEach(coding -> assertThat(systems.get(coding.getSystem())).as(product.key()).containsKey(coding.getCode()));
        });
    }

    @Test
    void everySystemOfNumbersOfOurOwnIsANamingSystemHere() {
        Set<String> named = all(NamingSystem.class).stream()
                .flatMap(system -> system.getUniqueId().stream())
                .map(NamingSystem.NamingSystemUniqueIdComponent::getValue)
                .collect(Collectors.toSet());
        LibraryWriter writer = new LibraryWriter(ShippedCatalogue.read(), ShippedCatalogue.vocabularies());
        Set<String> used = ShippedCatalogue.read().products().stream()
                .flatMap(product -> writer.write(product).getIdentifier().stream())
                .map(Identifier::getSystem)
                .filter(system -> system.startsWith("http://normverk.no/"))
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty();
        assertThat(named).containsAll(used);
    }

    @Test
    void everyBindingAndExtensionPointsToSomethingDefinedHere() {
        Set<String> valueSets = all(ValueSet.class).stream().map(ValueSet::getUrl).collect(Collectors.toSet());
        Set<String> definitions = all(StructureDefinition.class).stream().map(StructureDefinition::getUrl).collect(Collectors.toSet());
        all(StructureDefinition.class).forEach(definition -> definition.getDifferential().getElement().forEach(element -> {
            if (element.hasBinding()) {
                assertThat(valueSets).contains(element.getBinding().getValueSet());
            }
            element.getType().forEach(type -> type.getProfile().forEach(profile -> assertThat(definitions).contains(profile.getValue())));
        }));
    }

    @Test
    void everySearchParameterIsOneThatTheServerHas() {
        SearchParameters offered = PlanSearch.addTo(CatalogueSearch.addTo(SearchParameters.standard()));
        assertThat(all(SearchParameter.class)).allSatisfy(parameter -> parameter.getBase().forEach(base -> {
            String type = base.getValue();
            assertThat(offered.find(type, parameter.getCode())).as("%s of %s", parameter.getCode(), type).satisfies(one -> {
                assertThat(one.definition()).isEqualTo(parameter.getUrl());
                assertThat(one.kind().type()).isEqualTo(parameter.getType().toCode());
            });
        }));
    }

    @Test
    void everySearchParameterThatTheServerHasIsDefinedByFhirOrHere() {
        SearchParameters offered = PlanSearch.addTo(CatalogueSearch.addTo(SearchParameters.standard()));
        Set<String> here = all(SearchParameter.class).stream().map(SearchParameter::getUrl).collect(Collectors.toSet());
        for (String type : List.of("Library", "Basic", "DeviceDefinition", "VerificationResult", "PlanDefinition", "ActivityDefinition")) {
            assertThat(offered.of(type)).as(type).isNotEmpty().allSatisfy(parameter -> {
                String definition = String.valueOf(parameter.definition());
                boolean ofFhir = definition.startsWith("http://hl7.org/fhir/SearchParameter/");
                assertThat(ofFhir || here.contains(definition)).as("%s of %s, %s", parameter.name(), type, definition).isTrue();
            });
        }
    }

    @Test
    void everySearchParameterReadsAnExtensionThatExists() {
        Set<String> definitions = all(StructureDefinition.class).stream().map(StructureDefinition::getUrl).collect(Collectors.toSet());
        List<SearchParameter> ofCatalogue = all(SearchParameter.class).stream()
                .filter(parameter -> parameter.getBase().getFirst().getValue().equals("Library") && !parameter.getCode().equals("text"))
                .toList();
        assertThat(ofCatalogue).hasSize(12).allSatisfy(parameter -> {
            assertThat(definitions).anyMatch(url -> parameter.getExpression().contains("'" + url + "'"));
        });
    }
}
