package no.normverk.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.resource.ResourceHistory;
import no.normverk.fhir.resource.ResourceIndex;
import no.normverk.fhir.resource.SearchParameters;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the FHIR server together. It needs beans {@link CurrentSnapshot} and {@link Operations}; {@link SearchParameters} and {@link ResourceHistory}
 * take the place of what is used without them.
 */
@Configuration(proxyBeanMethods = false)
public class FhirServerConfiguration {

    /** Characters that FHIR clients write in URLs though RFC 3986 wants them escaped: {@code url|version} is only the commonest. */
    private static final String UNESCAPED = "\"<>[\\]^`{|}";

    @Bean
    ServletRegistrationBean<FhirServer> fhirServer(
            CurrentSnapshot snapshots,
            Operations operations,
            ObjectProvider<SearchParameters> searchParameters,
            ObjectProvider<ResourceHistory> histories,
            @Value("${normverk.version:development}") String version,
            @Value("${normverk.built:1970-01-01}") String built,
            @Value("${normverk.max-request-bytes:33554432}") int maxBodySize) {
        FhirContext context = FhirContext.forR4Cached();
        context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
        context.getParserOptions().setStripVersionsFromReferences(false);
        Responses responses = new Responses(context);
        SearchParameters parameters = searchParameters.getIfAvailable(SearchParameters::standard);
        ResourceHistory history = histories.getIfAvailable(() -> (type, id) -> List.of());
        PerSnapshot<ResourceIndex> indexes =
                new PerSnapshot<>(snapshot -> new ResourceIndex(snapshot.resources(), parameters));
        Capabilities capabilities = new Capabilities(operations, parameters, new SoftwareVersion(version, built));
        Router router = new Router(
                parameters.types(),
                operations,
                new OperationInteraction(responses),
                new Router.Interactions(
                        new MetadataInteraction(capabilities, responses),
                        new ReadInteraction(indexes, history, responses),
                        new HistoryInteraction(indexes, history, responses),
                        new SearchInteraction(indexes, parameters, responses)));
        ServletRegistrationBean<FhirServer> registration =
                new ServletRegistrationBean<>(new FhirServer(snapshots, router, responses, maxBodySize), "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Before the servlet: long URLs and unescaped characters are let through, and what Tomcat still refuses is told as FHIR. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fhirTomcat(
            @Value("${normverk.max-request-bytes:33554432}") int maxBodySize) {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("relaxedQueryChars", UNESCAPED);
                connector.setProperty("relaxedPathChars", "|");
                connector.setProperty("maxHttpRequestHeaderSize", "65536");
                // Terminology clients ask thousands of times in a row; Tomcat would hang up after each hundred.
                connector.setProperty("maxKeepAliveRequests", "-1");
                // What is left of a body that was refused is read, so that the caller gets to see the answer.
                connector.setProperty("maxSwallowSize", String.valueOf(2L * maxBodySize));
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(OutcomeErrorReport.class.getName());
                }
            });
        };
    }
}
