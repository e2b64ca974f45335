package no.normverk.fhir.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.snomed.NorwegianRelease;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.SnomedImplicits;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with two versions of a made-up SNOMED CT edition of Norwegian shape, and one that is not published. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class NorwegianServer {

    static final String OLDER = NorwegianRelease.EDITION + "/version/20241015";
    static final String UNPUBLISHED = "http://snomed.info/xsct/51000202101/version/20250601";

    @Bean
    CurrentSnapshot currentSnapshot() throws IOException {
        Path folder = Files.createTempDirectory("norwegian");
        List<SnomedEdition> editions = List.of(
                NorwegianRelease.open(folder, NorwegianRelease.VERSION),
                NorwegianRelease.open(folder, OLDER),
                NorwegianRelease.open(folder, UNPUBLISHED));
        return new CurrentSnapshot(new Snapshot(
                RegistryAssembler.assemble(List.of(), editions, List.of(new SnomedImplicits())), List.of()));
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }
}
