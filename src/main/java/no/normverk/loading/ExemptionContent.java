package no.normverk.loading;

import java.io.IOException;
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
                basics.add(GeneratedDocument.of(writer.write(exemption), folder));
            }
            return basics;
        } catch (AuthoringException e) {
            throw new LoadingException(String.valueOf(e.getMessage()));
        }
    }
}
