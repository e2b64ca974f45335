package no.normverk.conformance;

import java.util.List;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.operation.ExpansionOptions;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.TerminologyOperations;
import no.normverk.terminology.Registry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with the content that the suite expects a server to hold. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class ConformanceServer {

    @Bean
    CurrentSnapshot currentSnapshot() {
        return new CurrentSnapshot(new Snapshot(Registry.empty(), List.of()));
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ConformanceServer.class, arguments);
    }
}
