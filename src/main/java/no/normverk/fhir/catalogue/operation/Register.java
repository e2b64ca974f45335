package no.normverk.fhir.catalogue.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.catalogue.Claim;
import no.normverk.fhir.catalogue.RegisterResource;
import no.normverk.store.StoredResource;

/** The compliance register: the claims that stand about each vendor's product, read once from the resources of a snapshot. Immutable. */
final class Register {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRODUCT = "DeviceDefinition";

    private final Map<String, List<Claim>> claims;

    private Register(Map<String, List<Claim>> claims) {
        this.claims = claims;
    }

    /** The register that these resources hold. */
    static Register of(List<StoredResource> resources) {
        Map<String, List<Claim>> claims = new HashMap<>();
        for (StoredResource resource : resources) {
            if (resource.type().equals(PRODUCT)) {
                claims.put(resource.id(), new ArrayList<>());
            }
        }
        for (StoredResource resource : resources) {
            if (resource.type().equals("VerificationResult")) {
                JsonNode result = json(resource);
                RegisterResource.standingClaim(result).ifPresent(claim -> RegisterResource.about(result).stream()
                        .map(claims::get)
                        .forEach(ofProduct -> {
                            if (ofProduct != null) {
                                ofProduct.add(claim);
                            }
                        }));
            }
        }
        return new Register(claims);
    }

    private static JsonNode json(StoredResource resource) {
        try {
            return JSON.readTree(resource.json());
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
        }
    }

    /** The claims that stand about a product, named by its id or a reference to it; empty when the register does not have the product. */
    Optional<List<Claim>> claims(String product) {
        int slash = product.lastIndexOf('/');
        boolean ofAnotherType = slash >= 0 && !(product.startsWith(PRODUCT + "/") || product.contains("/" + PRODUCT + "/"));
        return ofAnotherType ? Optional.empty() : Optional.ofNullable(claims.get(product.substring(slash + 1))).map(List::copyOf);
    }
}
