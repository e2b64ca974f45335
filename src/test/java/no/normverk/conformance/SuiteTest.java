package no.normverk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.normverk.SharedMaterial;
import org.hl7.fhir.r5.model.TestReport.SetupActionOperationComponent;
import org.hl7.fhir.r5.model.TestReport.TestReportActionResult;
import org.hl7.fhir.r5.model.TestReport.TestReportTestComponent;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.settings.FhirSettingsPOJO;
import org.hl7.fhir.validation.special.TxTester;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * HL7's terminology-ecosystem suite against the running server, every case a test of its own. A case listed in {@code known-failures.txt} must fail, so that the list can only
 * shrink; every other case must pass.
 */
abstract class SuiteTest {

    private static final Path KNOWN_FAILURES = Path.of("src/test/resources/no/normverk/conformance/known-failures.txt");

    /** Only cases with this in their name, for work on them. */
    private static final @Nullable String FILTER = System.getProperty("normverk.suite.filter");

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicNode> everyCasePasses() throws Exception {
        Path directory = SharedMaterial.require("HL7's terminology-ecosystem suite", Suite.INSIDE);
        Map<String, List<DynamicNode>> suites = new LinkedHashMap<>();
        Set<String> known = knownFailures();
        Suite wanted = suite(directory);
        List<TestReportTestComponent> tests = run(wanted);
        if (FILTER == null) {
            ConformancePage.write(getClass().getSimpleName(), title(), tests, wanted.modes());
        }
        for (TestReportTestComponent test : tests) {
            SetupActionOperationComponent outcome = test.getActionFirstRep().getOperation();
            if (outcome.getResult() != TestReportActionResult.SKIP) {
                String suite = test.getName().substring(0, test.getName().indexOf('/'));
                suites.computeIfAbsent(suite, name -> new ArrayList<>())
                        .add(DynamicTest.dynamicTest(test.getName(), () -> judge(test.getName(), outcome, known)));
            }
        }
        return suites.entrySet().stream()
                .map(suite -> DynamicContainer.dynamicContainer(suite.getKey(), suite.getValue()));
    }

    private static void judge(String name, SetupActionOperationComponent outcome, Set<String> known) {
        boolean passed = outcome.getResult() == TestReportActionResult.PASS;
        if (known.contains(name)) {
            assertFalse(passed, "passes now: take it off " + KNOWN_FAILURES);
        } else if (!passed) {
            fail(String.valueOf(outcome.getMessage()));
        }
    }

    /** The modes to run in. */
    abstract Set<String> modes();

    /** The cases to run. */
    abstract Suite suite(Path directory) throws IOException;

    /** What the run is called on the page of results. */
    abstract String title();

    private List<TestReportTestComponent> run(Suite wanted) throws Exception {
        // Without this the runner refuses loopback addresses.
        ManagedWebAccess.loadFromSettings(
                FhirSettingsPOJO.builder().ssrfProtectionEnabled(false).build());
        Path output = Path.of("target", "conformance", getClass().getSimpleName()).toAbsolutePath();
        Files.createDirectories(output.resolve("actual"));
        TxTester tester = new TxTester(wanted, "http://127.0.0.1:" + port + "/fhir", false, null, null)
                .setOutput(output.toString());
        tester.execute(modes(), FILTER, null);
        List<TestReportTestComponent> tests = tester.getTestReport().getTest();
        assertThat(tests).as("cases that ran; the runner's log is %s", output.resolve("test.log")).isNotEmpty();
        return tests;
    }

    private static Set<String> knownFailures() throws IOException {
        Set<String> known = new HashSet<>();
        for (String line : Files.readAllLines(KNOWN_FAILURES)) {
            int comment = line.indexOf('#');
            String name = comment < 0 ? line : line.substring(0, comment);
            if (!name.isBlank()) {
                known.add(name.strip());
            }
        }
        return known;
    }
}
