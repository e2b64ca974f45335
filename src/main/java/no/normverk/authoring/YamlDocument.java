package no.normverk.authoring;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** One YAML file as a tree that still knows its line numbers. */
public final class YamlDocument {

    private YamlDocument() {}

    /** The top-level mapping, or empty with a problem added when the text is not one. */
    public static Optional<YamlMapping> parse(String file, String text, List<AuthoringProblem> problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMapping(file, "", mapping, problems));
            }
            problems.add(new AuthoringProblem(file, 1, "document", root == null ? "nothing" : "a list or a text", "fields"));
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null ? 1 : malformed.getProblemMark().getLine() + 1;
            problems.add(new AuthoringProblem(
                    file, line, "document", String.valueOf(malformed.getProblem()), "well-formed YAML"));
        } catch (YAMLException malformed) {
            problems.add(new AuthoringProblem(file, 1, "document", String.valueOf(malformed.getMessage()), "well-formed YAML"));
        }
        return Optional.empty();
    }
}
