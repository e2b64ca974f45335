package no.normverk.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import no.normverk.classification.ClassificationRules;
import no.normverk.fhir.catalogue.ExemptionResource;
import no.normverk.fhir.catalogue.LibraryReader;
import no.normverk.fhir.catalogue.RegisterResource;
import no.normverk.fhir.definition.CodeSystemReader;
import no.normverk.fhir.definition.ConceptMapReader;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.fhir.plans.PlanDefinitionReader;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.NewResource;
import no.normverk.terminology.TerminologyException;

/**
 * Makes of every code system, value set, concept map and normative product what the engine answers from, which is where it would otherwise fail
 * later, in front of a caller.
 */
public final class EngineVerification implements Verification {
    private static final Set<String> CHECKED_WITHOUT_URL = Set.of("Basic", "VerificationResult");

    @Override
    public Optional<String> objection(NewResource resource) {
        if (resource.url() == null && !CHECKED_WITHOUT_URL.contains(resource.type())) {
            // Served, but nobody can ask the engine for it.
            return Optional.empty();
        }
        try {
            if (resource.type().equals("CodeSystem")) {
                ClassificationRules.codeSystem(CodeSystemReader.read(resource.json()));
                return Optional.empty();
            }
            JsonNode json = ResourceDocument.MAPPER.readTree(resource.json());
            switch (resource.type()) {
                case "ValueSet" -> ValueSetReader.read(json);
                case "ConceptMap" -> ConceptMapReader.read(json);
                case "PlanDefinition" -> readPlan(json);
                case "Library" -> readProduct(json);
                case "Basic" -> readExemption(json);
                case "VerificationResult" -> RegisterResource.standingClaim(json);
                default -> {}
            }
            return Optional.empty();
        } catch (DefinitionException | TerminologyException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readExemption(JsonNode basic) {
        if (ExemptionResource.isExemption(basic)) {
            ExemptionResource.read(basic);
        }
    }

    private static void readProduct(JsonNode library) {
        if (LibraryReader.isProduct(library)) {
            LibraryReader.read(library);
        }
    }

    private static void readPlan(JsonNode json) {
        if (PlanDefinitionReader.isPlan(json)) {
            PlanDefinitionReader.read(json, definition -> Optional.empty());
        }
    }
}
