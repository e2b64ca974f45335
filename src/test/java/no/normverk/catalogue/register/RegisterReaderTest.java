package no.normverk.catalogue.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.Coded;
import no.normverk.catalogue.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<VendorProduct> read(String text) throws IOException {
        Files.writeString(folder.resolve("journal-1.yaml"), text);
        return new RegisterReader(Set.of("epikrise-1.2")).read(folder);
    }

    private static final String HEAD = "key: journal-1\nname: Journal\nversion: '1'\nvendor: Leverandør\n";

    @Test
    void aProductAndItsClaimsAreRead() throws IOException {
        VendorProduct product = read(HEAD + """
                synthetic: true
                claims:
                  - supports: epikrise-1.2
                    direction: motta
                    from: 2020-01
                    status: validated
                    evidence:
                      - {kind: testrapport, title: Rapport, date: 2020-01-02, issuer: Noen}
                """).getFirst();
        assertThat(product.synthetic()).isTrue();
        RegisteredClaim claim = product.claims().getFirst();
        assertThat(claim.claim().product()).isEqualTo("epikrise-1.2");
        assertThat(claim.claim().direction()).hasValue(Direction.MOTTA);
        assertThat(claim.status()).isEqualTo(ClaimStatus.VALIDATED);
        assertThat(claim.evidence()).extracting(Evidence::kind).containsExactly(Evidence.Kind.TEST_REPORT);
    }

    @Test
    void everyProblemIsToldWithFileAndLine() {
        AuthoringException refused = catchThrowableOfType(AuthoringException.class, () -> read(HEAD + """
                claims:
                  - supports: epikrise-9
                    status: godkjent
                    from: 2022-01-01
                    until: 2021-01-01
                """));
        String file = folder.resolve("journal-1.yaml").toString();
        assertThat(refused.problems()).extracting(Object::toString).containsExactlyInAnyOrder(
                file + ":6: claims[1].supports: found 'epikrise-9', expected the key of a product of the catalogue",
                file + ":9: claims[1].until: found '2021-01-01', expected a date not before from, 2022-01-01",
                file + ":7: claims[1].status: found 'godkjent', expected one of attested, validated, in-process, req-revalid, val-fail, reval-fail",
                file + ":6: claims[1].evidence: found nothing, expected what the claim rests on");
    }

    @Test
    void theSchemaKnowsTheFieldsAndCodesThatTheReaderKnows() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Path.of("terminology", "register", "register.schema.json").toFile());
        assertThat(names(schema.path("properties"))).containsExactly(RegisterReader.FIELDS);
        assertThat(names(schema.at("/$defs/claim/properties"))).containsExactly(RegisterReader.CLAIM_FIELDS);
        assertThat(names(schema.at("/$defs/evidence/properties"))).containsExactly(RegisterReader.EVIDENCE_FIELDS);
        assertThat(texts(schema.at("/$defs/claim/properties/status/enum"))).isEqualTo(codes(ClaimStatus.values()));
        assertThat(texts(schema.at("/$defs/claim/properties/direction/enum"))).isEqualTo(codes(Direction.values()));
        assertThat(texts(schema.at("/$defs/evidence/properties/kind/enum"))).isEqualTo(codes(Evidence.Kind.values()));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> codes(Coded[] values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }
}
