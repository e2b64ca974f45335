package no.normverk.fhir.catalogue.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import no.normverk.catalogue.Claim;
import no.normverk.fhir.catalogue.RegisterResource;
import no.normverk.fhir.operation.Arguments;
import no.normverk.store.StoredResource;

/** The claims of a vendor's product in the register. */
final class RegisterEntry {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "DeviceDefinition";

    private RegisterEntry() {}

    /** The claims that stand about a product of the register, named by its id or reference; those about products that the catalogue does not have are left out. */
    static List<Claim> claims(CatalogueQuestion question, String written) {
        List<StoredResource> resources = question.request().snapshot().resources();
        String id = written.substring(written.lastIndexOf('/') + 1);
        if (resources.stream().noneMatch(resource -> resource.type().equals(TYPE) && resource.id().equals(id))) {
            throw Arguments.invalid("register-entry", written, "a product of the register on this server, DeviceDefinition/[id]");
        }
        return resources.stream()
                .filter(resource -> resource.type().equals("VerificationResult"))
                .map(RegisterEntry::json)
                .filter(result -> RegisterResource.isAbout(result, id))
                .map(RegisterResource::standingClaim)
                .flatMap(Optional::stream)
                .filter(claim -> question.index().source().catalogue().find(claim.product()).isPresent())
                .toList();
    }

    private static JsonNode json(StoredResource resource) {
        try {
            return JSON.readTree(resource.json());
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
        }
    }
}
