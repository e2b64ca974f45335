package no.normverk.fhir.operation;

import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Finds what an operation on an instance is about. */
final class Instances {

    private Instances() {}

    private static StoredResource stored(OperationRequest request, String type) {
        String id = String.valueOf(request.resourceId());
        for (StoredResource resource : request.snapshot().resources()) {
            if (resource.type().equals(type) && resource.id().equals(id)) {
                return resource;
            }
        }
        throw Question.unknownInstance(type, id);
    }

    static ValueSetDefinition valueSet(OperationRequest request) {
        StoredResource resource = stored(request, "ValueSet");
        ValueSetDefinition registered = resource.url() == null
                ? null
                : request.snapshot().registry().valueSet(resource.url(), resource.version());
        return registered != null ? registered : RegistryAssembler.valueSet(resource);
    }

    /** The code system version of an instance; {@code null} when its content is not on this server. */
    static @Nullable CodeSystemVersion codeSystem(OperationRequest request) {
        StoredResource resource = stored(request, "CodeSystem");
        return resource.url() == null ? null : request.snapshot().registry().codeSystem(resource.url(), resource.version());
    }

    static ConceptMapDefinition conceptMap(OperationRequest request) {
        StoredResource resource = stored(request, "ConceptMap");
        ConceptMapDefinition registered = resource.url() == null
                ? null
                : request.snapshot().registry().conceptMap(resource.url(), resource.version());
        return registered != null ? registered : RegistryAssembler.conceptMap(resource);
    }
}
