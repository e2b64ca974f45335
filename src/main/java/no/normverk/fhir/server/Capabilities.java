package no.normverk.fhir.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.normverk.fhir.operation.Operations;
import no.normverk.fhir.operation.Operations.Level;
import no.normverk.fhir.operation.Operations.Offer;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameters;

/** The CapabilityStatement: what is registered and nothing else. */
final class Capabilities {

    static final String CANONICAL_BASE = "http://normverk.no/fhir/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";

    /** The release of the terminology ecosystem's test cases that the answers are made for. */
    private static final String TEST_VERSION = "1.9.3";

    private final Operations operations;
    private final SearchParameters parameters;
    private final SoftwareVersion software;

    Capabilities(Operations operations, SearchParameters parameters, SoftwareVersion software) {
        this.operations = operations;
        this.parameters = parameters;
        this.software = software;
    }

    ObjectNode statement() {
        ObjectNode statement = head("CapabilityStatement", "NormverkCapabilities", "Normverk: terminology server and catalogue of normative products");
        statement.put("kind", "instance");
        statement.putArray("instantiates").add("http://hl7.org/fhir/CapabilityStatement/terminology-server");
        statement
                .putObject("software")
                .put("name", "Normverk")
                .put("version", software.version())
                .put("releaseDate", software.releaseDate());
        statement.putObject("implementation").put("description", "Normverk");
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json").add("application/fhir+xml").add("json").add("xml");
        rest(statement.putArray("rest").addObject());
        return statement;
    }

    /** The elements that both statements begin with. */
    ObjectNode head(String type, String name, String title) {
        ObjectNode head = JSON.createObjectNode().put("resourceType", type).put("id", name);
        if (type.equals("CapabilityStatement")) {
            features(head.putArray("extension"));
        }
        return head.put("url", CANONICAL_BASE + type + "/" + name)
                .put("version", software.version())
                .put("name", name)
                .put("title", title)
                .put("status", "active")
                .put("experimental", false)
                .put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("publisher", "Normverk");
    }

    private static void features(ArrayNode extensions) {
        feature(extensions, "http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version").put("valueCode", TEST_VERSION);
        feature(extensions, "http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter").put("valueBoolean", true);
    }

    private static ObjectNode feature(ArrayNode extensions, String definition) {
        ArrayNode parts = extensions.addObject().put("url", FEATURE).putArray("extension");
        parts.addObject().put("url", "definition").put("valueCanonical", definition);
        return parts.addObject().put("url", "value");
    }

    private void rest(ObjectNode rest) {
        rest.put("mode", "server");
        ObjectNode security = rest.putObject("security").put("cors", true);
        security.putArray("service").addObject().put("text", "None: what is here can be read by everyone");
        ArrayNode resources = rest.putArray("resource");
        for (String type : parameters.types()) {
            resource(resources.addObject().put("type", type), type);
        }
        operations(rest, operations.offers().stream()
                .filter(offer -> offer.type() == null || offer.levels().contains(Level.SYSTEM))
                .toList());
    }

    private void resource(ObjectNode resource, String type) {
        ArrayNode interactions = resource.putArray("interaction");
        for (String code : List.of("read", "vread", "history-instance", "search-type")) {
            interactions.addObject().put("code", code);
        }
        resource.put("versioning", "versioned").put("readHistory", true).put("conditionalRead", "not-match");
        ArrayNode searchParameters = resource.putArray("searchParam");
        for (SearchParameter parameter : parameters.of(type)) {
            ObjectNode listed = searchParameters.addObject().put("name", parameter.name());
            if (parameter.definition() != null) {
                listed.put("definition", parameter.definition());
            }
            listed.put("type", parameter.kind().type()).put("documentation", parameter.documentation());
        }
        operations(resource, operations.offers().stream()
                .filter(offer -> type.equals(offer.type()))
                .toList());
    }

    private static void operations(ObjectNode parent, List<Offer> offers) {
        if (offers.isEmpty()) {
            return;
        }
        ArrayNode listed = parent.putArray("operation");
        offers.forEach(offer -> listed.addObject().put("name", offer.name()).put("definition", offer.definition()));
    }
}
