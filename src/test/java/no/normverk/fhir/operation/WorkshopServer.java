package no.normverk.fhir.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.SnomedImplicits;
import no.normverk.snomed.constraint.ConstraintEvaluator;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.snomed.constraint.Workshop;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with the small ontology of tools as its SNOMED CT; and once more, older, where no answer may cost more than a few steps. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class WorkshopServer {

    /** The edition in which hardly any work may be done. */
    static final String HURRIED = "http://snomed.info/sct/5991000124107/version/20200101";

    @Bean
    CurrentSnapshot currentSnapshot() throws IOException {
        Path folder = Files.createTempDirectory("workshop");
        Workshop.edition(folder.resolve("usual"));
        Workshop.edition(folder.resolve("hurried"), HURRIED);
        SnomedEdition usual = SnomedEditions.open(folder.resolve("usual/edition"));
        SnomedEdition hurried = SnomedEdition.open(folder.resolve("hurried/edition"), new ConstraintEvaluator(5));
        return new CurrentSnapshot(new Snapshot(
                RegistryAssembler.assemble(List.of(), List.of(usual, hurried), List.of(new SnomedImplicits())), List.of()));
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }
}
