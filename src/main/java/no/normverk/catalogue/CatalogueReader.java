package no.normverk.catalogue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the folder of YAML files the catalogue is authored in: one product per file, the file named by the product's key. The
 * whole folder is read before anything is refused, so that an editor sees every problem at once: a field that is unknown,
 * missing, twice there or of the wrong shape, a code that no vocabulary has, two files with one key, a reference to a product
 * that does not exist.
 */
public final class CatalogueReader {

    private static final String ENDING = ".yaml";

    private final Vocabularies vocabularies;

    /** @param vocabularies the code lists that the products' actors, topics and underlying standards come from */
    public CatalogueReader(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Reads every {@code .yaml} file in the folder and the folders below it.
     *
     * @throws CatalogueException with all problems found, when there are any
     * @throws IOException when the folder or a file in it cannot be read
     */
    public Catalogue read(Path folder) throws IOException {
        List<CatalogueProblem> problems = new ArrayList<>();
        Map<String, Path> files = filesByKey(folder, problems);
        ProductReader reader = new ProductReader(vocabularies, files.keySet());
        List<NormativeProduct> products = new ArrayList<>();
        for (Path file : files.values().stream().sorted().toList()) {
            read(file, reader, problems).ifPresent(products::add);
        }
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return Catalogue.of(products);
    }

    private static Map<String, Path> filesByKey(Path folder, List<CatalogueProblem> problems) throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (Path file : filesIn(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".yml")) {
                problems.add(new CatalogueProblem(
                        file.toString(), 1, "file name", YamlMapping.quoted(name), "the ending " + ENDING));
            }
            if (!name.endsWith(ENDING)) {
                continue;
            }
            String key = name.substring(0, name.length() - ENDING.length());
            Path other = files.putIfAbsent(key, file);
            if (other != null) {
                problems.add(new CatalogueProblem(
                        file.toString(), 1, "key", YamlMapping.quoted(key), "a key no other file has, but so has " + other));
            }
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<NormativeProduct> read(Path file, ProductReader reader, List<CatalogueProblem> problems)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        String key = name.substring(0, name.length() - ENDING.length());
        try {
            return YamlDocument.parse(file.toString(), Files.readString(file), problems)
                    .map(fields -> reader.read(key, fields));
        } catch (MalformedInputException notUtf8) {
            problems.add(new CatalogueProblem(file.toString(), 1, "document", "bytes that are not UTF-8", "UTF-8 text"));
            return Optional.empty();
        }
    }
}
