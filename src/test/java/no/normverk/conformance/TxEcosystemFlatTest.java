package no.normverk.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.test.context.SpringBootTest;

/** The suite's expansions against a server that nests concepts only where the caller says nothing of it (mode {@code flat}). Nothing else differs in that mode. */
@SpringBootTest(
        classes = ConformanceServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"normverk.expansion.nested=unstated", "normverk.conformance.snomed=false"})
class TxEcosystemFlatTest extends SuiteTest {

    private static final String FLAT = "flat";

    @Override
    Set<String> modes() {
        return Set.of("general", FLAT);
    }

    @Override
    String title() {
        return "Mode flat: expansions of a server that nests only when the caller says nothing of it";
    }

    @Override
    Suite suite(Path directory) throws IOException {
        return new Suite(directory, FLAT, test -> "expand".equals(test.asString("operation")));
    }
}
