package no.normverk.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import no.normverk.fhir.catalogue.ExemptionResource;
import no.normverk.fhir.catalogue.LibraryReader;
import no.normverk.fhir.definition.CodeSystemReader;
import no.normverk.fhir.definition.ConceptMapReader;
import no.normverk.fhir.definition.DefinitionException;
import no.normverk.fhir.definition.ValueSetReader;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.store.NewResource;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.memory.InMemoryCodeSystem;

/**
 * Makes of every code system, value set, concept map and normative product what the engine answers from, which is where it would otherwise fail
 * later, in front of a caller.
 */
public final class EngineVerification implements Verification {
    @Override
    public Optional<String> objection(NewResource resource) {
        if (resource.url() == null && !resource.type().equals("Basic")) {
            // Served, but nobody can ask the engine for it.
            return Optional.empty();
        }
        try {
            JsonNode json = ResourceDocument.MAPPER.readTree(resource.json());
            switch (resource.type()) {
                case "CodeSystem" -> new InMemoryCodeSystem(CodeSystemReader.read(json));
                case "ValueSet" -> ValueSetReader.read(json);
                case "ConceptMap" -> ConceptMapReader.read(json);
                case "Library" -> readProduct(json);
                case "Basic" -> readExemption(json);
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
}
