package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Whatever is sent, the answer is a FHIR resource, never a failure of the server, and comes at once. {@code -Dnormverk.fuzz.requests} tells how many requests, and
 * {@code -Dnormverk.fuzz.seed} repeats a run.
 */
@SpringBootTest(classes = OperationServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class MutatedRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT_MILLIS = 5_000;

    @Value("${local.server.port}")
    int port;

    @Test
    void noRequestMakesTheServerFailHangOrAnswerWithAPage() throws IOException {
        int requests = Integer.getInteger("normverk.fuzz.requests", 20_000);
        long seed = Long.getLong("normverk.fuzz.seed", new Random().nextLong());
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(port, LIMIT_MILLIS)) {
            for (int i = 0; i < requests && failures.size() < 20; i++) {
                byte[] request = new MutatedRequests(new Random(seed + i)).next();
                try {
                    HttpConnection.Received answer = connection.send(request);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    String wrong = wrong(answer);
                    if (!wrong.isEmpty()) {
                        failures.add(told(seed + i, request, wrong));
                    }
                } catch (SocketTimeoutException e) {
                    failures.add(told(seed + i, request, "no answer within " + LIMIT_MILLIS + " ms"));
                    connection.close();
                }
            }
        }
        assertThat(failures).as("of %d requests from seed %d", requests, seed).isEmpty();
        assertThat(statuses).as("answers by status, from seed %d", seed).containsKeys(200, 400, 404, 422);
        assertThat(statuses.getOrDefault(200, 0)).as("questions that were answered, of %s", statuses).isGreaterThan(requests / 20);
    }

    private static String told(long seed, byte[] request, String wrong) {
        return "\n-Dnormverk.fuzz.seed=" + seed + " -Dnormverk.fuzz.requests=1: " + wrong + "\n"
                + new String(request, 0, Math.min(2_000, request.length), StandardCharsets.UTF_8);
    }

    /** What is wrong with an answer; nothing when it is as it must be. */
    private static String wrong(HttpConnection.Received answer) {
        String text = answer.text();
        String beginning = answer.status() + " " + text.substring(0, Math.min(300, text.length()));
        if (answer.status() >= 500) {
            return beginning;
        }
        String type = answer.header("Content-Type");
        if (type.contains("json")) {
            return isResource(answer.body()) ? "" : "not a resource in JSON: " + beginning;
        }
        if (type.contains("xml")) {
            return isFhirXml(answer.body()) ? "" : "not a resource in XML: " + beginning;
        }
        return "Content-Type " + type + ": " + beginning;
    }

    private static boolean isResource(byte[] body) {
        try {
            JsonNode resource = JSON.readTree(body);
            return resource.path("resourceType").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFhirXml(byte[] body) {
        try {
            XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(new ByteArrayInputStream(body));
            String namespace = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && namespace.isEmpty()) {
                    namespace = String.valueOf(reader.getNamespaceURI());
                }
            }
            return namespace.equals("http://hl7.org/fhir");
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
