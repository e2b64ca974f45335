package no.normverk.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.base.BaseTerminology;
import no.normverk.fhir.base.GrammarSystems;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.fhir.operation.ExpansionOptions;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.TerminologyOperations;
import no.normverk.loinc.LoincRelease;
import no.normverk.loinc.LoincValueSets;
import no.normverk.snomed.CompileOptions;
import no.normverk.snomed.SnomedCompiler;
import no.normverk.snomed.SnomedImplicits;
import no.normverk.snomed.constraint.SnomedEditions;
import no.normverk.store.StoredResource;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.Registry;
import no.normverk.terminology.edition.Progress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with the content that the suite expects a server to hold: R4 core, and the SNOMED CT and LOINC subsets that come with the suite. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class ConformanceServer {

    private static final String SNOMED_SUBSET = "http://snomed.info/xsct/31000003106/version/20250909";
    /** The edition that the suite takes for the server's default; here it holds the subset too. */
    private static final String SNOMED_INTERNATIONAL = "http://snomed.info/sct/900000000000207008/version/20250201";

    /** The release that the subset beside the suite is taken from; no term in it changed in that release. */
    private static final String LOINC_VERSION = "2.82";

    @Bean
    CurrentSnapshot currentSnapshot(@Value("${normverk.conformance.snomed:true}") boolean snomed) throws IOException {
        List<StoredResource> base = BaseTerminology.read();
        // Without the suite its tests are left out, which they can only say once their server has started.
        List<CodeSystemVersion> editions = snomed && Files.isDirectory(Suite.directory())
                ? List.of(edition(SNOMED_SUBSET), edition(SNOMED_INTERNATIONAL), LoincRelease.read(source("loinc"), LOINC_VERSION))
                : List.of();
        Registry loaded = RegistryAssembler.assemble(base, editions, List.of(new SnomedImplicits(), new LoincValueSets()));
        return new CurrentSnapshot(new Snapshot(GrammarSystems.addTo(loaded), base));
    }

    private static CodeSystemVersion edition(String version) throws IOException {
        Path edition = Files.createTempDirectory("conformance").resolve("snomed");
        SnomedCompiler.compile(
                List.of(source("snomed")),
                new CompileOptions(version),
                edition,
                Progress.NONE);
        return SnomedEditions.open(edition);
    }

    private static Path source(String name) {
        return Suite.directory().resolveSibling("tx-source").resolve(name);
    }

    @Bean
    Operations operations(@Value("${normverk.expansion.nested:always}") String nested) {
        return TerminologyOperations.all(ExpansionOptions.nested(nested));
    }

    /** Starts the server alone, to look at by hand. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ConformanceServer.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.run(arguments);
    }
}
