package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        Vocabulary actors = Vocabularies.read(profiles).actors();
        return GeneratedDocument.all(new ExemptionReader(actors, CatalogueKeys.beside(folder)).read(folder), new ExemptionWriter(actors)::write, folder);
   }
}
