package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.normverk.snomed.NorwegianRelease;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the running server tells of the concepts of an edition of Norwegian shape: looked up, in implicit value sets, and through implicit maps. */
class SnomedConceptsTest extends NorwegianTest {

    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String NORWEGIAN_ICD_10 = "urn:oid:2.16.578.1.12.4.1.1.7110";

    /** The properties of a code, each as the values of its parts, subproperties in brackets. */
    private static List<String> properties(JsonNode answer, String code) {
        List<String> told = new ArrayList<>();
        for (JsonNode parts : parts(answer, "property")) {
            if (value(parts, "code").equals(code)) {
                told.add(told(parts));
            }
        }
        return told;
    }

    private static String told(JsonNode parts) {
        List<String> told = new ArrayList<>();
        for (JsonNode part : parts) {
            String name = part.path("name").asText();
            if (name.equals("subproperty")) {
                told.add("[" + value(part.path("part"), "code") + " " + told(part.path("part")) + "]");
            } else if (!name.equals("code")) {
                told.add(values(parts, name).getFirst());
            }
        }
        return String.join(" ", told);
    }

    /** What an expansion lists, without what only those are told who ask for designations. */
    private static List<JsonNode> listed(JsonNode valueSet) {
        List<JsonNode> entries = new ArrayList<>();
        valueSet.at("/expansion/contains").forEach(entry -> entries.add(((ObjectNode) entry).without("designation")));
        return entries;
    }

    @Test
    void anEntryThatStandsReadySaysWhatIsSaidWhenItIsWritten() {
        String everything = SCT + "?fhir_vs=ecl/" + "* {{ C active = true }} OR * {{ C active = false }}";
        for (String count : List.of("1", "3", "100")) {
            for (String offset : List.of("0", "2", "9")) {
                JsonNode ready = got("/ValueSet/$expand", "url", everything, "count", count, "offset", offset);
                JsonNode written = got("/ValueSet/$expand", "url", everything, "count", count, "offset", offset, "includeDesignations", "true");

                assertThat(listed(ready)).isNotEmpty().isEqualTo(listed(written));
            }
        }
        assertThat(listed(got("/ValueSet/$expand", "url", everything)))
                .anySatisfy(entry -> assertThat(entry.path("inactive").asBoolean()).isTrue())
                .anySatisfy(entry -> assertThat(entry.has("inactive")).isFalse());
    }

    @Test
    void whoeverAsksAtTheSameTimeGetsTheirOwnAnswer() {
        List<List<String>> questions = new ArrayList<>();
        for (JsonNode entry : got("/ValueSet/$expand", "url", SCT + "?fhir_vs").at("/expansion/contains")) {
            String code = entry.path("code").asText();
            questions.add(List.of("/CodeSystem/$lookup", "system", SCT, "code", code, "property", "*"));
            questions.add(List.of("/CodeSystem/$validate-code", "url", SCT, "code", code));
            questions.add(List.of("/ValueSet/$validate-code", "url", SCT + "?fhir_vs=isa/1001000", "system", SCT, "code", code));
            questions.add(List.of("/ConceptMap/$translate", "url", SCT + "?fhir_cm=447562003", "system", SCT, "code", code));
        }
        List<String> alone = questions.stream().map(this::answer).toList();

        List<Integer> asked = new Random(7).ints(2_000, 0, questions.size()).boxed().toList();
        List<String> together = asked.parallelStream().map(number -> answer(questions.get(number))).toList();

        assertThat(together).isEqualTo(asked.stream().map(alone::get).toList());
    }

    private String answer(List<String> question) {
        return get(question.getFirst(), question.subList(1, question.size()).toArray(String[]::new)).body();
    }

    @Test
    void oneLookupTellsWhatAScreenNeeds() {
        JsonNode hammer = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "property", "*", "displayLanguage", "nb");

