package no.normverk.clients;


import java.nio.file.Files;
import java.nio.file.Path;
import no.normverk.SharedMaterial;

/** Norwegian FHIR packages, which are not part of the project: a folder beside it holds them where there is one. */
final class NorwegianPackages {

    private static final String INSIDE = "data/norway/fhir-packages/hl7.fhir.no.basis.tgz";

    /** HL7 Norway's base profiles, with their value sets and code systems. */
    static final Path BASIS = SharedMaterial.path(INSIDE);

    private NorwegianPackages() {}

    static boolean areThere() {
        return Files.exists(BASIS);
    }

    /** Leaves the test out where they are missing, and fails it in CI, where they have to be there. */
    static void require() {
        SharedMaterial.require("HL7's validator with a Norwegian profile", INSIDE);
    }
}
