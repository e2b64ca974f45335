package no.normverk.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's {@code FhirInstanceValidator} over R4's own definitions and the folder {@code profiles}; it asks nobody else. An instance is validated against the profiles in its
 * {@code meta.profile}, and always against its resource type.
 *
 * <p>It runs in a JVM of its own, one for all tests that ask, since this release of HAPI does not run with the FHIR core that other tests use. The program is
 * {@code src/test/hapi-client/ProfileValidator.java}; the build resolves its class path before the tests.
 */
public final class ProfileValidation {

    private static final Path PROGRAM = Path.of("src", "test", "hapi-client", "ProfileValidator.java");
    private static final Path CLASS_PATH = Path.of("target", "hapi-client", "classpath");
    private static final Path HOME = Path.of("target", "hapi-client", "home");
    private static final Path PROFILES = Path.of("profiles");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Messages that are no fault of ours, each with the reason. Everything else above information is a failure. */
    private static final List<Pattern> EXPLAINED = List.of(
            // FHIR has no type of use context for who decides a plan; the binding is extensible, so our code it is.
            Pattern.compile("^The Coding provided \\(http://normverk\\.no/fhir/CodeSystem/plankontekst#niva\\) was not found in the value set 'UsageContextType'.*"),
            // SNOMED CT is licensed and not in the build; the server that serves the value sets of its reference sets has it.
            Pattern.compile("^The value set references CodeSystem 'http://snomed\\.info/sct' which has status 'not-present'$"),
            // A narrative is for people without a program that knows the profile; our resources are read by programs and shown by their own pages.
            Pattern.compile("^Constraint failed: dom-6: "),
            // R4's types of identifiers are for people and organisations; the binding is extensible, and a document's number has its series instead.
            Pattern.compile("^None of the codings provided are in the value set 'IdentifierType'.*\\(codes = http://normverk\\.no/fhir/CodeSystem/dokumenttype#\\w+\\)$"));

    private static @Nullable ProfileValidation running;

    /** What was said of an instance before: tests that damage one ask first whether it was whole. */
    private final Map<String, List<Finding>> said = new HashMap<>();

    private final BufferedWriter in;
    private final BufferedReader out;

    /**
     * What the validator says of a place in an instance.
     *
     * @param severity {@code fatal}, {@code error}, {@code warning} or {@code information}
     * @param location a FHIRPath from the resource type
     * @param text in English, as HAPI words it
     */
    public record Finding(String severity, String location, String text) {

        @Override
        public String toString() {
            return severity + " " + location + ": " + text;
        }
    }

    private ProfileValidation() throws IOException {
        assertThat(CLASS_PATH).as("made by the build in phase process-test-resources").exists();
        Path log = Files.createDirectories(Path.of("target", "clients")).resolve("profile-validator.log");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        // It lives for a minute: compiling it well would cost more than it gives.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.home=" + HOME.toAbsolutePath(),
                        PROGRAM.toString(),
                        PROFILES.toString())
                .redirectError(log.toFile());
        program.environment().put("CLASSPATH", Files.readString(CLASS_PATH).strip());
        Process validator = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(validator::destroy));
        in = validator.outputWriter(StandardCharsets.UTF_8);
        out = validator.inputReader(StandardCharsets.UTF_8);
    }

    /** Errors and unexplained warnings about an R4 resource in JSON; empty when it conforms. */
    public static List<Finding> validate(String json) {
        return all(json).stream().filter(finding -> !isExplained(finding)).toList();
    }

    private static boolean isExplained(Finding finding) {
        return finding.severity().equals("information")
                || finding.severity().equals("warning") && EXPLAINED.stream().anyMatch(reason -> reason.matcher(finding.text()).find());
    }

    /** All that the validator says, information included. */
    static synchronized List<Finding> all(String json) {
        try {
            ProfileValidation validator = running == null ? new ProfileValidation() : running;
            running = validator;
            String instance = JSON.readTree(json).toString();
            List<Finding> said = validator.said.get(instance);
            if (said == null) {
                said = validator.ask(instance);
                validator.said.put(instance, said);
            }
            return said;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<Finding> ask(String instance) throws IOException {
        in.write(instance);
        in.newLine();
        in.flush();
        List<Finding> findings = new ArrayList<>();
        for (String line = out.readLine(); ; line = out.readLine()) {
            assertThat(line).as("HAPI's validator has ended: see target/clients/profile-validator.log").isNotNull();
            if (line.isEmpty()) {
                return findings;
            }
            String[] fields = line.split("\t", 3);
            findings.add(new Finding(fields[0], fields[1], fields[2]));
        }
    }
}
