package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import no.normverk.authoring.YamlFolder;

/** The keys of the products that other authored content may name: those of the folder {@code catalogue} beside it. */
final class CatalogueKeys {

    private CatalogueKeys() {}

    /** The keys; what is wrong in the catalogue's files is told when the catalogue itself is read. */
    static Set<String> beside(Path folder) throws IOException {
        Path catalogue = folder.resolveSibling("catalogue");
        return Files.isDirectory(catalogue) ? Set.copyOf(YamlFolder.read(catalogue, new ArrayList<>()).keySet()) : Set.of();
    }
}
