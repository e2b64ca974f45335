package no.normverk.loading;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.normverk.authoring.AuthoringException;
import no.normverk.catalogue.AuthoredExemption;
import no.normverk.catalogue.ExemptionReader;
import no.normverk.catalogue.Vocabularies;
import no.normverk.catalogue.Vocabulary;
import no.normverk.fhir.catalogue.ExemptionWriter;
import no.normverk.fhir.resource.ResourceDocument;

/** The folder {@code exemptions}: exemptions as YAML, kept as Basics, of which the published ones are served. */
public final class ExemptionContent implements AuthoredContent {
    private final Path profiles;

    /** @param profiles where the code lists are that exemptions are described with */
    public ExemptionContent(Path profiles) {
        this.profiles = profiles;
    }

    @Override
    public String folder() {
        return "exemptions";
    }

    @Override
    public List<ResourceDocument> read(Path folder) throws IOException {
        try {
            Vocabulary actors = Vocabularies.read(profiles).actors();
            ExemptionWriter writer = new ExemptionWriter(actors);
            List<ResourceDocument> basics = new ArrayList<>();
            for (AuthoredExemption exemption : new ExemptionReader(actors).read(folder)) {
                String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(writer.write(exemption));
                Place place = Place.of(folder.toString());
                ObjectNode tree = (ObjectNode) FhirReader.tree(json.getBytes(StandardCharsets.UTF_8), place);
                basics.add(ResourceDocument.of(tree));
            }
            return basics;
        } catch (AuthoringException e) {
            throw new LoadingException(String.valueOf(e.getMessage()));
        }
    }
}
