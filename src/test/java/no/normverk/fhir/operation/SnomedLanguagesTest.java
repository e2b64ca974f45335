package no.normverk.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation that shows texts, by every route on which a caller can name languages, in every form of naming Norwegian and English. */
class SnomedLanguagesTest extends NorwegianTest {

    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";
    private static final String ICD_10 = SCT + "?fhir_cm=447562003";
    private static final String MEMBERS = "{\"include\":[{\"system\":\"" + SCT + "\",\"concept\":[{\"code\":\"%s\"}]}]}";

    /**
     * @param fallback the language of the text shown when it is none that was asked for; empty otherwise
     */
    private record Shown(String text, String fallback) {}

    private record Wish(String languages, String code, Shown shown) {}

    /** How a caller says it. */
    private interface Call {
        JsonNode ask(String languages, String code);
    }

    /** Where the text stands in the answer: an object that has it, and the name of the member. */
    private record Place(JsonNode object, String member) {
        Shown shown() {
            String fallback = "";
            for (JsonNode extension : object.path("_" + member).path("extension")) {
                fallback = extension.path("url").asText().equals(LANGUAGE) ? extension.path("valueCode").asText() : fallback;
            }
            return new Shown(object.path(member).asText(), fallback);
        }
    }

    private interface Reading {
        Place find(JsonNode answer);
    }

    private record Route(String name, Call call, Reading reading) {}

    private static List<Wish> wishes() {
        return List.of(
                wish("nb", HAMMER, "Hammer på norsk", ""),
                wish("nn", HAMMER, "Hammar", ""),
                wish("no", HAMMER, "Hammer på norsk", ""),
                wish("en", HAMMER, "Hammer", ""),
                wish("en-GB", HAMMER, "Hammer", ""),
                wish("nb-NO", HAMMER, "Hammer på norsk", ""),
                wish("no-x-61000202103", HAMMER, "Hammer på norsk", ""),
                wish("no-x-91000202106", HAMMER, "Hammar", ""),
                wish("no-X-47351000202107", HAMMER, "Slagverktøy", ""),
                wish("nb-x-sctlang-61000202-103", HAMMER, "Hammer på norsk", ""),
                wish("en-x-sctlang-90000000-00005080-04", HAMMER, "Hammer", ""),
                wish("no-x-47351000202107,no-x-61000202103,no", SAW, "Sag", ""),
                wish("no-x-47351000202107", SAW, "Sag", "nb"),
                wish("nn", SAW, "Sag", "nb"),
                wish("no-x-91000202106", SAW, "Sag", "nb"),
                wish("nn, en;q=0.5", SAW, "Saw", ""),
                wish("nb", WOOD, "Tre (nynorsk)", "nn"),
                wish("no", WOOD, "Tre (nynorsk)", ""),
                wish("nn", PLIERS, "Pliers", "en"),
                wish("nb", PLIERS, "Pliers", "en"),
                wish("de", HAMMER, "Hammer", "en"),
                wish("de, nb;q=0.3", HAMMER, "Hammer på norsk", ""));
    }

    private static Wish wish(String languages, String code, String text, String fallback) {
        return new Wish(languages, code, new Shown(text, fallback));
    }

