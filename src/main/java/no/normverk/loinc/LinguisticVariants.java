package no.normverk.loinc;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names in other languages: a file a language, all named in {@code LinguisticVariants.csv}. */
final class LinguisticVariants {

    private static final List<String> NAMES = List.of("LONG_COMMON_NAME", "SHORTNAME", "LinguisticVariantDisplayName");

    private record Variant(String file, String language) {}

    private final LoincFiles files;
    private final Map<String, Concept> concepts;

    LinguisticVariants(LoincFiles files, Map<String, Concept> concepts) {
        this.files = files;
        this.concepts = concepts;
    }

    void read() throws IOException {
        List<Variant> variants = new ArrayList<>();
        files.read(LoincFiles.VARIANTS + "/LinguisticVariants.csv", row -> variants.add(variant(row)));
        for (Variant variant : variants) {
            files.read(variant.file(), row -> names(row, variant.language()));
        }
    }

    private static Variant variant(NamedCsvRecord row) {
        String language = LoincFiles.text(row, "ISO_LANGUAGE");
        String country = LoincFiles.text(row, "ISO_COUNTRY");
        String file = language + country + LoincFiles.text(row, "ID") + "LinguisticVariant.csv";
        return new Variant(LoincFiles.VARIANTS + "/" + file, country.isEmpty() ? language : language + "-" + country);
    }

    private void names(NamedCsvRecord row, String language) {
        Concept term = concepts.get(LoincFiles.text(row, "LOINC_NUM"));
        if (term != null) {
            NAMES.forEach(name -> term.name(language, name, LoincFiles.text(row, name)));
        }
    }
}
