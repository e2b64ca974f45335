package no.normverk.fhir.catalogue.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation answers is what its definition says that it answers: every part, its type, and how many there may be of it. */
class AnswersFitDefinitionsTest extends CatalogueTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "required-standards?actor=helseforetak&actor=fastleger&date=2019-06-01&organization=983971636",
        "required-standards?actor=spesialisthelsetjenesten&date=2018-06-01&organization=983971636",
        "required-standards?actor=helseforetak&direction=motta&date=2022-03-01&asOf=2021-07-01&topic=laboratorie-og-radiologi",
        "required-standards?actor=fastleger&date=2021-05-01&level-min=anbefalt-standard&count=3&offset=2",
        "required-standards?actor=plo&date=2018-01-01",
        "changes-since?since=2008-06-06",
        "changes-since?since=2015-01-01&actor=helseforetak&level=anbefalt-standard",
        "upcoming-deadlines?from=2018-01-01&to=2026-12-31",
        "upcoming-deadlines?from=2018-01-01&to=2026-12-31&actor=helseforetak&organization=983971636&asOf=2021-04-01",
        "gap-analysis?actor=helseforetak&supports=henvisning-1.0&supports=kjernejournal&date=2019-06-01&date=2022-03-01&organization=983971636&asOf=2021-07-01",
        "gap-analysis?actor=helseforetak&register-entry=DeviceDefinition/eksempel-journal-4.2",
        "search-catalogue?text=epikrise",
        "search-catalogue?level=retningslinje",
        "lineage?product=tjenestebasert-adressering-2015",
        "lineage?product=henvisning-2.0",
        "compare-versions?to=svarrapportering-1.4",
        "compare-versions?from=tenkt-1&to=tenkt-2",
        "compare-versions?from=tenkt-2&to=tenkt-3",
        "bound-content?product=tenkt-2",
        "bound-content?product=fhir-basisprofiler-2.2"
    })
    void everyPartOfAnAnswerIsDefined(String question) {
        String operation = question.substring(0, question.indexOf('?'));
        JsonNode definition = answered("OperationDefinition/Library-" + operation).json();
        List<String> wrong = new ArrayList<>();
        compare(outOf(definition), answered("Library/$" + question).json().path("parameter"), operation, wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPartThatNoDefinitionHasIsNoticed() {
        JsonNode definition = answered("OperationDefinition/Library-lineage").json();
        List<String> wrong = new ArrayList<>();
        compare(outOf(definition), answered("Library/$search-catalogue?text=epikrise").json().path("parameter"), "lineage", wrong);
        assertThat(wrong).contains("lineage.facet is not defined");
    }

    private static List<JsonNode> outOf(JsonNode definition) {
        List<JsonNode> out = new ArrayList<>();
        definition.path("parameter").forEach(parameter -> {
            if (parameter.path("use").asText().equals("out")) {
                out.add(parameter);
            }
        });
        return out;
    }

    private static void compare(Iterable<JsonNode> defined, JsonNode answered, String path, List<String> wrong) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        defined.forEach(one -> byName.put(one.path("name").asText(), one));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JsonNode part : answered) {
            String name = part.path("name").asText();
            counts.merge(name, 1, Integer::sum);
            JsonNode definition = byName.get(name);
            if (definition == null) {
                wrong.add(path + "." + name + " is not defined");
            } else if (!type(part).equals(definition.path("type").asText())) {
                wrong.add(path + "." + name + " is a " + type(part));
            } else {
                compare(definition.path("part"), part.path("part"), path + "." + name, wrong);
            }
        }
        byName.forEach((name, definition) -> {
            int count = counts.getOrDefault(name, 0);
            String most = definition.path("max").asText();
            if (count < definition.path("min").asInt() || (!most.equals("*") && count > Integer.parseInt(most))) {
                wrong.add(path + "." + name + " is there " + count + " times");
            }
        });
    }

    /** The type of a value as definitions name it, empty for one with parts. */
    private static String type(JsonNode parameter) {
        for (var field : parameter.properties()) {
            if (field.getKey().startsWith("value")) {
                String type = field.getKey().substring("value".length());
                return type.equals("Coding") ? type : Character.toLowerCase(type.charAt(0)) + type.substring(1);
            }
        }
        return "";
    }
}