    private static Place parameter(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return new Place(parameter, "valueString");
            }
        }
        throw new AssertionError("no " + name + " in " + parameters);
    }

    private static Place concept(JsonNode parameters, String match, String part) {
        for (JsonNode each : parts(parameters, match).getFirst()) {
            if (each.path("name").asText().equals(part)) {
                return new Place(each.path("valueCoding"), "display");
            }
        }
        throw new AssertionError("no " + part + " in " + parameters);
    }

    private static Place contained(JsonNode valueSet) {
        return new Place(valueSet.path("expansion").path("contains").path(0), "display");
    }

    private static String only(String code) {
        return SCT + "?fhir_vs=ecl/" + code;
    }

    /** A value set of one concept; {@code with} is more of its elements. */
    private static String valueSet(String code, String with) {
        return "{\"resourceType\":\"ValueSet\",\"url\":\"http://x.no/one\",\"status\":\"active\"," + with + "\"compose\":"
                + String.format(MEMBERS, code) + "}";
    }

    private static String valueSetInLanguage(String language, String code) {
        return valueSet(code, "\"language\":\"" + language + "\",");
    }

    private static String valueSetWithParameter(String languages, String code) {
        String parameter = "{\"url\":\"http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter\",\"extension\":["
                + "{\"url\":\"name\",\"valueCode\":\"displayLanguage\"},{\"url\":\"value\",\"valueCode\":\"" + languages + "\"}]}";
        String compose = String.format(MEMBERS, code).substring(1);
        return "{\"resourceType\":\"ValueSet\",\"url\":\"http://x.no/one\",\"status\":\"active\",\"compose\":{\"extension\":["
                + parameter + "]," + compose + "}";
    }

    private static String validation(String languages, String code) {
        return resource("validation", parameters(
                text("url", "Uri", SCT + "?fhir_vs"), text("system", "Uri", SCT), text("code", "Code", code), text("displayLanguage", "Code", languages)));
    }

    /** Into SNOMED CT the target is shown: an inactive concept leads there by an association, and the way back is from what takes its place. */
    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        Reading display = answer -> parameter(answer, "display");
        routes.add(new Route("$lookup, parameter", (l, c) -> got("/CodeSystem/$lookup", "system", SCT, "code", c, "displayLanguage", l), display));
        routes.add(new Route("$lookup, body", (l, c) -> posted("/CodeSystem/$lookup", parameters(
                text("system", "Uri", SCT), text("code", "Code", c), text("displayLanguage", "Code", l))), display));
        routes.add(new Route("$lookup, header", (l, c) -> answer(getIn(l, "/CodeSystem/$lookup", "system", SCT, "code", c)), display));
        routes.add(new Route("CodeSystem/$validate-code, parameter", (l, c) -> got("/CodeSystem/$validate-code", "url", SCT, "code", c, "displayLanguage", l), display));
        routes.add(new Route("CodeSystem/$validate-code, header", (l, c) -> answer(getIn(l, "/CodeSystem/$validate-code", "url", SCT, "code", c)), display));
        routes.add(new Route("ValueSet/$validate-code, parameter",
                (l, c) -> got("/ValueSet/$validate-code", "url", SCT + "?fhir_vs", "system", SCT, "code", c, "displayLanguage", l), display));
        routes.add(new Route("ValueSet/$validate-code, header",
                (l, c) -> answer(getIn(l, "/ValueSet/$validate-code", "url", SCT + "?fhir_vs", "system", SCT, "code", c)), display));
        routes.add(new Route("ValueSet/$validate-code, the value set's parameter", (l, c) -> posted("/ValueSet/$validate-code", parameters(
                resource("valueSet", valueSetWithParameter(l, c)), text("system", "Uri", SCT), text("code", "Code", c))), display));
        routes.add(new Route("$batch-validate-code, parameter", (l, c) -> batch("en", l, c), display));
        routes.add(new Route("$batch-validate-code, header", (l, c) -> batch(l, "", c), display));
        routes.add(new Route("$expand, parameter", (l, c) -> got("/ValueSet/$expand", "url", only(c), "displayLanguage", l), SnomedLanguagesTest::contained));
        routes.add(new Route("$expand, header", (l, c) -> answer(getIn(l, "/ValueSet/$expand", "url", only(c))), SnomedLanguagesTest::contained));
        routes.add(new Route("$expand, the value set's parameter",
                (l, c) -> posted("/ValueSet/$expand", parameters(resource("valueSet", valueSetWithParameter(l, c)))), SnomedLanguagesTest::contained));
        return routes;
    }

    /** Of a batch the answer of its one validation. */
    private JsonNode batch(String header, String parameter, String code) {
        String one = parameter.isEmpty()
                ? resource("validation", parameters(text("url", "Uri", SCT + "?fhir_vs"), text("system", "Uri", SCT), text("code", "Code", code)))
                : validation(parameter, code);
        return resourceOf(answer(postIn(header, "/ValueSet/$batch-validate-code", parameters(one))), "validation");
    }

    @TestFactory
    Stream<DynamicTest> everyRouteOfEveryOperationShowsTheSameText() {
        return routes().stream().flatMap(route -> wishes().stream().map(wish -> DynamicTest.dynamicTest(
                route.name + ": " + wish.languages + " " + wish.code,
                () -> assertThat(route.reading.find(route.call.ask(wish.languages, wish.code)).shown()).isEqualTo(wish.shown))));
    }

    /** {@code ValueSet.language} is one tag, no list. */
    @TestFactory
    Stream<DynamicTest> theLanguageOfTheValueSetIsTheFourthRoute() {
        return wishes().stream().filter(wish -> !wish.languages.contains(",")).map(wish -> DynamicTest.dynamicTest(
                wish.languages + " " + wish.code, () -> {
                    JsonNode expansion = posted("/ValueSet/$expand", parameters(resource("valueSet", valueSetInLanguage(wish.languages, wish.code))));
                    assertThat(contained(expansion).shown()).isEqualTo(wish.shown);
                    JsonNode validation = posted("/ValueSet/$validate-code", parameters(
                            resource("valueSet", valueSetInLanguage(wish.languages, wish.code)), text("system", "Uri", SCT), text("code", "Code", wish.code)));
                    assertThat(parameter(validation, "display").shown()).isEqualTo(wish.shown);
                }));
    }

    @Test
    void theParameterCountsBeforeTheValueSetsBeforeTheHeaderBeforeTheValueSetsLanguage() {
        String both = valueSetWithParameter("nn", HAMMER).replace("\"status\"", "\"language\":\"en\",\"status\"");
        String call = parameters(resource("valueSet", both));
        String ofLanguage = parameters(resource("valueSet", valueSetInLanguage("en", HAMMER)));

        assertThat(text(postIn("nb", "/ValueSet/$expand?displayLanguage=no-x-47351000202107", call))).isEqualTo("Slagverktøy");
        assertThat(text(postIn("nb", "/ValueSet/$expand", call))).isEqualTo("Hammar");
        assertThat(text(postIn("nb", "/ValueSet/$expand", ofLanguage))).isEqualTo("Hammer på norsk");
        assertThat(text(post("/ValueSet/$expand", ofLanguage))).isEqualTo("Hammer");
    }

    private String text(HttpResponse<String> expansion) {
        return contained(answer(expansion)).shown().text();
    }

    @Test
    void translationsAreShownInTheCallersLanguageOnBothSides() {
        String associations = SCT + "?fhir_cm=900000000000527005";
        for (String[] route : new String[][] {{"nn", "de"}, {"", "nn"}}) {
            JsonNode forward = answer(translated(route, "url", associations, "system", SCT, "code", OLD_HAMMER));
            assertThat(concept(forward, "match", "concept").shown()).isEqualTo(new Shown("Hammar", ""));
            JsonNode back = answer(translated(route, "url", associations, "system", SCT, "code", HAMMER, "reverse", "true"));
            assertThat(concept(back, "match", "concept").shown()).isEqualTo(new Shown("Old hammer", "en"));
        }
        JsonNode either = got("/ConceptMap/$translate", "url", SCT + "?fhir_cm=900000000000523009", "system", SCT, "code", HAMMER_OR_SAW, "displayLanguage", "nn");
        assertThat(either.toString()).contains("Hammar", "Sag", "_display");
    }

    private HttpResponse<String> translated(String[] route, String... namesAndValues) {
        String path = query("/ConceptMap/$translate", namesAndValues);
        return getIn(route[1], route[0].isEmpty() ? path : path + "&displayLanguage=" + route[0]);
    }

    @Test
    void matchesAreShownInTheCallersLanguage() {
        String call = parameters(text("system", "Uri", SCT), value("exact", "Boolean", "true"), "{\"name\":\"property\",\"part\":["
                + text("code", "Code", "3002000") + "," + text("value", "Code", WOOD) + "]}");
        assertThat(concept(answer(postIn("nn", "/CodeSystem/$find-matches", call)), "match", "code").shown()).isEqualTo(new Shown("Hammar", ""));
        assertThat(concept(answer(post("/CodeSystem/$find-matches?displayLanguage=no-x-61000202103", call)), "match", "code").shown())
                .isEqualTo(new Shown("Hammer på norsk", ""));
        assertThat(concept(answer(postIn("de", "/CodeSystem/$find-matches", call)), "match", "code").shown()).isEqualTo(new Shown("Hammer", "en"));
    }

    @Test
    void whoRefusesAFallbackGetsNoText() {
        JsonNode expansion = got("/ValueSet/$expand", "url", only(SAW), "displayLanguage", "nn, *;q=0");
        assertThat(expansion.path("expansion").path("contains").path(0).has("display")).isFalse();
        assertThat(parameter(got("/CodeSystem/$lookup", "system", SCT, "code", SAW, "displayLanguage", "nn, *;q=0"), "display").shown())
                .as("FHIR demands a display of $lookup").isEqualTo(new Shown("Saw", "en"));
    }

    @Test
    void lookupTellsOfAFallbackInTheCallersLanguage() {
        assertThat(value(got("/CodeSystem/$lookup", "system", SCT, "code", SAW, "displayLanguage", "nn"), "message"))
                .isEqualTo("Det finst ingen tekst for 1003000 på «nn»; den som er vist, er på «nb»");
        assertThat(value(got("/CodeSystem/$lookup", "system", SCT, "code", PLIERS, "displayLanguage", "nb"), "message"))
                .isEqualTo("Det finnes ingen tekst for 1005000 på «nb»; den som vises, er på «en»");
        assertThat(value(got("/CodeSystem/$lookup", "system", SCT, "code", SAW, "displayLanguage", "de"), "message"))
                .isEqualTo("There is no text for 1003000 in 'de'; the one shown is in 'en'");
        assertThat(values(got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "displayLanguage", "nn"), "message")).isEmpty();
    }

    private JsonNode validated(String languages, String code, String display) {
        return got("/CodeSystem/$validate-code", "url", SCT, "code", code, "display", display, "displayLanguage", languages);
    }

    @Test
    void aDisplayIsValidInTheDialectAndWhenItIsWhatTheServerShows() {
        assertThat(value(validated("no-x-61000202103", HAMMER, "Hammer på norsk"), "result")).isEqualTo("true");
        assertThat(value(validated("no-x-61000202103", HAMMER, "Klubbe"), "result")).as("acceptable").isEqualTo("true");
        assertThat(value(validated("no-x-61000202103", HAMMER, "Hammar"), "result")).isEqualTo("false");
        assertThat(value(validated("no-x-91000202106", HAMMER, "Hammar"), "result")).isEqualTo("true");
        assertThat(value(validated("en-GB", HAMMER, "Gavel"), "result")).isEqualTo("true");
        assertThat(value(validated("en-US", HAMMER, "Gavel"), "result")).isEqualTo("false");
        assertThat(value(validated("nn", SAW, "Sag"), "result")).as("shown for want of nynorsk").isEqualTo("true");
        assertThat(validated("nn", SAW, "Sag").toString()).contains("\"severity\":\"information\"", "den som er vist, er på «nb»");
        assertThat(value(validated("nn", HAMMER, "Hammer på norsk"), "result")).as("there is nynorsk").isEqualTo("false");
        assertThat(value(validated("nb", PLIERS, "Pliers"), "result")).isEqualTo("true");
    }

    /** @param texts what the message says in bokmål and in nynorsk */
    private record Refusal(List<String> texts, String path, String... parameters) {}

    @TestFactory
    Stream<DynamicTest> messagesComeInTheLanguageThatIsPreferred() {
        List<String> code = List.of("Ukjent kode", "Ukjend kode");
        List<String> definition = List.of("Fant ingen definisjon", "Fann ingen definisjon");
        String unknown = "999000";
        List<Refusal> refusals = List.of(
                new Refusal(code, "/CodeSystem/$lookup", "system", SCT, "code", unknown),
                new Refusal(code, "/CodeSystem/$validate-code", "url", SCT, "code", unknown),
                new Refusal(code, "/ValueSet/$validate-code", "url", SCT + "?fhir_vs", "system", SCT, "code", unknown),
                new Refusal(code, "/CodeSystem/$subsumes", "system", SCT, "codeA", HAMMER, "codeB", unknown),
                new Refusal(definition, "/ValueSet/$expand", "url", "http://x.no/none"),
                new Refusal(definition, "/ConceptMap/$translate", "url", "http://x.no/none", "system", SCT, "code", HAMMER),
                new Refusal(List.of("er ikke med", "er ikkje med"), "/ConceptMap/$translate", "url", ICD_10, "system", SCT, "code", unknown));
        List<String> bokmaal = List.of("nb", "no", "no-x-61000202103", "nb-NO, nn;q=0.5");
        List<String> nynorsk = List.of("nn", "no-x-91000202106", "nn-x-sctlang-91000202-106", "nn-NO, nb;q=0.5", "de, nn;q=0.2");
        return refusals.stream().flatMap(refusal -> Stream.concat(bokmaal.stream(), nynorsk.stream()).map(languages -> DynamicTest.dynamicTest(
                refusal.path + " " + languages, () -> {
                    String text = refusal.texts.get(nynorsk.contains(languages) ? 1 : 0);
                    assertThat(message(getIn(languages, refusal.path, refusal.parameters))).contains(text);
                    assertThat(message(get(query(refusal.path, refusal.parameters) + "&displayLanguage=" + encoded(languages)))).contains(text);
                })));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Of a refusal the text of its issue, of an answer its message. */
    private static String message(HttpResponse<String> response) {
        JsonNode answer = OperationServer.read(response.body());
        return answer.path("issue").path(0).path("details").path("text").asText(value(answer, "message"));
    }

    /** What issue 199 of Snowstorm asks for. */
    @Test
    void standingPerDialectIsTold() {
        JsonNode lookup = got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "displayLanguage", "nb");
        assertThat(standings(lookup.path("parameter"), "Klubbe")).containsExactly("61000202103 Bokmål language reference set 900000000000549004 Acceptable 900000000000013009");
        assertThat(standings(lookup.path("parameter"), "Hammer på norsk")).containsExactly("61000202103 Bokmål language reference set 900000000000548007 Preferred 900000000000013009");
        assertThat(standings(lookup.path("parameter"), "Hammer")).hasSize(2).allMatch(standing -> standing.contains("Preferred"));
        assertThat(standings(got("/CodeSystem/$lookup", "system", SCT, "code", HAMMER, "property", "*").path("parameter"), "Gavel"))
                .containsExactly("900000000000508004  900000000000549004 Acceptable 900000000000013009");

        JsonNode preferred = got("/ValueSet/$expand", "url", only(HAMMER), "includeDesignations", "true");
        assertThat(standings(designations(preferred), "Hammar")).hasSize(1);
        assertThat(designations(preferred).toString()).as("merely acceptable").doesNotContain("Klubbe");
        JsonNode searched = got("/ValueSet/$expand", "url", only(HAMMER), "includeDesignations", "true", "filter", "klubb");
        assertThat(standings(designations(searched), "Klubbe")).as("why the search found it").hasSize(1);
        for (String asked : List.of("urn:ietf:bcp:47|nb", "urn:ietf:bcp:47|no-x-61000202103", "urn:ietf:bcp:47|no", SCT + "|61000202103")) {
            JsonNode bokmaal = got("/ValueSet/$expand", "url", only(HAMMER), "includeDesignations", "true", "designation", asked);
            assertThat(standings(designations(bokmaal), "Klubbe")).as(asked).hasSize(1);
            assertThat(designations(bokmaal).toString().contains("Hammar")).as(asked).isEqualTo(asked.endsWith("|no"));
        }
    }

    private static JsonNode designations(JsonNode expansion) {
        return expansion.path("expansion").path("contains").path(0).path("designation");
    }

    /** For the designation with this text and each dialect: reference set, its name, standing, its name, and kind of text. */
    private static List<String> standings(JsonNode designations, String text) {
        List<String> standings = new ArrayList<>();
        for (JsonNode designation : designations) {
            boolean parameter = designation.path("name").asText().equals("designation");
            String own = parameter ? value(designation.path("part"), "value") : designation.path("value").asText();
            for (JsonNode extension : own.equals(text) ? designation.path("extension") : designations.path("none")) {
                assertThat(extension.path("url").asText()).isEqualTo("http://snomed.info/fhir/StructureDefinition/designation-use-context");
                JsonNode context = extension.path("extension").path(0).path("valueCoding");
                JsonNode role = extension.path("extension").path(1).path("valueCoding");
                JsonNode type = extension.path("extension").path(2).path("valueCoding");
                standings.add(context.path("code").asText() + " " + context.path("display").asText() + " " + role.path("code").asText() + " "
                        + role.path("display").asText() + " " + type.path("code").asText());
            }
        }
        return standings;
    }
}
