package no.normverk.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * HAPI's {@code FhirInstanceValidator} with the running server behind its {@code RemoteTerminologyServiceValidationSupport}, with instances whose codes are of R4 core.
 *
 * <p>It runs in a JVM of its own, since this release of HAPI does not run with the FHIR core that the other tests use. The program is {@code src/test/hapi-client}; the
 * build resolves its class path before the tests.
 */
@SpringBootTest(classes = ClientServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HapiValidatorTest {

    private static final Path PROGRAM = Path.of("src", "test", "hapi-client", "HapiClient.java");
    private static final Path CLASS_PATH = Path.of("target", "hapi-client", "classpath");
    private static final String MARITAL_STATUS = "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus";
    private static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String UNKNOWN = "http://example.org/no-such-system";

    @LocalServerPort
    private int port;

    private Process hapi;
    private BufferedWriter in;
    private BufferedReader out;

    /** One thing that the validator says of an instance. */
    private record Message(String severity, String location, String text) {}

    @BeforeAll
    void startHapi() throws IOException {
        assertThat(CLASS_PATH).as("made by the build in phase process-test-resources").exists();
        Path log = Files.createDirectories(Path.of("target", "clients")).resolve("hapi.log");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        "http://127.0.0.1:" + port + "/fhir")
                .redirectError(log.toFile());
        program.environment().put("CLASSPATH", Files.readString(CLASS_PATH).strip());
        hapi = program.start();
        in = hapi.outputWriter(StandardCharsets.UTF_8);
        out = hapi.inputReader(StandardCharsets.UTF_8);
    }

    @AfterAll
    void stopHapi() {
        if (hapi != null) {
            hapi.destroy();
        }
    }

    @Test
    void goodCodesPass() throws IOException {
        assertThat(validate(patient("female", MARITAL_STATUS, "M", "Married"))).isEmpty();
        assertThat(validate(condition(CLINICAL_STATUS, "active", "Active"))).noneMatch(message -> message.severity().equals("error"));
    }

    @Test
    void aWrongCodeIsReportedWhereACodeIsRequired() throws IOException {
        assertThat(validate(patient("kvinne", MARITAL_STATUS, "M", "Married")))
                .contains(error("Patient.gender", "Unknown code 'kvinne' in the CodeSystem 'http://hl7.org/fhir/administrative-gender' version '4.0.1'"));
        assertThat(validate(condition(CLINICAL_STATUS, "aktiv", "Active")))
                .contains(error("Condition.clinicalStatus", "Unknown code 'aktiv' in the CodeSystem '" + CLINICAL_STATUS + "' version '4.0.1'"));
    }

    @Test
    void aWrongCodeIsReportedWhereTheBindingIsExtensible() throws IOException {
        assertThat(validate(patient("female", MARITAL_STATUS, "gift", "Married")))
                .contains(error("Patient.maritalStatus", "Unknown code 'gift' in the CodeSystem '" + MARITAL_STATUS + "' version '2018-08-12'"));
    }

    @Test
    void aWrongDisplayIsReportedWithTheRightOne() throws IOException {
        assertThat(validate(patient("female", MARITAL_STATUS, "M", "Divorced")))
                .anySatisfy(message -> {
                    assertThat(message.severity()).isEqualTo("error");
                    assertThat(message.location()).isEqualTo("Patient.maritalStatus");
                    assertThat(message.text()).contains("Wrong Display Name 'Divorced'").contains("Valid display is 'Married'");
                });
    }

    @Test
    void anUnknownSystemIsReported() throws IOException {
        String text = "A definition for CodeSystem '" + UNKNOWN + "' could not be found, so the code cannot be validated";
        assertThat(validate(condition(UNKNOWN, "active", "Active"))).contains(error("Condition.clinicalStatus", text));
        assertThat(validate(patient("female", UNKNOWN, "M", "Married")))
                .contains(new Message("warning", "Patient.maritalStatus", text));
    }

    private static Message error(String location, String text) {
        return new Message("error", location, text);
    }

    private static String patient(String gender, String system, String code, String display) {
        return "{\"resourceType\":\"Patient\",%s,\"gender\":\"%s\",\"maritalStatus\":%s}"
                .formatted(narrative(), gender, concept(system, code, display));
    }

    private static String condition(String system, String code, String display) {
        return "{\"resourceType\":\"Condition\",%s,\"clinicalStatus\":%s,\"subject\":{\"display\":\"Kari\"}}"
                .formatted(narrative(), concept(system, code, display));
    }

    private static String concept(String system, String code, String display) {
        return "{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\",\"display\":\"%s\"}]}".formatted(system, code, display);
    }

    /** There so that the validator has nothing to say about its absence. */
    private static String narrative() {
        return "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Kari</div>\"}";
    }

    private List<Message> validate(String instance) throws IOException {
        in.write(instance);
        in.newLine();
        in.flush();
        List<Message> messages = new ArrayList<>();
        for (String line = out.readLine(); ; line = out.readLine()) {
            assertThat(line).as("HAPI's validator has ended: see target/clients/hapi.log").isNotNull();
            if (line.isEmpty()) {
                return messages;
            }
            String[] fields = line.split("\t", 3);
            messages.add(new Message(fields[0], fields[1], fields[2]));
        }
    }
}
