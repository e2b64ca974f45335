package no.normverk.fhir.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import no.normverk.terminology.RandomCases;
import no.normverk.terminology.Text;
import org.junit.jupiter.api.Test;

class JsonOutTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(JsonOut out) {
        try {
            return JSON.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(new String(out.toByteArray(), StandardCharsets.UTF_8), e);
        }
    }

    @Test
    void aBufferThatWasUsedBeforeLeavesNothingInTheNextAnswer() {
        JsonOut first = JsonOut.forAnswer().startArray().string("x".repeat(20_000)).endArray();
        JsonOut.giveBack(first.buffer());

        JsonOut next = JsonOut.forAnswer().startArray().string("y").endArray();

        assertThat(next.toByteArray()).asString().isEqualTo("[\"y\"]");
    }

    @Test
    void everyStringComesBackAsItWas() {
        RandomCases.check(5_000, random -> {
            String text = text(random);
            JsonOut out = new JsonOut(random.nextInt(8)).startObject().member(text, text).endObject();

            JsonNode back = read(out);
            String expected = withoutLoneSurrogates(text);
            assertThat(back.path(expected).asText()).isEqualTo(expected);
            assertThat(back.size()).isEqualTo(1);
        });
    }

    @Test
    void storedTextComesBackAsItWas() {
        RandomCases.check(5_000, random -> {
            String text = withoutLoneSurrogates(text(random));
            byte[] utf8 = ("before" + text + "after").getBytes(StandardCharsets.UTF_8);
            Text stored = new Text.Stored(MemorySegment.ofArray(utf8), 6, utf8.length - 11);
            JsonOut out = new JsonOut(random.nextInt(8)).startObject().member("a", stored).member("b", Text.of(text)).endObject();

            assertThat(read(out).path("a").asText()).isEqualTo(text);
            assertThat(read(out).path("b").asText()).isEqualTo(text);
        });
    }

    @Test
    void numbersAreWrittenByTheirDigits() {
        RandomCases.check(2_000, random -> {
            long number = random.nextLong() >> random.nextInt(64);
            JsonOut out = new JsonOut(1).startArray().number(number).string(new Text.Digits(number)).endArray();

            assertThat(read(out).path(0).asLong()).isEqualTo(number);
            assertThat(read(out).path(1).asText()).isEqualTo(Long.toString(number));
        });
    }

    @Test
    void membersCanBePutAtTheBeginningOfAnObjectThatIsThereAlready() {
        JsonOut out = new JsonOut(1).startObject().name("inner").startObject();
        int place = out.length();
        out.member("last", "x");
        JsonOut members = new JsonOut().member("first", "y").member("second", "z");

        out.insertMembers(place, members).endObject().endObject();

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("{\"inner\":{\"first\":\"y\",\"second\":\"z\",\"last\":\"x\"}}");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/bæøå\u007f\u0080\u2028".charAt(random.nextInt(10)));
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 4 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static String withoutLoneSurrogates(String text) {
        return text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void anyTreeIsWrittenAsJacksonReadsIt() {
        RandomCases.check(500, random -> {
            JsonNode tree = tree(random, 4);
            JsonOut out = new JsonOut(1);
            write(out, tree);
            assertThat(read(out)).isEqualTo(tree);
        });
    }

    private static JsonNode tree(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        return switch (kind) {
            case 0 -> JSON.getNodeFactory().textNode(withoutLoneSurrogates(text(random)));
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 3 -> {
                var array = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> {
                var object = JSON.createObjectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set("m" + i, tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static void write(JsonOut out, JsonNode tree) {
        if (tree.isObject()) {
            out.startObject();
            tree.properties().forEach(member -> write(out.name(member.getKey()), member.getValue()));
            out.endObject();
        } else if (tree.isArray()) {
            out.startArray();
            tree.forEach(item -> write(out, item));
            out.endArray();
        } else if (tree.isTextual()) {
            out.string(tree.textValue());
        } else if (tree.isBoolean()) {
            out.bool(tree.booleanValue());
        } else {
            out.number(tree.longValue());
        }
    }

    @Test
    void whatIsJsonAlreadyIsPutInWithItsCommas() throws JsonProcessingException {
        byte[] members = "\"a\":1,\"b\":2".getBytes(StandardCharsets.UTF_8);
        byte[] value = "xx[3]".getBytes(StandardCharsets.UTF_8);
        JsonOut out = new JsonOut(1).startObject().members(members).members(new byte[0]).name("c").json(value, 2, 3)
                .name("d").number("1.50").endObject();

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1,\"b\":2,\"c\":[3],\"d\":1.50}");
        assertThat(out.length()).isEqualTo(out.toByteArray().length);
        assertThat(out.buffer().length).isGreaterThanOrEqualTo(out.length());
    }
}
