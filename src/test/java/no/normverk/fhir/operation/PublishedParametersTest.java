package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an operation takes is what its published definition declares. */
class PublishedParametersTest {

    private static final String OURS = "http://normverk.no/fhir/OperationDefinition/";

    private static Set<String> declared(Operations.Offer offer) throws IOException {
        Path file = Path.of("profiles", "OperationDefinition-" + offer.definition().substring(OURS.length()) + ".json");
        JsonNode definition = new ObjectMapper().readTree(Files.readString(file));
        assertThat(definition.path("url").asText()).isEqualTo(offer.definition());
        assertThat(definition.path("code").asText()).isEqualTo(offer.name());
        Set<String> names = new TreeSet<>();
        collect(definition.path("parameter"), names);
        return names;
    }

    private static void collect(JsonNode parameters, Set<String> names) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("use").asText().equals("in")) {
                names.add(parameter.path("name").asText());
                collect(parameter.path("part"), names);
            }
        }
    }

    @Test
    void everyParameterThatAnOperationTakesIsInTheDefinitionItPublishes() throws IOException {
        Map<String, Set<String>> undeclared = new TreeMap<>();
        int ours = 0;
        for (Operations.Offer offer : TerminologyOperations.all(ExpansionOptions.DEFAULT).offers()) {
            if (offer.definition().startsWith(OURS)) {
                ours++;
                Set<String> taken = new TreeSet<>(TakenParameters.of(CachingOperation.answering(offer.operation()).getClass()));
                taken.removeAll(declared(offer));
                undeclared.put(offer.definition(), taken);
            }
        }
        undeclared.values().removeIf(Set::isEmpty);
        assertThat(undeclared).isEmpty();
        assertThat(ours).isGreaterThan(5);
    }

    @Test
    void operationsWithParametersOfOurOwnPublishADefinitionOfOurOwn() {
        Operations operations = TerminologyOperations.all(ExpansionOptions.DEFAULT);
        for (String name : new String[] {"CodeSystem/lookup", "CodeSystem/validate-code", "CodeSystem/subsumes", "ValueSet/expand", "ValueSet/validate-code"}) {
            String[] parts = name.split("/");
            Operations.Offer offer = operations.find(parts[0], parts[1]);
            assertThat(offer).as(name).isNotNull();
            assertThat(offer.definition()).isEqualTo(OURS + parts[0] + "-" + parts[1]);
        }
    }

    @Test
    void theCodeTellsWhatAnOperationTakes() {
        assertThat(TakenParameters.of(ValidateSystemCodeOperation.class))
                .contains("url", "code", "coding", "codeableConcept", "concept-model", "displayLanguage", "system-version", "useSupplement", "tx-resource")
                .doesNotContain("filter", "property");
        assertThat(TakenParameters.of(SubsumesOperation.class)).contains("codeA", "codingB", "system", "version").doesNotContain("url");
    }
}
