package no.normverk.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import no.normverk.authoring.YamlFolder;
import no.normverk.authoring.YamlMapping;

/**
 * Reads the folder of YAML files the catalogue is authored in: one product per file, the file named by the product's key. The
 * whole folder is read before anything is refused, so that an editor sees every problem at once: a field that is unknown,
 * missing, twice there or of the wrong shape, a code that no vocabulary has, two files with one key, a reference to a product
 * that does not exist.
 */
public final class CatalogueReader {

    private final Vocabularies vocabularies;

    /** @param vocabularies the code lists that the products' actors, topics and underlying standards come from */
    public CatalogueReader(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Reads every {@code .yaml} file in the folder and the folders below it.
     *
     * @throws AuthoringException with all problems found, when there are any
     * @throws IOException when the folder or a file in it cannot be read
     */
    public Catalogue read(Path folder) throws IOException {
        List<AuthoringProblem> problems = new ArrayList<>();
        Map<String, YamlMapping> files = YamlFolder.read(folder, problems);
        ProductReader reader = new ProductReader(vocabularies, files.keySet());
        List<NormativeProduct> products = new ArrayList<>();
        files.forEach((key, fields) -> products.add(reader.read(key, fields)));
        if (!problems.isEmpty()) {
            throw new AuthoringException(problems);
        }
        return Catalogue.of(products);
    }
}
