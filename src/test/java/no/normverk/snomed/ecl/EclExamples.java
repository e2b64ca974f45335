package no.normverk.snomed.ecl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The hand-made constraints of {@code examples.txt}, every construct of the language in brief and long form. */
final class EclExamples {
    private EclExamples() {}

    static List<String> all() {
        try (InputStream in = Objects.requireNonNull(EclExamples.class.getResourceAsStream("examples.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
