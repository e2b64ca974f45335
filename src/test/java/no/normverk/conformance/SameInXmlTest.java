package no.normverk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The JSON and the XML of an answer are the same resource: shown with every request of HL7's suite that the content at hand can answer. */
@SpringBootTest(classes = ConformanceServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SameInXmlTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    @LocalServerPort
    private int port;

    @Test
    void everyRequestOfTheSuiteIsAnsweredAlikeInJsonAndXml() throws Exception {
        List<String> different = new ArrayList<>();
        for (SuiteRequest request : SuiteRequest.all("JSON and XML of the suite's requests")) {
            String json = comparable(R4.newJsonParser().parseResource(request.answer(port, "json", "en")));
            String xml = comparable(R4.newXmlParser().parseResource(request.answer(port, "xml", "en")));
            if (!json.equals(xml)) {
                different.add(request.name());
            }
        }
        assertThat(different).isEmpty();
    }

    /** Each expansion has an identifier and a time of its own. */
    private static String comparable(IBaseResource resource) {
        return R4.newJsonParser()
                .encodeResourceToString(resource)
                .replaceAll("\"identifier\":\"urn:uuid:[0-9a-f-]+\",\"timestamp\":\"[^\"]+\"", "");
    }
}
