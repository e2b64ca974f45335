package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Asks the real server with the catalogue that ships. */
@SpringBootTest(classes = CatalogueServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class CatalogueTest {

    @Value("${local.server.port}")
    int port;

    /** What the server says to a question that has an answer. */
    Asked answered(String path) {
        Asked asked = Asked.get(port, path);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }
}
