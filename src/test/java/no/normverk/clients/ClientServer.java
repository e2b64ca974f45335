package no.normverk.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.ExpansionOptions;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.TerminologyOperations;
import no.normverk.loading.LoadRequest;
import no.normverk.loading.Loader;
import no.normverk.loading.Progress;
import no.normverk.store.ResourceStore;
import no.normverk.store.StoredResource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with R4 core and, where they are at hand, the Norwegian packages, loaded as a user loads them. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class ClientServer {

    @Bean
    CurrentSnapshot currentSnapshot() throws IOException {
        List<StoredResource> resources = new ArrayList<>(BaseTerminology.read());
        if (NorwegianPackages.areThere()) {
            try (ResourceStore store = ResourceStore.open(Files.createTempDirectory("clients"))) {
                new Loader(store, List.of(), resource -> Optional.empty(), Clock.systemUTC(), Progress.NONE)
                        .load(new LoadRequest(List.of(NorwegianPackages.BASIS), null, null, "test"));
                resources.addAll(store.current());
            }
        }
        return new CurrentSnapshot(new Snapshot(RegistryAssembler.assemble(resources, List.of(), List.of()), resources));
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }
}
