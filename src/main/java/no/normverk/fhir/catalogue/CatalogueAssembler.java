package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.normverk.authoring.LocalText;
import no.normverk.catalogue.ActorType;
import no.normverk.catalogue.ActorTypes;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.Exemption;
import no.normverk.catalogue.NormativeProduct;
import no.normverk.catalogue.PublishedCatalogue;
import no.normverk.store.StoredResource;

/**
 * Makes the catalogue to answer from out of what is stored: Libraries that are normative products, Basics that are exemptions, and
 * the code list of actors.
 */
public final class CatalogueAssembler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTORS = Canonical.codeSystem("aktor");

    private CatalogueAssembler() {}

    /**
     * The catalogue of these resources.
     *
     * @throws IllegalArgumentException when a Library claims to be a normative product and is none; a load is refused before it
     *     comes to that
     */
    public static PublishedCatalogue assemble(List<StoredResource> resources) {
        List<NormativeProduct> products = resources.parallelStream()
                .filter(resource -> resource.type().equals("Library"))
                .flatMap(CatalogueAssembler::product)
                .toList();
        List<Exemption> exemptions = new ArrayList<>();
        Map<String, ActorType> actors = new LinkedHashMap<>();
        for (StoredResource resource : resources) {
            if (resource.type().equals("Basic")) {
                addExemption(exemptions, json(resource));
            } else if (resource.type().equals("CodeSystem") && ACTORS.equals(resource.url())) {
                ActorTypesReader.read(json(resource)).forEach(type -> actors.put(type.code(), type));
            }
        }
        if (products.isEmpty() && actors.isEmpty()) {
            return PublishedCatalogue.EMPTY;
        }
        addUnlisted(actors, products);
        return new PublishedCatalogue(Catalogue.of(products), ActorTypes.of(actors.values()), exemptions);
    }

    /** One that is not published does not come this far, and would go no further. */
    private static void addExemption(List<Exemption> exemptions, JsonNode basic) {
        if (ExemptionResource.isExemption(basic) && ExemptionResource.isPublic(basic)) {
            exemptions.add(ExemptionResource.read(basic));
        }
    }

    /** An actor that no list has is still somebody: what binds it must be found by its code. */
    private static void addUnlisted(Map<String, ActorType> actors, List<NormativeProduct> products) {
        products.forEach(product -> product.obligations().forEach(obligation -> actors.computeIfAbsent(
                obligation.actor(), code -> new ActorType(code, LocalText.nb(code), List.of(), false, false))));
    }

    /** The product that a Library is; none when it is something else. */
    private static Stream<NormativeProduct> product(StoredResource resource) {
        JsonNode library = json(resource);
        try {
            return LibraryReader.isProduct(library) ? Stream.of(LibraryReader.read(library)) : Stream.empty();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Library/" + resource.id() + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode json(StoredResource resource) {
        try {
            return JSON.readTree(resource.json());
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + resource.type() + "/" + resource.id() + " is not JSON", e);
        }
    }
}
