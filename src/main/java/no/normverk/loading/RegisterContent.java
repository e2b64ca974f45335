package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import no.normverk.catalogue.register.RegisterReader;
import no.normverk.catalogue.register.VendorProduct;
import no.normverk.fhir.catalogue.RegisterWriter;
import no.normverk.fhir.resource.ResourceDocument;
import org.hl7.fhir.r4.model.DomainResource;

/** The folder {@code register}: products of vendors and what is claimed of them, as YAML, served as DeviceDefinitions and VerificationResults. The catalogue beside it has what may be claimed. */
public final class RegisterContent implements AuthoredContent {

    @Override
    public String folder() {
        return "register";
    }

    @Override
    public List<ResourceDocument> read(Path folder) throws IOException {
        List<VendorProduct> products = new RegisterReader(CatalogueKeys.beside(folder)).read(folder);
        List<DomainResource> resources = products.stream().flatMap(product -> RegisterWriter.write(product).stream()).toList();
        return GeneratedDocument.all(resources, UnaryOperator.identity(), folder);
   }
}
