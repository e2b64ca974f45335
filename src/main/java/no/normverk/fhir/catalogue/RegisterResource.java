package no.normverk.fhir.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.authoring.PartialDate;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.Direction;
import no.normverk.catalogue.register.ClaimStatus;

/** What the register's resources are known by, and the claims read from them, whoever wrote them. */
public final class RegisterResource {

    static final String VENDOR_PRODUCT = Canonical.extension("no-leverandorprodukt");
    static final String CLAIM = Canonical.extension("no-samsvar");
    static final String EXTENSION = Canonical.extension("samsvar");

    private static final Pattern PRODUCT_REFERENCE = Pattern.compile("(?:.*/)?DeviceDefinition/([A-Za-z0-9.-]+)(?:/_history/.*)?");

    private RegisterResource() {}

    /**
     * The claim that a VerificationResult makes, when it is one of ours and stands; empty for other resources and for claims that have failed or are still being tried.
     *
     * @throws IllegalArgumentException when it has a code or date that the profile does not allow, or says not what is supported
     */
    public static Optional<Claim> standingClaim(JsonNode result) {
        Optional<Claim> claim = claim(result);
        String status = result.path("status").asText();
        ClaimStatus standing = Arrays.stream(ClaimStatus.values())
                .filter(value -> value.code().equals(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("VerificationResult.status: '" + status + "' is not one of "
                        + String.join(", ", Arrays.stream(ClaimStatus.values()).map(ClaimStatus::code).toList())));
        return claim.filter(made -> standing.isStanding());
    }

    /** The ids of the DeviceDefinitions on this server that a VerificationResult is about. */
    public static Set<String> about(JsonNode result) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode target : result.path("target")) {
            Matcher reference = PRODUCT_REFERENCE.matcher(target.path("reference").asText());
            if (reference.matches()) {
                ids.add(reference.group(1));
            }
        }
        return ids;
    }

    private static Optional<Claim> claim(JsonNode result) {
        for (JsonNode extension : result.path("extension")) {
            if (extension.path("url").asText().equals(EXTENSION)) {
                ExtensionReader parts = new ExtensionReader(extension);
                String product = parts.part("supports")
                        .map(part -> part.path("valueCanonical").asText())
                        .orElseThrow(() -> new IllegalArgumentException("the claim does not say what it supports"));
                return Optional.of(new Claim(
                        Canonical.key(product), parts.codePart("direction", Direction.class), date(parts, "from"), date(parts, "until")));
            }
        }
        return Optional.empty();
    }

    private static Optional<PartialDate> date(ExtensionReader parts, String name) {
        return parts.date(name);
    }

    /** The products that a VerificationResult says are supported, by canonical address. */
    static List<String> supports(JsonNode result) {
        return claim(result).map(claim -> List.of(Canonical.library(claim.product()))).orElse(List.of());
    }
}
