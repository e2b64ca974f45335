package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that is misspelt must not become another question. */
class ParametersTest extends CatalogueTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "required-standards", "changes-since", "upcoming-deadlines", "gap-analysis", "search-catalogue", "lineage", "compare-versions", "bound-content"
    })
    void whatAnOperationDoesNotKnowIsRefusedWithWhatItsDefinitionSays(String operation) {
        JsonNode definition = answered("OperationDefinition/Library-" + operation).json();
        List<String> defined = new ArrayList<>();
        definition.path("parameter").forEach(parameter -> {
            if (parameter.path("use").asText().equals("in")) {
                defined.add(parameter.path("name").asText());
            }
        });
        Asked refused = Asked.get(port, "Library/$" + operation + "?asof=2021-01-01", "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).startsWith("The parameter 'asof' is not known here: expected one of ");
        String listed = refused.outcome().substring(refused.outcome().indexOf("one of ") + "one of ".length());
        assertThat(listed.split(", ")).containsExactlyInAnyOrderElementsOf(defined);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "required-standards", "changes-since", "upcoming-deadlines", "gap-analysis", "search-catalogue", "lineage", "compare-versions", "bound-content"
    })
    void whatThereMayBeOneOfIsRefusedWhenThereAreTwo(String operation) {
        answered("OperationDefinition/Library-" + operation).json().path("parameter").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (parameter.path("use").asText().equals("in") && !name.equals("displayLanguage")) {
                Asked twice = Asked.get(port, "Library/$" + operation + "?" + name + "=2022-01-01&" + name + "=2023-01-01", "Accept-Language", "en");
                assertThat(twice.outcome().equals("The parameter '" + name + "' is there more than once: expected one"))
                        .as("%s, of which there may be %s: %s", name, parameter.path("max").asText(), twice.outcome())
                        .isEqualTo(parameter.path("max").asText().equals("1"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"_format=json", "_pretty=true", "_elements=parameter", "displayLanguage=en"})
    void whatEveryCallMayHaveIsNotRefused(String parameter) {
        answered("Library/$required-standards?actor=fastleger&" + parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"levelMin", "organisation", "actors"})
    void aMisspeltParameterInABodyIsRefusedToo(String name) {
        Asked refused = Asked.post(
                port,
                "Library/$required-standards",
                "{'resourceType':'Parameters','parameter':[{'name':'actor','valueString':'fastleger'},{'name':'%s','valueString':'x'}]}".formatted(name));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).contains("'" + name + "'");
    }
}
