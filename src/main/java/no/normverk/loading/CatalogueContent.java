package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.normverk.catalogue.Catalogue;
import no.normverk.catalogue.CatalogueReader;
import no.normverk.catalogue.Vocabularies;
import no.normverk.fhir.catalogue.LibraryWriter;
import no.normverk.fhir.resource.ResourceDocument;

/** The folder {@code catalogue}: normative products as YAML, served as Libraries. */
public final class CatalogueContent implements AuthoredContent {
    private final Path profiles;

    /** @param profiles where the code lists are that products are described with */
    public CatalogueContent(Path profiles) {
        this.profiles = profiles;
    }

    @Override
    public String folder() {
        return "catalogue";
    }

    @Override
    public List<ResourceDocument> read(Path folder) throws IOException {
        Vocabularies vocabularies = Vocabularies.read(profiles);
        Catalogue catalogue = new CatalogueReader(vocabularies).read(folder);
        LibraryWriter writer = new LibraryWriter(catalogue, vocabularies);
        return GeneratedDocument.all(catalogue.products(), writer::write, folder);
   }
}
