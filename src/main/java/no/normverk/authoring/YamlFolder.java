package no.normverk.authoring;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@code .yaml} files of a folder and the folders below it, each named by its key. The order is that of the paths, whatever the
 * file system's is.
 */
public final class YamlFolder {

    private static final String ENDING = ".yaml";

    private YamlFolder() {}

    /**
     * Every file's fields by its key, which is its name without the ending. A file that is not YAML or not UTF-8, one that ends in
     * {@code .yml}, and a key that two files have are problems.
     *
     * @param problems what is wrong is added here
     * @throws IOException when the folder or a file in it cannot be read
     */
    public static Map<String, YamlMapping> read(Path folder, List<AuthoringProblem> problems) throws IOException {
        Map<String, YamlMapping> read = new TreeMap<>();
        for (Map.Entry<Path, String> file : keysByFile(folder, problems).entrySet()) {
            String name = file.getKey().toString();
            try {
                YamlDocument.parse(name, Files.readString(file.getKey()), problems)
                        .ifPresent(fields -> read.put(file.getValue(), fields));
            } catch (MalformedInputException notUtf8) {
                problems.add(new AuthoringProblem(name, 1, "document", "bytes that are not UTF-8", "UTF-8 text"));
            }
        }
        return read;
    }

    private static Map<Path, String> keysByFile(Path folder, List<AuthoringProblem> problems) throws IOException {
        Map<Path, String> keys = new TreeMap<>();
        Map<String, Path> files = new HashMap<>();
        for (Path file : filesIn(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".yml")) {
                problems.add(new AuthoringProblem(
                        file.toString(), 1, "file name", YamlMapping.quoted(name), "the ending " + ENDING));
            }
            if (!name.endsWith(ENDING)) {
                continue;
            }
            String key = name.substring(0, name.length() - ENDING.length());
            Path other = files.putIfAbsent(key, file);
            if (other == null) {
                keys.put(file, key);
            } else {
                problems.add(new AuthoringProblem(
                        file.toString(), 1, "key", YamlMapping.quoted(key), "a key no other file has, but so has " + other));
            }
        }
        return keys;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
