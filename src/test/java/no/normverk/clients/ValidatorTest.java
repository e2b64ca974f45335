package no.normverk.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.ByteProvider;
import org.hl7.fhir.utilities.FhirPublication;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.settings.FhirSettingsPOJO;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.ValidationRecord;
import org.hl7.fhir.validation.service.model.InstanceValidatorParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * HL7's validator, offline but for the running server, which it has as its terminology server, with instances of a Norwegian profile. Its packages hold no code systems, so it
 * has to ask the server about every code.
 */
@SpringBootTest(classes = ClientServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidatorTest {

    private static final String FAMILY_RELATION = "http://hl7.no/fhir/CodeSystem/no-basis-family-relation";

    @LocalServerPort
    private int port;

    private ValidationEngine validator;

    @BeforeAll
    void startValidator(@TempDir Path home) throws Exception {
        NorwegianPackages.require();
        // Without this the validator refuses loopback addresses.
        ManagedWebAccess.loadFromSettings(
                FhirSettingsPOJO.builder().ssrfProtectionEnabled(false).build());
        new PackageCache(home)
                .withCore(Set.of("Resource", "DomainResource", "RelatedPerson", "Patient"))
                .with(NorwegianPackages.BASIS)
                .withEmpty("hl7.fhir.xver-extensions#0.1.0");
        String usersHome = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try {
            Path log = Files.createDirectories(Path.of("target", "clients")).resolve("validator.log").toAbsolutePath();
            validator = new ValidationEngine.ValidationEngineBuilder()
                    .withTxServer("http://127.0.0.1:" + port + "/fhir", log.toString(), FhirPublication.R4, false)
                    .fromSource(PackageCache.CORE);
            validator.loadPackage("hl7.fhir.no.basis", "2.2.3-test");
        } finally {
            System.setProperty("user.home", usersHome);
        }
    }

    @Test
    void goodCodesPass() throws Exception {
        assertThat(validate(FAMILY_RELATION, "mor", "Mor", "female")).isEmpty();
        assertThat(validate(FAMILY_RELATION, "ektefelleEllerPartner", "Ektefelle eller partner", "unknown")).isEmpty();
    }

    @Test
    void aWrongCodeOfANorwegianCodeSystemIsReported() throws Exception {
        assertThat(validate(FAMILY_RELATION, "tante", "Mor", "female"))
                .contains(
                        "ERROR RelatedPerson.relationship[0].coding[0].code: Unknown code 'tante' in the CodeSystem '" + FAMILY_RELATION
                                + "' version '2.2.3-test'")
                .anyMatch(message -> message.startsWith("ERROR RelatedPerson.relationship[0]: None of the codings provided are in the value set"));
    }

    @Test
    void aWrongCodeOfR4CoreIsReported() throws Exception {
        assertThat(validate(FAMILY_RELATION, "mor", "Mor", "kvinne"))
                .anyMatch(message -> message.startsWith("ERROR RelatedPerson.gender: The value provided ('kvinne') was not found in the value set"));
    }

    @Test
    void aWrongDisplayIsReportedWithTheRightOne() throws Exception {
        assertThat(validate(FAMILY_RELATION, "mor", "Far", "female"))
                .anyMatch(message -> message.startsWith("ERROR RelatedPerson.relationship[0].coding[0].display: Wrong Display Name 'Far'")
                        && message.contains("Valid display is 'Mor'"));
    }

    @Test
    void anUnknownSystemIsReported() throws Exception {
        String unknown = "http://hl7.no/fhir/CodeSystem/no-such-system";
        assertThat(validate(unknown, "mor", "Mor", "female"))
                .containsExactly("WARNING RelatedPerson.relationship[0].coding[0].system: A definition for CodeSystem '" + unknown
                        + "' could not be found, so the code cannot be validated");
    }

    /** What the validator finds wrong, each as "severity place: text"; it tells besides, for example, which code systems are drafts. */
    private List<String> validate(String system, String code, String display, String gender) throws Exception {
        String instance =
                """
                {"resourceType":"RelatedPerson","text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Kari</div>"},
                 "patient":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}},"gender":"%s",
                 "relationship":[{"coding":[{"system":"%s","code":"%s","display":"%s"}]}]}"""
                        .formatted(gender, system, code, display);
        List<ValidationRecord> records = new ArrayList<>();
        validator.validate(
                "instance",
                ByteProvider.forBytes(instance.getBytes(StandardCharsets.UTF_8)),
                FhirFormat.JSON,
                new InstanceValidatorParameters().addProfile("http://hl7.no/fhir/ig/StructureDefinition/no-basis-RelatedPerson"),
                records);
        assertThat(records).hasSize(1);
        return records.getFirst().getMessages().stream()
                .filter(message -> message.getLevel() != IssueSeverity.INFORMATION)
                .map(message -> message.getLevel() + " " + message.getLocation() + ": " + message.getMessage())
                .toList();
    }
}
