package no.normverk.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one YAML mapping. What does not read is added to the problems, and a harmless stand-in is returned so that the
 * rest of the file is read and all its problems are told at once.
 */
public final class YamlMapping {

    /** Stands in for a required text that is missing; a product with problems is never used. */
    private static final String MISSING = "";

    private static final String DATE = "a date as YYYY, YYYY-MM or YYYY-MM-DD";
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST_KEY = 64;

    private final String file;
    private final String path;
    private final MappingNode node;
    private final List<AuthoringProblem> problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    YamlMapping(String file, String path, MappingNode node, List<AuthoringProblem> problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.putIfAbsent(name, tuple.getValueNode()) != null) {
                problem(lineOf(tuple.getKeyNode()), name, "the field a second time", "each field once");
            }
        }
    }

    /** The names of the fields, in the order written. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** The line a field's value begins on, or the mapping's own first line. */
    public int line(String name) {
        Node value = fields.get(name);
        return lineOf(value == null ? node : value);
    }

    /** Reports every field that is not one of these. */
    public void allowOnly(String... names) {
        Set<String> known = Set.copyOf(Arrays.asList(names));
        for (NodeTuple tuple : node.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(name)) {
                problem(lineOf(tuple.getKeyNode()), name, "an unknown field", "one of " + String.join(", ", names));
            }
        }
    }

    /** A text that must be there. */
    public String required(String name) {
        if (!fields.containsKey(name)) {
            problem(lineOf(node), name, "nothing", "the field, it is required");
            return MISSING;
        }
        return text(name).orElse(MISSING);
    }

    /** A text that may be left out. */
    public Optional<String> text(String name) {
        Node value = fields.get(name);
        return value == null ? Optional.empty() : scalar(name, value);
    }

    /** A text read further; what {@code read} does not accept is reported as not being {@code expected}. */
    public <T> Optional<T> value(String name, String expected, Function<String, Optional<T>> read) {
        return text(name).flatMap(written -> {
            Optional<T> value = read.apply(written);
            if (value.isEmpty()) {
                problem(line(name), name, quoted(written), expected);
            }
            return value;
        });
    }

    /** A code of a closed vocabulary. */
    public <E extends Enum<E> & Coded> Optional<E> code(String name, Class<E> vocabulary) {
        return value(name, oneOf(vocabulary), written -> find(vocabulary, written));
    }

    /** Codes of a closed vocabulary. */
    public <E extends Enum<E> & Coded> List<E> codes(String name, Class<E> vocabulary) {
        return values(name, oneOf(vocabulary), written -> find(vocabulary, written));
    }

    /** A list of texts read further. A single text may be written without the list. */
    public <T> List<T> values(String name, String expected, Function<String, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        for (Node element : elements(name)) {
            scalar(name, element).ifPresent(written -> read.apply(written)
                    .ifPresentOrElse(values::add, () -> problem(lineOf(element), name, quoted(written), expected)));
        }
        return values;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return values(name, "a text", Optional::of);
    }

    /** A date of any precision. */
    public Optional<PartialDate> date(String name) {
        return value(name, DATE, PartialDate::parse);
    }

    /** The address of a page on the web. */
    public Optional<String> webAddress(String name) {
        return value(name, "a web address", WebAddress::parse);
    }

    /** The field {@code key}: it must be there, have a key's form, and be the name of the file. */
    public String key(String nameOfFile) {
        String key = required("key");
        if (key.isEmpty()) {
            return key;
        }
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
            problem("key", quoted(key), "at most 64 of a-z, 0-9, dot and hyphen");
        } else if (!key.equals(nameOfFile)) {
            problem("key", quoted(key), "the file's name without .yaml, '" + nameOfFile + "'");
        }
        return key;
    }

    /** A mapping inside this one. */
    public Optional<YamlMapping> mapping(String name) {
        Node value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(file, path + name + ".", mapping, problems));
        }
        problem(lineOf(value), name, "a text or a list", "fields");
        return Optional.empty();
    }

    /** A text in one or more languages: bokmål alone where it is written as plain text. */
    public Optional<LocalText> localText(String name) {
        if (!isMapping(name)) {
            return text(name).map(LocalText::nb);
        }
        return mapping(name).map(languages -> {
            languages.allowOnly("nb", "nn", "en");
            return new LocalText(languages.required("nb"), languages.text("nn"), languages.text("en"));
        });
    }

    /** A text in one or more languages that must be there. */
    public LocalText requiredLocalText(String name) {
        if (!fields.containsKey(name)) {
            required(name);
        }
        return localText(name).orElseGet(() -> LocalText.nb(MISSING));
    }

    /** Whether the field is there and holds fields of its own. */
    public boolean isMapping(String name) {
        return fields.get(name) instanceof MappingNode;
    }

    /** A list of mappings. */
    public List<YamlMapping> mappings(String name) {
        List<YamlMapping> mappings = new ArrayList<>();
        int index = 0;
        for (Node element : elements(name)) {
            index++;
            if (element instanceof MappingNode mapping) {
                mappings.add(new YamlMapping(file, path + name + "[" + index + "].", mapping, problems));
            } else {
                problem(lineOf(element), name, "a text or a list", "fields");
            }
        }
        return mappings;
    }

    /** Reports a problem with a field of this mapping, on the line of its value. */
    public void problem(String name, String found, String expected) {
        problem(line(name), name, found, expected);
    }

    private void problem(int line, String name, String found, String expected) {
        problems.add(new AuthoringProblem(file, line, path + name, found, expected));
    }

    private Optional<String> scalar(String name, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            problem(lineOf(value), name, value instanceof SequenceNode ? "a list" : "fields", "a text");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            problem(lineOf(value), name, "nothing", "a text, or no field at all");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    private List<Node> elements(String name) {
        Node value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    private static <E extends Enum<E> & Coded> Optional<E> find(Class<E> vocabulary, String code) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    private static <E extends Enum<E> & Coded> String oneOf(Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(Coded::code)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    public static String quoted(String written) {
        return "'" + written + "'";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
