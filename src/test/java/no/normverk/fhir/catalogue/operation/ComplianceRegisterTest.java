package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The register's invented example, asked of the real server. */
class ComplianceRegisterTest extends CatalogueTest {

    private static final String ENTRY = "register-entry=DeviceDefinition/eksempel-journal-4.2";

    private List<String> ids(String search) {
        List<String> ids = new ArrayList<>();
        answered(search).json().path("entry").forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        return ids;
    }

    /** Coverage of the requirements that the product answers, on a day. */
    private List<String> coverage(String actor, String direction, String date, String product) {
        Asked asked = answered("Library/$gap-analysis?" + ENTRY + "&actor=" + actor + "&direction=" + direction + "&date=" + date);
        List<String> coverages = new ArrayList<>();
        asked.all("analysis").forEach(analysis -> Asked.parts(analysis, "entry").forEach(entry -> Asked.parts(entry, "requirement").forEach(requirement -> {
            if (Asked.parts(requirement, "satisfied-by").stream().anyMatch(by -> Asked.key(Asked.part(by, "product")).equals(product))) {
                coverages.add(Asked.part(entry, "coverage"));
            }
        })));
        return coverages;
    }

    @Test
    void theEntryIsReadAndMarkedAsMadeUp() {
        Asked entry = answered("DeviceDefinition/eksempel-journal-4.2");
        assertThat(entry.json().path("meta").path("tag").path(0).path("code").asText()).isEqualTo("HTEST");
        assertThat(entry.json().path("version").path(0).asText()).isEqualTo("4.2");
        assertThat(ids("DeviceDefinition?device-name=eksempel")).containsExactly("eksempel-journal-4.2");
    }

    @Test
    void whatIsClaimedOfAProductAndWhoClaimsSomethingAreSearches() {
        assertThat(ids("VerificationResult?target=DeviceDefinition/eksempel-journal-4.2")).hasSize(4);
        assertThat(ids("VerificationResult?supports=http://normverk.no/fhir/Library/svarrapportering-1.4")).containsExactly("eksempel-journal-4.2-1");
    }

    @Test
    void aReferenceIsFoundWithTheServersAddressByTypeAndIdAndByIdAlone() {
        for (String product : List.of("DeviceDefinition/eksempel-journal-4.2", "eksempel-journal-4.2", "http://localhost:" + port + "/fhir/DeviceDefinition/eksempel-journal-4.2")) {
            assertThat(ids("VerificationResult?target=" + product)).as(product).hasSize(4);
        }
        for (String product : List.of("Library/svarrapportering-1.4", "svarrapportering-1.4")) {
            assertThat(ids("VerificationResult?supports=" + product)).as(product).containsExactly("eksempel-journal-4.2-1");
            assertThat(ids("Library?predecessor=" + product.replace("1.4", "1.3"))).as(product).containsExactly("svarrapportering-1.4");
        }
        assertThat(ids("VerificationResult?target=journal-4.2")).isEmpty();
    }

    @Test
    void aClaimThatStandsCoversFromItsDayAndUntilItsLast() {
        assertThat(coverage("helseforetak", "motta", "2021-11-14", "svarrapportering-1.4")).isNotEmpty().doesNotContain("met");
        assertThat(coverage("helseforetak", "motta", "2022-08-01", "svarrapportering-1.4")).isNotEmpty().allMatch(kind -> kind.startsWith("met"));
        assertThat(coverage("fastleger", "sende", "2025-01-01", "henvisning-1.0")).contains("missing");
    }

    @Test
    void aClaimThatFailedItsTestDoesNotCount() {
        Asked asked = answered("Library/$gap-analysis?" + ENTRY + "&actor=helseforetak&date=2024-01-01");
        assertThat(asked.all("supports").stream().map(supports -> Asked.key(Asked.value(supports)))).contains("svarrapportering-1.4", "epikrise-1.2").doesNotContain("henvisning-2.0");
    }

    @Test
    void anEntryThatIsNotThereIsRefused() {
        Asked refused = Asked.get(port, "Library/$gap-analysis?register-entry=DeviceDefinition/finnes-ikke&actor=helseforetak");
        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.outcome()).contains("register-entry").contains("finnes-ikke");
    }
}
