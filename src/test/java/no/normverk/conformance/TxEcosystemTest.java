package no.normverk.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.test.context.SpringBootTest;

/** The suite in the modes that servers are asked for, and in the mode of tx.fhir.org, as far as the content is there. */
@SpringBootTest(classes = ConformanceServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TxEcosystemTest extends SuiteTest {

    @Override
    Set<String> modes() {
        return Set.of("general", "snomed", Suite.OF_ONE_SERVER);
    }

    @Override
    String title() {
        return "Modes general, snomed and tx.fhir.org";
    }

    @Override
    Suite suite(Path directory) throws IOException {
        return new Suite(directory, "", test -> true);
    }
}
