package no.normverk;

import no.normverk.fhir.server.FhirServerConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The server's wiring. Spring's error pages are off: under {@code /fhir} an error is an OperationOutcome, whoever finds it.
 *
 * <p>It needs a {@link no.normverk.fhir.CurrentSnapshot} and the {@link no.normverk.fhir.operation.Operations} to offer.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import({FhirServerConfiguration.class, HealthController.class})
public class NormverkApplication {}
