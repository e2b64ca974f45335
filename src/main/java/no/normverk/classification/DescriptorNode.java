package no.normverk.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML descriptor, which knows where it stands and which of its members were read: a member that nobody reads is a mistake, and told. */
final class DescriptorNode {
    private final Node place;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private DescriptorNode(Node node) throws ClassificationException {
        this.place = node;
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "a mapping of names to values was expected");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(tuple.getKeyNode(), "a name was expected");
            }
            if (members.put(key.getValue(), tuple.getValueNode()) != null) {
                throw wrong(key, "'" + key.getValue() + "' is there twice");
            }
        }
    }

    static DescriptorNode parse(String yaml) throws ClassificationException {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(yaml));
            if (root == null) {
                throw new ClassificationException("The descriptor is empty", 0, 0);
            }
            return new DescriptorNode(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
            throw new ClassificationException("Not YAML: " + e.getProblem(), line, column);
        }
    }

    private static ClassificationException wrong(Node node, String reason) {
        return new ClassificationException(reason, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    ClassificationException wrong(String reason) {
        return wrong(place, reason);
    }

    /** A refusal at the value of a member. */
    ClassificationException wrong(String name, String reason) {
        Node node = members.get(name);
        return wrong(node == null ? place : node, "'" + name + "': " + reason);
    }

    @Nullable String text(String name) throws ClassificationException {
        read.add(name);
        Node node = members.get(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, "'" + name + "' must be one value");
        }
        return scalar.getValue().isBlank() ? null : scalar.getValue();
    }

    String required(String name) throws ClassificationException {
        String text = text(name);
        if (text == null) {
            throw wrong(place, "'" + name + "' is missing");
        }
        return text;
    }

    String text(String name, String otherwise) throws ClassificationException {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    @Nullable DescriptorNode mapping(String name) throws ClassificationException {
        read.add(name);
        Node node = members.get(name);
        return node == null ? null : new DescriptorNode(node);
    }

    /** The items of a list; none when it is absent. */
    List<DescriptorNode> mappings(String name) throws ClassificationException {
        List<DescriptorNode> items = new ArrayList<>();
        for (Node item : items(name)) {
            items.add(new DescriptorNode(item));
        }
        return items;
    }

    List<String> texts(String name) throws ClassificationException {
        List<String> texts = new ArrayList<>();
        for (Node item : items(name)) {
            if (!(item instanceof ScalarNode scalar)) {
                throw wrong(item, "'" + name + "' must be a list of values");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    private List<Node> items(String name) throws ClassificationException {
        read.add(name);
        Node node = members.get(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(node, "'" + name + "' must be a list");
        }
        return sequence.getValue();
    }

    /** The names of its members, as they are written. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Refuses members that were not asked for. */
    void refuseOthers() throws ClassificationException {
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (!read.contains(member.getKey())) {
                throw wrong(member.getValue(), "'" + member.getKey() + "' is not known here; known are " + read.stream().sorted().toList());
            }
        }
    }
}
