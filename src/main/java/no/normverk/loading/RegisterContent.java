package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.normverk.authoring.YamlFolder;
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
        List<VendorProduct> products = new RegisterReader(products(folder.resolveSibling("catalogue"))).read(folder);
        List<DomainResource> resources = products.stream().flatMap(product -> RegisterWriter.write(product).stream()).toList();
        return GeneratedDocument.all(resources, UnaryOperator.identity(), folder);
   }

    /** What is wrong in the catalogue's files is told when the catalogue is read. */
    private static Set<String> products(Path catalogue) throws IOException {
        return Files.isDirectory(catalogue) ? new HashSet<>(YamlFolder.read(catalogue, new ArrayList<>()).keySet()) : Set.of();
    }
}
