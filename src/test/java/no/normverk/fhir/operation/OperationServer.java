package no.normverk.fhir.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import no.normverk.NormverkApplication;
import no.normverk.fhir.CurrentSnapshot;
import no.normverk.fhir.Snapshot;
import no.normverk.fhir.definition.RegistryAssembler;
import no.normverk.store.StoredResource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The real server with all terminology operations and a few small resources. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(NormverkApplication.class)
class OperationServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two versions of colours, with hierarchy, texts in three languages, properties, an abstract, an inactive and a deprecated concept. */
    static final List<String> RESOURCES = List.of(
            """
            {"resourceType":"CodeSystem","id":"colours","url":"http://x.no/colours","version":"2.0.0","name":"Colours","title":"Farger",
             "status":"active","content":"complete","caseSensitive":true,"language":"en","hierarchyMeaning":"is-a",
             "property":[{"code":"warm","type":"boolean"},{"code":"like","type":"code"},{"code":"weight","type":"decimal"},
                         {"code":"group","uri":"http://hl7.org/fhir/concept-properties#notSelectable","type":"boolean"}],
             "concept":[
              {"code":"any","display":"Any colour","property":[{"code":"group","valueBoolean":true}],"concept":[
               {"code":"red","display":"Red","definition":"the colour of blood",
                "designation":[{"language":"nb","value":"Rød"},{"language":"nn","value":"Raud"}],
                "property":[{"code":"warm","valueBoolean":true},{"code":"weight","valueDecimal":1.50}],
                "concept":[{"code":"crimson","display":"Crimson","designation":[{"language":"nb","value":"Karmosinrød"}],
                            "property":[{"code":"warm","valueBoolean":true},{"code":"like","valueCode":"red"}]}]},
               {"code":"blue","display":"Blue","designation":[{"language":"nb","value":"Blå"}],"property":[{"code":"warm","valueBoolean":false}]},
               {"code":"puce","display":"Puce","property":[{"code":"status","valueCode":"retired"}]},
               {"code":"mauve","display":"Mauve","property":[{"code":"status","valueCode":"deprecated"}]}]}]}""",
            """
            {"resourceType":"CodeSystem","id":"colours-1","url":"http://x.no/colours","version":"1.0.0","name":"Colours","status":"active",
             "content":"complete","concept":[{"code":"red","display":"Reddish"},{"code":"sepia","display":"Sepia"}]}""",
            """
            {"resourceType":"CodeSystem","id":"sizes","url":"http://x.no/sizes","name":"Sizes","status":"draft","content":"complete",
             "caseSensitive":false,"concept":[{"code":"Small","display":"Small"},{"code":"Large","display":"Large"}]}""",
            """
            {"resourceType":"CodeSystem","id":"supplement","url":"http://x.no/colours-sv","version":"1","name":"Sv","status":"active",
             "language":"sv","content":"supplement","supplements":"http://x.no/colours","concept":[{"code":"red","display":"Röd"}]}""",
            """
            {"resourceType":"CodeSystem","id":"absent","url":"http://x.no/absent","version":"1","name":"Absent","status":"active","content":"not-present"}""",
            """
            {"resourceType":"CodeSystem","id":"diagnoses","url":"http://x.no/diagnoses","version":"2026-01","name":"Diagnoses","status":"active","content":"complete","caseSensitive":true,
             "property":[{"code":"validFrom","type":"dateTime"},{"code":"validTo","type":"dateTime"},{"code":"replacedBy","type":"code"},
                         {"code":"nprReported","type":"boolean"},{"code":"nprValidFrom","type":"dateTime"},{"code":"nprValidTo","type":"dateTime"}],
             "concept":[{"code":"A00","display":"Cholera","property":[{"code":"validFrom","valueDateTime":"1999-01-01"},{"code":"nprReported","valueBoolean":true},
                                    {"code":"nprValidFrom","valueDateTime":"1999-01-01"},{"code":"nprValidTo","valueDateTime":"2004-12-31"}]},
                        {"code":"B01","display":"Old","property":[{"code":"validTo","valueDateTime":"2010-12-31"},{"code":"replacedBy","valueCode":"C01"}]},
                        {"code":"C01","display":"New","property":[{"code":"validFrom","valueDateTime":"2011-01-01"}]}]}""",
            """
            {"resourceType":"CodeSystem","id":"seasons-1","url":"http://x.no/seasons","version":"2019-01","name":"Seasons","status":"active","content":"complete",
             "concept":[{"code":"w","display":"Winter"}]}""",
            """
            {"resourceType":"CodeSystem","id":"seasons-2","url":"http://x.no/seasons","version":"2022-01","name":"Seasons","status":"active","content":"complete",
             "concept":[{"code":"w","display":"Cold season"},{"code":"s","display":"Summer"}]}""",
            """
            {"resourceType":"NamingSystem","id":"colours","name":"Colours","status":"active","kind":"codesystem","date":"2024",
             "uniqueId":[{"type":"uri","value":"http://x.no/colours","preferred":true},{"type":"oid","value":"1.2.3.4"}]}""",
            """
            {"resourceType":"NamingSystem","id":"sizes","name":"Sizes","status":"active","kind":"codesystem","date":"2024",
             "uniqueId":[{"type":"uri","value":"http://x.no/sizes","preferred":true},{"type":"oid","value":"1.2.9.9"}]}""",
            """
            {"resourceType":"NamingSystem","id":"dyes","name":"Dyes","status":"active","kind":"codesystem","date":"2024",
             "uniqueId":[{"type":"uri","value":"http://x.no/dyes","preferred":true},{"type":"oid","value":"1.2.9.9"}]}""",
            """
            {"resourceType":"CodeSystem","id":"mms","url":"http://id.who.int/icd/release/11/mms","version":"2024-01","name":"Mms","status":"active","content":"complete",
             "property":[{"code":"linearizationUri","type":"string"}],
             "concept":[{"code":"ZY00","display":"Made up","property":[{"code":"linearizationUri","valueString":"http://id.who.int/icd/release/11/2024-01/mms/999000999"}]}]}""",
            """
            {"resourceType":"ConceptMap","id":"diagnoses-mms","url":"http://x.no/map/diagnoses-mms","name":"DiagnosesMms","status":"active",
             "group":[{"source":"http://x.no/diagnoses","target":"http://id.who.int/icd/release/11/mms","targetVersion":"2024-01",
               "element":[{"code":"A00","target":[{"code":"ZY00","equivalence":"relatedto"}]}]}]}""",
            """
            {"resourceType":"ValueSet","id":"all","url":"http://x.no/vs/all","version":"1","name":"All","title":"All colours","status":"active",
             "compose":{"include":[{"system":"http://x.no/colours"}]}}""",
            """
            {"resourceType":"ValueSet","id":"listed","url":"http://x.no/vs/listed","version":"1","name":"Listed","status":"active",
             "compose":{"include":[{"system":"http://x.no/colours","concept":[{"code":"blue"},{"code":"red","display":"The red"}]}]}}""",
            """
            {"resourceType":"ValueSet","id":"reds","url":"http://x.no/vs/reds","version":"1","name":"Reds","status":"active",
             "compose":{"include":[{"system":"http://x.no/colours","filter":[{"property":"concept","op":"is-a","value":"red"}]}]}}""",
            """
            {"resourceType":"ValueSet","id":"mixed","url":"http://x.no/vs/mixed","name":"Mixed","status":"active",
             "compose":{"include":[{"valueSet":["http://x.no/vs/reds"]},{"system":"http://x.no/sizes"}],
                        "exclude":[{"system":"http://x.no/colours","concept":[{"code":"crimson"}]}]}}""",
            """
            {"resourceType":"ConceptMap","id":"paints","url":"http://x.no/map/paints","version":"1","name":"Paints","status":"active",
             "sourceUri":"http://x.no/vs/all","targetUri":"http://x.no/vs/paints",
             "group":[{"source":"http://x.no/colours","target":"http://x.no/paints",
               "element":[{"code":"red","target":[{"code":"P1","display":"Paint one","equivalence":"equivalent"},
                                                  {"code":"P2","equivalence":"wider","comment":"only outdoors",
                                                   "dependsOn":[{"property":"http://x.no/where","system":"http://x.no/places","value":"out"}],
                                                   "product":[{"property":"http://x.no/brush","system":"http://x.no/brushes","value":"wide"}]}]},
                          {"code":"puce","target":[{"equivalence":"unmatched","comment":"nobody makes it"}]},
                          {"code":"crimson","target":[{"code":"P1","equivalence":"narrower"}]}],
               "unmapped":{"mode":"fixed","code":"P0","display":"Ask"}}]}""",
            """
            {"resourceType":"ConceptMap","id":"paints-2","url":"http://x.no/map/paints","version":"2","name":"Paints","status":"draft",
             "group":[{"source":"http://x.no/colours","target":"http://x.no/paints",
               "element":[{"code":"red","target":[{"code":"P9","equivalence":"equal"}]}]}]}""",
            """
            {"resourceType":"ConceptMap","id":"dyes","url":"http://x.no/map/dyes","version":"1","name":"Dyes","status":"active",
             "group":[{"source":"http://x.no/colours","target":"http://x.no/dyes",
               "element":[{"code":"any","target":[{"code":"D0","equivalence":"equal"}]},
                          {"code":"red","target":[{"code":"D1","equivalence":"equivalent"}]},
                          {"code":"puce","target":[{"equivalence":"unmatched"}]}]}]}""",
            """
            {"resourceType":"ConceptMap","id":"shelves","url":"http://x.no/map/shelves","version":"3","name":"Shelves","status":"active",
             "group":[{"source":"http://x.no/paints","target":"http://x.no/shelves",
               "element":[{"code":"P1","target":[{"code":"S1","display":"Top shelf","equivalence":"wider"}]},
                          {"code":"P9","target":[{"code":"S9","equivalence":"narrower"}]}]},
              {"source":"http://x.no/dyes","target":"http://x.no/colours",
               "element":[{"code":"D1","target":[{"code":"red","display":"the map's red","equivalence":"equal"}]}]}]}""",
            """
            {"resourceType":"ConceptMap","id":"kept","url":"http://x.no/map/kept","name":"Kept","status":"active",
             "group":[{"source":"http://x.no/sizes","target":"http://x.no/boxes","element":[{"code":"Small","target":[{"code":"B","equivalence":"equal"}]}],"unmapped":{"mode":"provided"}},
                      {"source":"http://x.no/kinds","target":"http://x.no/boxes","unmapped":{"mode":"other-map","url":"http://x.no/map/kinds"}}]}""",
            """
            {"resourceType":"ConceptMap","id":"kinds","url":"http://x.no/map/kinds","name":"Kinds","status":"active",
             "group":[{"source":"http://x.no/kinds","target":"http://x.no/boxes","element":[{"code":"k","target":[{"code":"K","equivalence":"specializes"}]}]}]}""",
            """
            {"resourceType":"ConceptMap","id":"round","url":"http://x.no/map/round","name":"Round","status":"active",
             "group":[{"source":"http://x.no/shapes","target":"http://x.no/forms","unmapped":{"mode":"other-map","url":"http://x.no/map/round"}}]}""");

    static Snapshot content() {
        List<StoredResource> stored = RESOURCES.stream().map(OperationServer::stored).toList();
        return new Snapshot(RegistryAssembler.assemble(stored, List.of(), List.of()), stored);
    }

    private static StoredResource stored(String json) {
        JsonNode resource = read(json);
        return new StoredResource(
                resource.path("resourceType").asText(),
                resource.path("id").asText(),
                1,
                Instant.parse("2024-05-01T10:00:00Z"),
                resource.path("url").asText(),
                resource.hasNonNull("version") ? resource.path("version").asText() : null,
                resource.path("status").asText(),
                null,
                resource.path("name").asText(),
                null,
                json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Bean
    CurrentSnapshot currentSnapshot() {
        return new CurrentSnapshot(content());
    }

    @Bean
    Operations operations() {
        return TerminologyOperations.all(ExpansionOptions.DEFAULT);
    }
}
