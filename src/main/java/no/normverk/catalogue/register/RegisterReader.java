package no.normverk.catalogue.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import no.normverk.authoring.PartialDate;
import no.normverk.authoring.YamlFolder;
import no.normverk.authoring.YamlMapping;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.Direction;

/** Reads the folder of YAML files the register is authored in: one version of a vendor's product per file, the file named by its key. */
public final class RegisterReader {

    /** The fields of a file, as in {@code register.schema.json}; of a claim in it; of the evidence for one. */
    static final String[] FIELDS = {"key", "name", "version", "vendor", "url", "synthetic", "claims"};

    static final String[] CLAIM_FIELDS = {"supports", "direction", "from", "until", "status", "statusDate", "evidence"};
    static final String[] EVIDENCE_FIELDS = {"kind", "title", "url", "date", "issuer"};

    private final Set<String> products;

    /** @param products the keys of the normative products that may be claimed */
    public RegisterReader(Set<String> products) {
        this.products = Set.copyOf(products);
    }

    /**
     * Reads every {@code .yaml} file in the folder and the folders below it.
     *
     * @throws AuthoringException with all problems found, when there are any
     * @throws IOException when the folder or a file in it cannot be read
     */
    public List<VendorProduct> read(Path folder) throws IOException {
        List<AuthoringProblem> problems = new ArrayList<>();
        List<VendorProduct> read = new ArrayList<>();
        for (Map.Entry<String, YamlMapping> file : YamlFolder.read(folder, problems).entrySet()) {
            read.add(product(file.getKey(), file.getValue()));
        }
        if (!problems.isEmpty()) {
            throw new AuthoringException(problems);
        }
        return read;
    }

    private VendorProduct product(String key, YamlMapping fields) {
        fields.allowOnly(FIELDS);
        return new VendorProduct(
                fields.key(key),
                fields.required("name"),
                fields.required("version"),
                fields.required("vendor"),
                fields.webAddress("url"),
                fields.value("synthetic", "true or false", RegisterReader::truth).orElse(false),
                fields.mappings("claims").stream().map(this::claim).toList());
    }

    private RegisteredClaim claim(YamlMapping fields) {
        fields.allowOnly(CLAIM_FIELDS);
        String product = fields.required("supports");
        if (!product.isEmpty() && !products.contains(product)) {
            fields.problem("supports", YamlMapping.quoted(product), "the key of a product of the catalogue");
        }
        Optional<PartialDate> from = fields.date("from");
        Optional<PartialDate> until = fields.date("until");
        if (from.isPresent() && until.isPresent() && until.get().latest().isBefore(from.get().earliest())) {
            fields.problem("until", YamlMapping.quoted(until.get().text()), "a date not before from, " + from.get().text());
        }
        if (!fields.names().contains("status")) {
            fields.required("status");
        }
        List<Evidence> evidence = fields.mappings("evidence").stream().map(RegisterReader::evidence).toList();
        if (evidence.isEmpty()) {
            fields.problem("evidence", "nothing", "what the claim rests on");
        }
        return new RegisteredClaim(
                new Claim(product, fields.code("direction", Direction.class), from, until),
                fields.code("status", ClaimStatus.class).orElse(ClaimStatus.ATTESTED),
                fields.date("statusDate"),
                evidence);
    }

    private static Evidence evidence(YamlMapping fields) {
        fields.allowOnly(EVIDENCE_FIELDS);
        if (!fields.names().contains("kind")) {
            fields.required("kind");
        }
        return new Evidence(
                fields.code("kind", Evidence.Kind.class).orElse(Evidence.Kind.LINK),
                fields.required("title"),
                fields.webAddress("url"),
                fields.date("date"),
                fields.text("issuer"));
    }

    private static Optional<Boolean> truth(String written) {
        return switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