        assertThat(properties(hammer, "parent")).containsExactly("1001000 Verktøy");
        assertThat(properties(hammer, "child")).containsExactly("1004000 Slegge");
        assertThat(properties(hammer, "inactive")).containsExactly("false");
        assertThat(properties(hammer, "moduleId")).containsExactly("900000000000207008 Core module");
        assertThat(properties(hammer, "effectiveTime")).containsExactly("2025-01-01");
        assertThat(properties(hammer, "sufficientlyDefined")).containsExactly("false");
        assertThat(properties(hammer, "3001000")).containsExactly("2001000 Laget av Stål", "2002000 Laget av Tre (nynorsk)");
        assertThat(properties(hammer, "609096000")).containsExactly(
                "[3001000 2001000 Laget av Stål] [3003000 2.5 Weight]",
                "[3001000 2002000 Laget av Tre (nynorsk)] [3002000 2002000 Handle of Tre (nynorsk)]");
        assertThat(properties(hammer, "referenceSet")).containsExactly("5001000 Toolbox");
        assertThat(properties(hammer, "alternateIdentifier")).containsExactly(
                "0046677 [identifierScheme 6001000 Trade item number] [system http://snomed.info/id/6001000]",
                "4006381 [identifierScheme 6001000 Trade item number] [system http://snomed.info/id/6001000]",
                "54486-6 [identifierScheme 30051010000102] [system http://loinc.org]");
        assertThat(properties(hammer, "map")).containsExactly(
                "W27 [referenceSet 447562003 ICD-10 complex map reference set] [system " + ICD_10 + "] [mapGroup 1] [mapPriority 1] [mapRule IFA 1003000 | Saw |]"
                        + " [mapAdvice IF SAW CHOOSE W27] [correlationId 447561005] [mapCategoryId 447639009]",
                "W20 [referenceSet 447562003 ICD-10 complex map reference set] [system " + ICD_10 + "] [mapGroup 1] [mapPriority 2] [mapRule OTHERWISE TRUE]"
                        + " [mapAdvice ALWAYS W20] [correlationId 447561005] [mapCategoryId 447637006]",
                "Y99 [referenceSet 447562003 ICD-10 complex map reference set] [system " + ICD_10 + "] [mapGroup 2] [mapPriority 1] [mapRule TRUE]"
                        + " [mapAdvice ALWAYS Y99] [correlationId 447557004] [mapCategoryId 447637006]",
                "A80 [referenceSet 68101000202102] [system http://hl7.org/fhir/sid/icpc-2]");
        assertThat(properties(hammer, "inactivationReason")).isEmpty();
        assertThat(parts(hammer, "designation")).hasSizeGreaterThan(5);
    }

    @Test
    void aFormerConceptTellsWhyAndWhatStandsInItsPlace() {
        JsonNode old = got("/CodeSystem/$lookup", "system", SCT, "code", OLD_HAMMER, "property", "*", "displayLanguage", "nb");
        assertThat(properties(old, "inactive")).containsExactly("true");
        assertThat(properties(old, "inactivationReason")).containsExactly("900000000000482003 Duplicate component");
        assertThat(properties(old, "historicalAssociation"))
                .containsExactly("1002000 Hammer på norsk [association 900000000000527005 SAME AS association reference set] [equivalence equal]");

        JsonNode either = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER_OR_SAW, "property", "historicalAssociation");
        assertThat(properties(either, "historicalAssociation")).hasSize(2).allMatch(told -> told.contains("[equivalence inexact]"));
        assertThat(properties(either, "parent")).as("not asked for").isEmpty();
    }

    @Test
    void whatIsNotAskedForIsNotTold() {
        JsonNode plain = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER);
        for (String code : List.of("609096000", "referenceSet", "map", "moduleId")) {
            assertThat(properties(plain, code)).isEmpty();
        }
        assertThat(properties(got("/CodeSystem/$lookup", "system", SCT, "code", SAW, "property", "609096000"), "609096000"))
                .as("its attribute is not grouped").isEmpty();
    }

    @Test
    void designationsAreAskedForByLanguage() {
        JsonNode nynorsk = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "property", "lang.nn");
        assertThat(parts(nynorsk, "designation").stream().map(parts -> value(parts, "value"))).containsExactly("Hammar");
        JsonNode dialect = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "property", "lang.no-x-47351000202107");
        assertThat(parts(dialect, "designation").stream().map(parts -> value(parts, "value"))).containsExactly("Slagverktøy");
    }

    private static List<String> codes(JsonNode expansion) {
        List<String> codes = new ArrayList<>();
        expansion.path("expansion").path("contains").forEach(contained -> codes.add(contained.path("code").asText()));
        return codes;
    }

    private static List<String> used(JsonNode expansion) {
        List<String> used = new ArrayList<>();
        for (JsonNode parameter : expansion.path("expansion").path("parameter")) {
            if (parameter.path("name").asText().equals("used-codesystem")) {
                used.add(parameter.path("valueUri").asText());
            }
        }
        return used;
    }

    /** @param base the part of the URL that names an edition, and the version that then answers */
    private record Base(String base, String version) {}

    private static List<Base> bases() {
        return List.of(
                new Base(SCT, NorwegianRelease.VERSION),
                new Base(NorwegianRelease.EDITION, NorwegianRelease.VERSION),
                new Base(NorwegianRelease.VERSION, NorwegianRelease.VERSION),
                new Base(NorwegianServer.OLDER, NorwegianServer.OLDER),
                new Base("http://snomed.info/xsct", NorwegianServer.UNPUBLISHED),
                new Base("http://snomed.info/xsct/51000202101", NorwegianServer.UNPUBLISHED),
                new Base(NorwegianServer.UNPUBLISHED, NorwegianServer.UNPUBLISHED));
    }

    @TestFactory
    Stream<DynamicTest> everyFormOfImplicitValueSetUnversionedAndPinned() {
        return bases().stream().map(base -> DynamicTest.dynamicTest(base.base, () -> {
            assertThat(expanded(base, "?fhir_vs=isa/1002000")).containsExactlyInAnyOrder(HAMMER, SLEDGE);
            assertThat(expanded(base, "?fhir_vs=refset/5001000")).containsExactly(HAMMER);
            assertThat(expanded(base, "?fhir_vs=refset")).contains("5001000", "447562003", "61000202103").doesNotContain(HAMMER);
            assertThat(expanded(base, "?fhir_vs=ecl/< 1001000 MINUS << 1002000 |Hammer|")).containsExactlyInAnyOrder(SAW, PLIERS);
            assertThat(expanded(base, "?fhir_vs")).contains("138875005", HAMMER, WOOD);
            assertThat(value(got("/ValueSet/$validate-code", "url", base.base + "?fhir_vs=isa/1002000", "system", SCT, "code", SLEDGE), "result")).isEqualTo("true");
            assertThat(value(got("/ValueSet/$validate-code", "url", base.base + "?fhir_vs=refset/5001000", "system", SCT, "code", SAW), "result")).isEqualTo("false");
        }));
    }

    private List<String> expanded(Base base, String form) {
        JsonNode expansion = got("/ValueSet/$expand", "url", base.base + form, "count", "500");
        assertThat(used(expansion)).as(form).containsExactly(SCT + "|" + base.version);
        return codes(expansion);
    }

    @TestFactory
    Stream<DynamicTest> implicitMapsUnversionedAndPinned() {
        return bases().stream().map(base -> DynamicTest.dynamicTest(base.base, () -> {
            JsonNode translation = got("/ConceptMap/$translate", "url", base.base + "?fhir_cm=68101000202102", "system", SCT, "code", HAMMER);
            assertThat(matches(translation)).containsExactly("relatedto http://hl7.org/fhir/sid/icpc-2#A80");
            assertThat(value(parts(translation, "match").getFirst(), "originMap")).isEqualTo(base.base + "?fhir_cm=68101000202102|" + base.version);
        }));
    }

    private static List<String> matches(JsonNode translation) {
        return parts(translation, "match").stream().map(match -> value(match, "equivalence") + " " + value(match, "concept")).toList();
    }

    @Test
    void theVersionOfTheCodeChoosesThatOfTheMap() {
        JsonNode older = got("/ConceptMap/$translate", "url", SCT + "?fhir_cm=68101000202102", "system", SCT, "code", HAMMER, "version", NorwegianServer.OLDER);
        assertThat(value(parts(older, "match").getFirst(), "originMap")).endsWith("|" + NorwegianServer.OLDER);
    }

    @Test
    void aComplexMapKeepsGroupsPrioritiesRulesAndAdvice() {
        JsonNode translation = got("/ConceptMap/$translate", "url", SCT + "?fhir_cm=447562003", "system", SCT, "code", HAMMER);
        assertThat(value(translation, "result")).isEqualTo("true");
        assertThat(matches(translation)).containsExactly("relatedto " + ICD_10 + "#W27", "relatedto " + ICD_10 + "#W20", "equal " + ICD_10 + "#Y99");
        JsonNode first = parts(translation, "match").getFirst();
        assertThat(attributes(first, "product")).containsExactly(
                "mapGroup 1", "mapPriority 1", "mapAdvice IF SAW CHOOSE W27", "correlationId 447561005", "mapCategoryId 447639009");
        assertThat(attributes(first, "dependsOn")).containsExactly("mapRule IFA 1003000 | Saw |");
        assertThat(value(first, "comment")).isEqualTo("IF SAW CHOOSE W27");
        assertThat(attributes(parts(translation, "match").get(2), "dependsOn")).as("the rule is TRUE").isEmpty();

        JsonNode none = got("/ConceptMap/$translate", "url", SCT + "?fhir_cm=447562003", "system", SCT, "code", PLIERS);
        assertThat(value(none, "result")).isEqualTo("false");
        assertThat(value(parts(none, "match").getFirst(), "comment")).isEqualTo("CANNOT BE CLASSIFIED");
    }

    private static List<String> attributes(JsonNode match, String name) {
        List<String> attributes = new ArrayList<>();
        for (JsonNode part : match) {
            if (part.path("name").asText().equals(name)) {
                String element = value(part.path("part"), "element");
                for (JsonNode each : part.path("part")) {
                    if (each.path("name").asText().equals("concept")) {
                        attributes.add(element.substring("http://snomed.info/field/".length()) + " " + each.path("valueCoding").path("code").asText());
                    }
                }
            }
        }
        return attributes;
    }

    @Test
    void mapsAreFoundBySystemsAndByNorwaysNamesForThem() {
        assertThat(matches(got("/ConceptMap/$translate", "system", SCT, "code", HAMMER, "targetsystem", ICD_10))).hasSize(3);
        assertThat(matches(got("/ConceptMap/$translate", "system", SCT, "code", HAMMER, "targetsystem", NORWEGIAN_ICD_10)))
                .containsExactly("relatedto " + NORWEGIAN_ICD_10 + "#W27", "relatedto " + NORWEGIAN_ICD_10 + "#W20", "equal " + NORWEGIAN_ICD_10 + "#Y99");
        assertThat(matches(got("/ConceptMap/$translate", "system", NORWEGIAN_ICD_10, "code", "W20", "reverse", "true")))
                .containsExactly("relatedto " + SCT + "#" + HAMMER);
        assertThat(matches(got("/ConceptMap/$translate", "system", "http://hl7.org/fhir/sid/icpc-2", "code", "A80", "targetsystem", SCT, "reverse", "true")))
                .containsExactlyInAnyOrder("relatedto " + SCT + "#" + HAMMER, "relatedto " + SCT + "#" + SAW);
    }

    @Test
    void associationsLeadToWhatStandsInTheirPlaceAndBack() {
        String same = SCT + "?fhir_cm=900000000000527005";
        String possibly = SCT + "?fhir_cm=900000000000523009";
        assertThat(matches(got("/ConceptMap/$translate", "url", same, "system", SCT, "code", OLD_HAMMER))).containsExactly("equal " + SCT + "#" + HAMMER);
        assertThat(matches(got("/ConceptMap/$translate", "url", possibly, "system", SCT, "code", HAMMER_OR_SAW)))
                .containsExactlyInAnyOrder("inexact " + SCT + "#" + HAMMER, "inexact " + SCT + "#" + SAW);
        assertThat(matches(got("/ConceptMap/$translate", "url", same, "system", SCT, "code", HAMMER, "reverse", "true")))
                .containsExactly("equal " + SCT + "#" + OLD_HAMMER);
        assertThat(matches(got("/ConceptMap/$translate", "system", SCT, "code", HAMMER, "targetsystem", SCT, "reverse", "true")))
                .as("every association leads back").containsExactlyInAnyOrder("equal " + SCT + "#" + OLD_HAMMER, "inexact " + SCT + "#" + HAMMER_OR_SAW);
        assertRefused(get("/ConceptMap/$translate", "url", SCT + "?fhir_cm=999000", "system", SCT, "code", HAMMER), 404, "?fhir_cm=999000");
        assertRefused(get("/ConceptMap/$translate", "url", SCT + "?fhir_cm", "system", SCT, "code", HAMMER), 422, "?fhir_cm");
    }
}
