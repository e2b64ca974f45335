package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import no.normverk.store.StoredResource;

/** What of the store others may see. A snapshot is made of that alone, so that nothing else can be read, found, counted or listed. */
public final class Publication {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Publication() {}

    /** The resources that are public. */
    public static List<StoredResource> publicOnly(List<StoredResource> resources) {
        return resources.stream().allMatch(Publication::isPublic)
                ? resources
                : resources.stream().filter(Publication::isPublic).toList();
    }

    /** The versions of one resource, newest first, that are public: none when the newest is not. */
    public static List<StoredResource> publicHistory(List<StoredResource> versions) {
        return versions.isEmpty() || !isPublic(versions.getFirst()) ? List.of() : publicOnly(versions);
    }

    private static boolean isPublic(StoredResource resource) {
        if (!resource.type().equals("Basic")) {
            return true;
        }
        try {
            return ExemptionResource.isPublic(JSON.readTree(resource.json()));
        } catch (IOException e) {
            throw new UncheckedIOException("stored Basic/" + resource.id() + " is not JSON", e);
        }
    }
}
