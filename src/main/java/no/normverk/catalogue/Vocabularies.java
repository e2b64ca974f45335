package no.normverk.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.normverk.authoring.AuthoringException;
import no.normverk.authoring.AuthoringProblem;
import no.normverk.authoring.YamlDocument;

/**
 * The open code lists of the catalogue, read from their CodeSystems in the profiles folder so that they are written in one place.
 *
 * @param actors kinds of organisation (virksomhetstyper); they overlap and are not one tree
 * @param topics what products are about
 * @param underlyingStandards what products build on
 */
public record Vocabularies(Vocabulary actors, Vocabulary topics, Vocabulary underlyingStandards) {

    /**
     * Reads the lists from the files {@code CodeSystem-aktor.json}, {@code CodeSystem-tema.json} and
     * {@code CodeSystem-underliggende-standard.json}.
     *
     * @throws AuthoringException when a file is not a CodeSystem with concepts that have code and display
     * @throws IOException when a file cannot be read
     */
    public static Vocabularies read(Path profiles) throws IOException {
        return new Vocabularies(
                read(profiles, "aktor"), read(profiles, "tema"), read(profiles, "underliggende-standard"));
    }

    private static Vocabulary read(Path profiles, String name) throws IOException {
        Path file = profiles.resolve("CodeSystem-" + name + ".json");
        List<AuthoringProblem> problems = new ArrayList<>();
        Map<String, String> displays = new LinkedHashMap<>();
        // JSON as we write it is YAML, so the one parser of this room reads both.
        YamlDocument.parse(file.toString(), Files.readString(file), problems)
                .ifPresent(codeSystem -> codeSystem.mappings("concept").forEach(concept -> displays.put(
                        concept.required("code"), concept.required("display"))));
        if (!problems.isEmpty()) {
            throw new AuthoringException(problems);
        }
        return new Vocabulary(name, displays);
    }
}
