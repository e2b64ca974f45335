package no.normverk.fhir.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.map.ConceptMapDefinition;
import no.normverk.terminology.map.Unmapped;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.valueset.ValueSetDefinition;
import org.junit.jupiter.api.Test;

class DefinitionReadersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void refused(Runnable reading, String... told) {
        assertThatExceptionOfType(DefinitionException.class).isThrownBy(reading::run).withMessageContainingAll(told);
    }

    private static void codeSystemRefused(String members, String... told) {
        JsonNode resource = json("{'resourceType':'CodeSystem'," + members + "}");
        refused(() -> CodeSystemReader.read(resource), told);
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> CodeSystemReader.read(resource.toString().getBytes(StandardCharsets.UTF_8)))
                .withMessageContainingAll(told);
    }

    private static void valueSetRefused(String members, String... told) {
        refused(() -> ValueSetReader.read(json("{'resourceType':'ValueSet'," + members + "}")), told);
    }

    private static void mapRefused(String members, String... told) {
        refused(() -> ConceptMapReader.read(json("{'resourceType':'ConceptMap'," + members + "}")), told);
    }

    @Test
    void nestedConceptsStandBehindTheirParents() {
        CodeSystemDefinition system = CodeSystemReader.read(json(
                "{'url':'http://x.no/s','concept':[{'code':'a','concept':[{'code':'b','concept':[{'code':'c'}]}]},{'code':'d'}]}"));

        assertThat(system.concepts().stream().map(concept -> concept.code() + concept.parents())).containsExactly("a[]", "b[a]", "c[b]", "d[]");
        assertThat(system.header().content()).isEqualTo("complete");
        assertThat(system.header().caseSensitive()).isTrue();
        assertThat(system.header().standing().status()).isEqualTo("unknown");
    }

    @Test
    void textIsReadAsATreeIsWhateverTheOrderOfMembers() throws IOException {
        String text = """
                {"concept":[{"code":"a","display":"A","concept":[{"concept":[{"code":"c","property":[{"code":"p","valueDecimal":1.50}]}],"display":"B","code":"b"}],
                             "designation":[{"language":"nb","value":"Å","use":{"system":"s","code":"u"}}],"property":[{"code":"p","valueDecimal":2}]},
                            {"code":"d","definition":"D","extension":[{"url":"e","valueBoolean":true}]}],
                 "property":[{"code":"p","type":"decimal"}],"url":"http://x.no/s","version":"1","status":"draft","caseSensitive":false}""";
        CodeSystemDefinition streamed = CodeSystemReader.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(streamed).isEqualTo(CodeSystemReader.read(RegistryAssembler.JSON.readTree(text)));
        assertThat(streamed.concepts().stream().map(concept -> concept.code() + concept.parents())).containsExactly("a[]", "b[a]", "c[b]", "d[]");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> CodeSystemReader.read("{\"concept\":[{\"code\":".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aWordIsFoundWhereverItStands() {
        for (String text : List.of("not-present", "xnot-present", "not-presentx", "nonot-present", "æ not-present")) {
            assertThat(WordSearch.of("not-present").isIn(text.getBytes(StandardCharsets.UTF_8))).as(text).isTrue();
        }
        for (String text : List.of("", "not-presen", "ot-present", "not-not-presen", "Not-present")) {
            assertThat(WordSearch.of("not-present").isIn(text.getBytes(StandardCharsets.UTF_8))).as(text).isFalse();
        }
        assertThat(WordSearch.of("x").isIn(new byte[] {'a', 'x'})).isTrue();
    }

    @Test
    void aMalformedCodeSystemIsToldWithItsPlace() {
        codeSystemRefused("'status':'active'", "CodeSystem.url", "missing");
        codeSystemRefused("'url':{}", "CodeSystem", "url");
        codeSystemRefused("'url':'u','concept':{}", "CodeSystem.concept", "array");
        codeSystemRefused("'url':'u','concept':['a']", "CodeSystem.concept[0]", "object");
        codeSystemRefused("'url':'u','concept':[{'display':'x'}]", "CodeSystem.concept.code", "missing");
        codeSystemRefused("'url':'u','concept':[{'code':'a','concept':[{}]}]", "CodeSystem.concept.concept.code");
        codeSystemRefused("'url':'u','concept':[{'code':'a','property':[{'valueCode':'x'}]}]", "CodeSystem.concept.property.code");
        codeSystemRefused("'url':'u','concept':[{'code':'a','designation':'x'}]", "CodeSystem.concept.designation", "array");
        codeSystemRefused("'url':'u','caseSensitive':'maybe'", "caseSensitive", "maybe", "true or false");
        codeSystemRefused("'url':'u','concept':[{'code':'a','property':[{'code':'p','valueDecimal':'x'}]}]", "valueDecimal", "x");
        codeSystemRefused("'url':'u','concept':[{'code':'a','property':[{'code':'p','valueInteger':1.5}]}]", "valueInteger", "1.5");
        codeSystemRefused("'url':'u','concept':[{'code':'a','property':[{'code':'p','valueBoolean':'true'}]}]", "valueBoolean");
        codeSystemRefused("'url':'u','concept':[{'code':'a','property':[{'code':'p','valueDateTime':'2024-13'}]}]", "valueDateTime", "2024-13");
    }

    @Test
    void aValueSetMayListFilterImportAndContain() {
        ValueSetDefinition set = ValueSetReader.read(json("{'url':'http://x.no/v','contained':[{'resourceType':'ValueSet','id':'in'}],'compose':{'inactive':false,"
                + "'include':[{'system':'s','version':'1','concept':[{'code':'a'}]},{'system':'s','filter':[{'property':'p','op':'=','value':'1'}]},{'valueSet':['#in','v|2']}]}}"));

        assertThat(set.includes()).hasSize(3);
        assertThat(set.includes().get(2).valueSets()).containsExactly(Canonical.of("#in", null), Canonical.of("v", "2"));
        assertThat(set.contained()).containsOnlyKeys("in");
        assertThat(set.inactive()).isFalse();
    }

    @Test
    void anExpansionWithoutComposeIsReadAsAList() {
        ValueSetDefinition set = ValueSetReader.read(json("{'expansion':{'contains':[{'system':'s','code':'a','contains':[{'system':'s','code':'b'}]},"
                + "{'abstract':true,'system':'s','code':'c'},{'system':'t','version':'1','code':'d'}]}}"));

        assertThat(set.includes().stream().map(include -> include.system() + "|" + include.version() + include.concepts().stream().map(c -> c.code()).toList()))
                .containsExactly("s|null[a, b]", "t|1[d]");
    }

    @Test
    void aMalformedValueSetIsToldWithItsPlace() {
        valueSetRefused("'compose':'x'", "ValueSet.compose", "object");
        valueSetRefused("'compose':{'include':{}}", "ValueSet.compose.include", "array");
        valueSetRefused("'compose':{'include':[1]}", "ValueSet.compose.include[0]", "object");
        valueSetRefused("'compose':{'exclude':[{'concept':[{}]}]}", "ValueSet.compose.exclude.concept.code");
        valueSetRefused("'compose':{'include':[{'filter':[[]]}]}", "ValueSet.compose.include.filter[0]");
        valueSetRefused("'compose':{'include':[{'valueSet':[{}]}]}", "ValueSet.compose.include.valueSet");
        valueSetRefused("'compose':{'inactive':'no'}", "inactive", "true or false");
        valueSetRefused("'contained':{}", "ValueSet.contained", "array");
    }

    @Test
    void aMapIsReadInTheWordsOfR4AndR5() {
        ConceptMapDefinition map = ConceptMapReader.read(json("{'url':'m','sourceScopeUri':'http://x.no/v','group':[{'source':'s|1','target':'t','targetVersion':'2','element':["
                + "{'code':'a','target':[{'code':'x','equivalence':'wider'},{'code':'y','relationship':'source-is-narrower-than-target'},{'code':'z'}]}],"
                + "'unmapped':{'mode':'use-source-code'}}]}"));

        assertThat(map.sourceScope()).isEqualTo(Canonical.of("http://x.no/v", null));
        assertThat(map.groups().getFirst().sourceVersion()).isEqualTo("1");
        assertThat(map.groups().getFirst().targetVersion()).isEqualTo("2");
        assertThat(map.groups().getFirst().targets("a")).extracting(target -> target.equivalence()).containsExactly("wider", "wider", "relatedto");
        assertThat(map.groups().getFirst().unmapped()).isInstanceOf(Unmapped.Provided.class);
    }

    @Test
    void aMalformedMapIsToldWithItsPlace() {
        mapRefused("'group':{}", "ConceptMap.group", "array");
        mapRefused("'group':['x']", "ConceptMap.group[0]", "object");
        mapRefused("'group':[{'element':{}}]", "ConceptMap.group.element", "array");
        mapRefused("'group':[{'element':[{'code':'a','target':'x'}]}]", "ConceptMap.group.element.target");
        mapRefused("'group':[{'unmapped':'x'}]", "ConceptMap.group.unmapped", "object");
        mapRefused("'group':[{'unmapped':{'mode':'guess'}}]", "ConceptMap.group.unmapped.mode", "guess", "provided");
    }
}
