package no.normverk.loinc;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The CSV files of a LOINC release, by their place in it. A release holds what its makers chose; only the table of terms must be there. */
final class LoincFiles {

    static final String TERMS = "LoincTable/Loinc.csv";
    static final String CONSUMER_NAMES = "AccessoryFiles/ConsumerName/ConsumerName.csv";
    static final String PARTS = "AccessoryFiles/PartFile/Part.csv";
    static final List<String> PART_LINKS = List.of(
            "AccessoryFiles/PartFile/LoincPartLink_Primary.csv", "AccessoryFiles/PartFile/LoincPartLink_Supplementary.csv");
    static final String ANSWERS = "AccessoryFiles/AnswerFile/AnswerList.csv";
    static final String ANSWER_LINKS = "AccessoryFiles/AnswerFile/LoincAnswerListLink.csv";
    static final String HIERARCHY = "AccessoryFiles/ComponentHierarchyBySystem/ComponentHierarchyBySystem.csv";
    static final String GROUP_TERMS = "AccessoryFiles/GroupFile/GroupLoincTerms.csv";
    static final String VARIANTS = "AccessoryFiles/LinguisticVariants";

    private static final int DEPTH = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path root;

    private LoincFiles(Path root) {
        this.root = root;
    }

    /** The release in a directory, or in one not far below it; empty when there is none. */
    static Optional<LoincFiles> find(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory, DEPTH)) {
            return paths.filter(path -> path.endsWith(TERMS))
                    .findFirst()
                    .map(terms -> new LoincFiles(terms.toAbsolutePath().resolve("../..").normalize()));
        }
    }

    Path root() {
        return root;
    }

    /** Reads a file row by row; one that is not there has none. */
    void read(String file, Consumer<NamedCsvRecord> row) throws IOException {
        Path path = root.resolve(file);
        if (!Files.exists(path)) {
            return;
        }
        try (Reader text = withoutMark(path); CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row);
        }
    }

    private static Reader withoutMark(Path path) throws IOException {
        Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** A field's text; empty when the file has no such column. */
    static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    /** The files of this release that are read. */
    List<String> present() throws IOException {
        Stream<String> single = Stream.of(TERMS, CONSUMER_NAMES, PARTS, ANSWERS, ANSWER_LINKS, HIERARCHY, GROUP_TERMS);
        List<String> files = Stream.concat(single, PART_LINKS.stream())
                .filter(file -> Files.exists(root.resolve(file)))
                .toList();
        return Stream.concat(files.stream(), variants().stream()).toList();
    }

    /** The files of names in other languages, and the list of them. */
    private List<String> variants() throws IOException {
        Path directory = root.resolve(VARIANTS);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> VARIANTS + "/" + file.getFileName())
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
