package no.normverk.loading;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import no.normverk.fhir.resource.ResourceDocument;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** A resource that was made from authored content and not read from a file, in the form in which resources are stored. */
final class GeneratedDocument {

    private GeneratedDocument() {}

    /**
     * Every entry as the resource it becomes.
     *
     * @param write how an entry becomes a resource
     * @param folder the folder that the content was authored in
     */
    static <T> List<ResourceDocument> all(Collection<T> authored, Function<? super T, ? extends IBaseResource> write, Path folder) {
        return authored.stream().map(entry -> of(write.apply(entry), folder)).toList();
    }

    private static ResourceDocument of(IBaseResource resource, Path folder) {
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        return ResourceDocument.of((ObjectNode) FhirReader.tree(json.getBytes(StandardCharsets.UTF_8), Place.of(folder.toString())));
    }
}
