package no.normverk.fhir.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests that were right and then were damaged. */
final class MutatedRequests {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(100_000).build())
            .build());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> GETS = List.of(
            "/ValueSet/$expand?url=http://x.no/vs/all",
            "/ValueSet/$expand?url=http://x.no/vs/all&filter=re&count=2&offset=1&includeDesignations=true&property=warm&displayLanguage=nb",
            "/ValueSet/$expand?url=http://x.no/vs/mixed&activeOnly=true&excludeNested=true&system-version=http://x.no/colours%7C1.0.0",
            "/ValueSet/reds/$expand?includeDefinition=true&designation=urn:ietf:bcp:47%7Cnb",
            "/ValueSet/$validate-code?url=http://x.no/vs/all&system=http://x.no/colours&code=red&display=Rød&displayLanguage=nb",
            "/ValueSet/listed/$validate-code?code=red&inferSystem=true&abstract=false",
            "/CodeSystem/$validate-code?url=http://x.no/colours&code=red&version=1.0.0",
            "/CodeSystem/sizes/$validate-code?code=SMALL",
            "/CodeSystem/$lookup?system=http://x.no/colours&code=red&property=*&useSupplement=http://x.no/colours-sv",
            "/CodeSystem/$lookup?coding=http://x.no/colours%7Cred",
            "/CodeSystem/$subsumes?system=http://x.no/colours&codeA=red&codeB=crimson",
            "/CodeSystem/colours/$subsumes?codeA=red&codeB=crimson",
            "/ConceptMap/$translate?url=http://x.no/map/paints&system=http://x.no/colours&code=red&conceptMapVersion=1",
            "/ConceptMap/$translate?sourceCode=red&sourceSystem=http://x.no/colours&targetSystem=http://x.no/paints",
            "/ConceptMap/paints/$translate?code=P1&system=http://x.no/paints&reverse=true",
            "/ConceptMap/$translate?url=http://x.no/map/round&system=http://x.no/shapes&code=x",
            "/ValueSet/$compare?thisUrl=http://x.no/vs/all&otherUrl=http://x.no/vs/reds%7C1&diagnostics=true",
            "/ValueSet/mixed/$compare?otherUrl=http://x.no/vs/listed&excludePostCoordinated=true",
            "/NamingSystem/$preferred-id?id=urn:oid:1.2.3.4&type=uri",
            "/$versions",
            "/metadata?mode=terminology",
            "/ValueSet?url=http://x.no/vs/all&_count=2&_elements=url",
            "/CodeSystem/colours?_summary=true");

    private static final String CODING = "{\"system\":\"http://x.no/colours\",\"version\":\"2.0.0\",\"code\":\"red\",\"display\":\"Red\"}";
    private static final String CONCEPT = "{\"coding\":[" + CODING + ",{\"system\":\"http://x.no/sizes\",\"code\":\"small\"}],\"text\":\"red\"}";
    private static final String SYSTEM = """
            {"resourceType":"CodeSystem","url":"http://y.no/s","version":"1","status":"active","content":"complete","caseSensitive":true,
             "property":[{"code":"p","uri":"http://hl7.org/fhir/concept-properties#parent","type":"code"},{"code":"d","type":"decimal"}],
             "concept":[{"code":"a","display":"A","designation":[{"language":"nb","use":{"system":"http://snomed.info/sct","code":"1"},"value":"Æ"}],
                         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":1.5}],
                         "concept":[{"code":"b","property":[{"code":"p","valueCode":"c"},{"code":"d","valueDecimal":2.50},{"code":"when","valueDateTime":"2024"}]}]},
                        {"code":"c","property":[{"code":"status","valueCode":"retired"},{"code":"n","valueInteger":7}]}]}""";
    private static final String SET = """
            {"resourceType":"ValueSet","url":"http://y.no/v","version":"1","status":"active","language":"en",
             "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/valueset-expansion-parameter","extension":[{"url":"name","valueString":"versionsMatch"},{"url":"value","valueBoolean":true}]}],
             "contained":[{"resourceType":"ValueSet","id":"in","status":"active","compose":{"include":[{"system":"http://y.no/s","concept":[{"code":"c"}]}]}}],
             "compose":{"inactive":true,"include":[
               {"system":"http://y.no/s","version":"1","filter":[{"property":"concept","op":"is-a","value":"a"},{"property":"code","op":"regex","value":"(a+|b)*"}]},
               {"valueSet":["#in"]},{"system":"http://x.no/colours","concept":[{"code":"red","display":"R","designation":[{"language":"nb","value":"r"}]}]}],
              "exclude":[{"system":"http://x.no/colours","version":"1.0.0","filter":[{"property":"warm","op":"=","value":"true"}]}]}}""";
    private static final String MAP = """
            {"resourceType":"ConceptMap","url":"http://y.no/m","version":"1","status":"active","sourceUri":"http://y.no/v","group":[
              {"source":"http://y.no/s","sourceVersion":"1","target":"http://x.no/colours","element":[
                {"code":"a","display":"A","target":[{"code":"red","equivalence":"wider","dependsOn":[{"property":"http://y.no/p","value":"1"}]},
                                                     {"code":"blue","relationship":"related-to"}]}],
               "unmapped":{"mode":"provided"}}]}""";

    private static final List<Map.Entry<String, String>> POSTS = List.of(
            Map.entry("/ValueSet/$expand", parameters(resource("valueSet", SET), resource("tx-resource", SYSTEM), value("count", "Integer", "10"))),
            Map.entry("/ValueSet/$expand", parameters(value("url", "Uri", "\"http://y.no/v\""), resource("tx-resource", SET), resource("tx-resource", SYSTEM),
                    value("filter", "String", "\"a\""), value("includeDesignations", "Boolean", "true"), value("property", "String", "\"*\""))),
            Map.entry("/ValueSet/$validate-code", parameters(value("url", "Uri", "\"http://x.no/vs/all\""), value("coding", "Coding", CODING),
                    value("displayLanguage", "Code", "\"nb\""), value("lenient-display-validation", "Boolean", "true"))),
            Map.entry("/ValueSet/$validate-code", parameters(resource("valueSet", SET), resource("tx-resource", SYSTEM), value("codeableConcept", "CodeableConcept", CONCEPT))),
            Map.entry("/CodeSystem/$validate-code", parameters(value("codeableConcept", "CodeableConcept", CONCEPT), resource("tx-resource", SYSTEM))),
            Map.entry("/CodeSystem/$lookup", parameters(value("coding", "Coding", CODING), value("property", "Code", "\"*\""), value("displayLanguage", "Code", "\"nn\""))),
            Map.entry("/CodeSystem/$lookup", parameters(value("system", "Uri", "\"http://y.no/s\""), value("code", "Code", "\"b\""), resource("tx-resource", SYSTEM))),
            Map.entry("/CodeSystem/$subsumes", parameters(value("codingA", "Coding", CODING), value("codingB", "Coding", CODING.replace("red", "crimson")))),
            Map.entry("/ConceptMap/$translate", parameters(resource("conceptMap", MAP), value("codeableConcept", "CodeableConcept", CONCEPT))),
            Map.entry("/ConceptMap/$translate", parameters(resource("tx-resource", MAP), value("sourceCoding", "Coding", CODING.replace("x.no/colours", "y.no/s")),
                    "{\"name\":\"dependency\",\"part\":[" + value("element", "Uri", "\"http://y.no/p\"") + "," + value("concept", "CodeableConcept", CONCEPT) + "]}")),
            Map.entry("/ValueSet/$compare", parameters(resource("thisValueSet", SET), resource("otherValueSet", SET), resource("tx-resource", SYSTEM),
                    value("diagnostics", "Boolean", "true"))),
            Map.entry("/$closure", parameters(value("name", "String", "\"t\""))),
            Map.entry("/$closure", parameters(value("name", "String", "\"t\""), value("concept", "Coding", CODING),
                    value("concept", "Coding", CODING.replace("red", "crimson")))),
            Map.entry("/CodeSystem/$find-matches", parameters(value("system", "Uri", "\"http://x.no/colours\""), value("exact", "Boolean", "false"),
                    "{\"name\":\"property\",\"part\":[{\"name\":\"code\",\"valueCode\":\"warm\"},{\"name\":\"value\",\"valueBoolean\":true}]}")),
            Map.entry("/$cache-control?mode=start", parameters(resource("tx-resource", SYSTEM), resource("tx-resource", SET))),
            Map.entry("/ValueSet/$batch-validate-code", parameters(value("url", "Uri", "\"http://x.no/vs/all\""),
                    resource("validation", parameters(value("coding", "Coding", CODING))),
                    resource("validation", parameters(value("codeableConcept", "CodeableConcept", CONCEPT))))),
            Map.entry("/CodeSystem/$batch-validate-code", parameters(resource("tx-resource", SYSTEM),
                    resource("validation", parameters(value("coding", "Coding", CODING))))));

    private static final String XML = """
            <Parameters xmlns="http://hl7.org/fhir"><parameter><name value="url"/><valueUri value="http://x.no/vs/all"/></parameter>\
            <parameter><name value="coding"/><valueCoding><system value="http://x.no/colours"/><code value="red"/></valueCoding></parameter></Parameters>""";

    private static final String[] ODD = {
        "", " ", "|", "||", "#", "*", ";", ",", "null", "true", "maybe", "-1", "0", "1e999", "99999999999999999999", "2147483647", "NaN", "\u0000", "\u0001",
        "\ud800", "\uffff", "😀", "æøå", "{0}", "%", "$", "../..", "http://x.no/colours|", "|1.0.0", "http://x.no/colours|9", "http://x.no/vs/all", "1.x.x", "x",
        "'\"<>&", "<html>", "*;q=0", "nb;q=2", "en-US-x-a", "(a+)+$", "((a{999}){999}){999}", "[", "\\", "a,b,,", "red", "\u202e", "a".repeat(3_000)
    };
    private static final String[] ACCEPTS = {
        "application/fhir+json", "application/fhir+xml", "*/*", "text/html", "application/xml", "text/plain", "application/fhir+json;fhirVersion=5.0", ";", "a/b;q=x, json"
    };
    private static final String[] CONTENT_TYPES = {
        "application/fhir+json", "application/json;charset=UTF-8", "application/fhir+xml", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x",
        "application/json;charset=UTF-16", "application/json;charset=", ";", "nonsense"
    };

    private final Random random;

    MutatedRequests(Random random) {
        this.random = random;
    }

    private static String value(String name, String type, String json) {
        return "{\"name\":\"" + name + "\",\"value" + type + "\":" + json + "}";
    }

    private static String resource(String name, String json) {
        return "{\"name\":\"" + name + "\",\"resource\":" + json + "}";
    }

    private static String parameters(String... parameters) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}";
    }

    /** The next request, as the bytes to send. */
    byte[] next() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            return request("GET", query(pick(GETS)), new byte[0], false);
        }
        if (kind < 9) {
            Map.Entry<String, String> post = pick(POSTS);
            byte[] body = damagedBody(post.getValue());
            return request("POST", rarely(12) ? query(post.getKey() + "?a=b") : post.getKey(), body, true);
        }
        return request("POST", rarely(3) ? pick(POSTS).getKey() : "/ValueSet/$validate-code", damagedText(XML), true, "application/fhir+xml");
    }

    private boolean rarely(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String pick(String[] list) {
        return list[random.nextInt(list.length)];
    }

    private byte[] request(String method, String target, byte[] body, boolean hasBody) {
        return request(method, target, body, hasBody, rarely(15) ? pick(CONTENT_TYPES) : "application/fhir+json");
    }

    private byte[] request(String method, String target, byte[] body, boolean hasBody, String contentType) {
        StringBuilder head = new StringBuilder();
        head.append(rarely(200) ? "PUT" : method).append(" /fhir").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (hasBody) {
            head.append("Content-Type: ").append(contentType).append("\r\nContent-Length: ").append(body.length).append("\r\n");
        }
        if (rarely(4)) {
            head.append("Accept: ").append(pick(ACCEPTS)).append("\r\n");
        }
        if (rarely(8)) {
            head.append("Accept-Language: ").append(URLEncoder.encode(pick(ODD), StandardCharsets.UTF_8).replace("%3B", ";")).append("\r\n");
        }
        if (rarely(20)) {
            head.append("X-TOO-COSTLY-THRESHOLD: ").append(random.nextInt(5) - 1).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** A target with some of its parameters dropped, repeated, renamed or given other values. */
    private String query(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        List<String> parts = new ArrayList<>(question < 0 ? List.of() : List.of(target.substring(question + 1).split("&")));
        for (int changes = random.nextInt(4); changes > 0 && !parts.isEmpty(); changes--) {
            int at = random.nextInt(parts.size());
            String name = parts.get(at).split("=", 2)[0];
            switch (random.nextInt(6)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(parts.get(at));
                case 2 -> parts.add(name + "=" + encoded(pick(ODD)));
                case 3 -> parts.add(pick(pick(GETS).split("[?&]")));
                default -> parts.set(at, name + "=" + encoded(pick(ODD)));
            }
        }
        if (rarely(25)) {
            path = path.replaceFirst("/[a-z-]+/", "/" + encoded(pick(ODD)).replace("+", "%20") + "/");
        }
        if (rarely(10)) {
            parts.add("_format=" + encoded(pick(ACCEPTS)));
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts).replace("ø", "%C3%B8");
    }

    private String encoded(String text) {
        if (rarely(30)) {
            return pick(new String[] {"%", "%zz", "%e6", "%00", "%u0041", "a%0d%0ab", "\u00e6"});
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] damagedBody(String json) {
        if (rarely(12)) {
            return damagedText(json);
        }
        try {
            JsonNode tree = JSON.readTree(json);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                damage(tree);
            }
            return JSON.writeValueAsBytes(tree);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] damagedText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(4)) {
            case 0 -> {
                return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 2 -> {
                return ("[".repeat(1 + random.nextInt(3_000)) + text).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                String odd = pick(ODD);
                int at = random.nextInt(text.length());
                return (text.substring(0, at) + odd + text.substring(at)).getBytes(StandardCharsets.UTF_8);
            }
        }
        return bytes;
    }

    /** Changes one place somewhere in a tree. */
    private void damage(JsonNode tree) {
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(tree, places);
        ContainerNode<?> place = pick(places);
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = pick(names);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> {
                    JsonNode value = object.remove(name);
                    object.set(pick(new String[] {pick(names), "value" + name, "resource", "valueDecimal", "valueCoding", "part", "x"}), value);
                }
                case 2 -> object.set(name, NODES.arrayNode().add(object.get(name)).add(object.get(name).deepCopy()));
                case 3 -> object.set(name, pick(places).deepCopy());
                default -> object.set(name, odd(3));
            }
        } else if (place instanceof ArrayNode array) {
            switch (array.isEmpty() ? 2 : random.nextInt(4)) {
                case 0 -> array.remove(random.nextInt(array.size()));
                case 1 -> array.add(array.get(random.nextInt(array.size())).deepCopy());
                case 2 -> array.add(odd(3));
                default -> array.set(random.nextInt(array.size()), odd(3));
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode odd(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(new BigDecimal(pick(new String[] {"1e999", "1E-999", "0.10", "12345678901234567890.5", "1e9999999"})));
            case 4, 5, 6 -> NODES.textNode(pick(ODD));
            case 7 -> NODES.arrayNode().add(odd(depth - 1));
            case 8 -> NODES.objectNode().set(pick(new String[] {"code", "system", "coding", "valueString", "resourceType", "concept"}), odd(depth - 1));
            default -> nested(random.nextInt(400));
        };
    }

    private JsonNode nested(int depth) {
        JsonNode node = NODES.objectNode().put("code", "deep");
        for (int i = 0; i < depth; i++) {
            node = NODES.objectNode().put("code", "c" + i).set("concept", NODES.arrayNode().add(node));
        }
        return node;
    }
}
