package no.normverk.clients;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Norwegian FHIR packages, which are not part of the project: a folder beside it holds them where there is one. */
final class NorwegianPackages {

    /** HL7 Norway's base profiles, with their value sets and code systems. */
    static final Path BASIS = Path.of(System.getProperty("normverk.packages", "../shared/data/norway/fhir-packages"))
            .resolve("hl7.fhir.no.basis.tgz");

    private NorwegianPackages() {}

    static boolean areThere() {
        return Files.exists(BASIS);
    }

    /** Leaves the test out where they are missing, and fails it in CI, where they have to be there. */
    static void require() {
        if (areThere()) {
            return;
        }
        String message = "LEFT OUT: HL7's validator with a Norwegian profile, for there is no " + BASIS;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }
}
