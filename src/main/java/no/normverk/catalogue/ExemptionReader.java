package no.normverk.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import no.normverk.authoring.PartialDate;
import no.normverk.authoring.YamlFolder;
import no.normverk.authoring.YamlMapping;

/** Reads the folder of YAML files that exemptions are authored in: one exemption per file, the file named by its key. */
public final class ExemptionReader {

    /** The fields of a file, as in {@code exemption.schema.json}. */
    static final String[] FIELDS = {
        "key", "provision", "products", "direction", "organisation", "actors", "system", "condition", "from", "until", "interimCommunication", "decidedBy", "decidedOn", "published", "sources", "note", "verified"
    };

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private final Vocabulary actors;
    private final Set<String> products;

    /**
     * @param actors the code list that kinds of organisation come from
     * @param products the keys of the products that an exemption may be limited to
     */
    public ExemptionReader(Vocabulary actors, Set<String> products) {
        this.actors = actors;
        this.products = Set.copyOf(products);
    }

    /**
     * Reads every {@code .yaml} file in the folder and the folders below it.
     *
     * @throws AuthoringException with all problems found, when there are any
     * @throws IOException when the folder or a file in it cannot be read
     */
    public List<AuthoredExemption> read(Path folder) throws IOException {
        List<AuthoringProblem> problems = new ArrayList<>();
        List<AuthoredExemption> exemptions = new ArrayList<>();
        for (Map.Entry<String, YamlMapping> file : YamlFolder.read(folder, problems).entrySet()) {
            exemptions.add(read(file.getKey(), file.getValue()));
        }
        if (!problems.isEmpty()) {
            throw new AuthoringException(problems);
        }
        return exemptions;
    }

    private AuthoredExemption read(String expectedKey, YamlMapping fields) {
        fields.allowOnly(FIELDS);
        Optional<Exemption.Organisation> organisation = fields.mapping("organisation").map(ExemptionReader::organisation);
        List<String> kinds = fields.values(
                "actors", "a code of CodeSystem " + actors.name(), code -> Optional.of(code).filter(actors::has));
        boolean ofKinds = !fields.texts("actors").isEmpty();
        if (organisation.isPresent() == ofKinds) {
            fields.problem("organisation", "both or none", "either one organisation or kinds of organisation in actors");
        }
        Optional<PartialDate> from = fields.date("from");
        Optional<PartialDate> until = fields.date("until");
        if (from.isPresent() && until.isPresent() && until.get().latest().isBefore(from.get().earliest())) {
            fields.problem("until", YamlMapping.quoted(until.get().text()), "a date not before from, " + from.get().text());
        }
        Exemption exemption = new Exemption(
                key(fields, expectedKey),
                provision(fields),
                fields.values("products", "the key of a product of the catalogue", product -> Optional.of(product).filter(products::contains)),
                fields.code("direction", Direction.class),
                organisation,
                kinds,
                fields.text("system"),
                fields.text("condition"),
                from,
                until,
                fields.text("interimCommunication"),
                fields.text("decidedBy"),
                fields.date("decidedOn"),
                sources(fields),
                fields.text("note"),
                truth(fields, "verified").orElse(true));
        fields.required("published");
        return new AuthoredExemption(exemption, truth(fields, "published").orElse(false));
    }

    private static String key(YamlMapping fields, String expected) {
        String key = fields.required("key");
        if (!key.isEmpty() && (!KEY.matcher(key).matches() || !key.equals(expected))) {
            fields.problem("key", "'" + key + "'", "the file's name without .yaml, of a-z, 0-9, dot and hyphen");
        }
        return key;
    }

    private static LegalBasis provision(YamlMapping fields) {
        if (!fields.isMapping("provision")) {
            fields.problem("provision", "no fields", "regulation, section, number and letter");
        }
        return fields.mapping("provision")
                .map(ObligationReader::legalBasis)
                .orElseGet(() -> new LegalBasis(
                        "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Exemption.Organisation organisation(YamlMapping fields) {
        fields.allowOnly("number", "name");
        fields.value("number", OrganisationNumber.EXPECTED, written -> Optional.of(written).filter(OrganisationNumber::isValid));
        return new Exemption.Organisation(fields.required("number"), fields.required("name"));
    }

    private static List<Source> sources(YamlMapping fields) {
        List<YamlMapping> sources = fields.mappings("sources");
        if (sources.isEmpty()) {
            fields.problem("sources", "nothing", "at least one source");
        }
        return sources.stream().map(ProductReader::source).toList();
    }

    private static Optional<Boolean> truth(YamlMapping fields, String name) {
        return fields.value(name, "true or false", written -> switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
