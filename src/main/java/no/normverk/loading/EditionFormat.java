package no.normverk.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A release format whose code system is too large for a resource and is compiled to an edition, a directory of its own. */
public interface EditionFormat {
    /** For people, such as {@code SNOMED CT RF2}. */
    String description();

    /**
     * Whether this zip archive or directory is a release of this format, or a part of one; looks at names, not at the whole
     * content.
     */
    boolean recognises(Path path) throws IOException;

    /**
     * Compiles all sources together to one edition, and opens what it wrote to see that it can be read.
     *
     * @param sources releases and extensions that make up one edition
     * @param versionUri the version that the caller gives it; {@code null}: as the release says
     * @param target the directory to make; it does not exist
     * @throws LoadingException when the content is refused; it says where
     * @throws IOException when something cannot be read or written
     */
    Compiled compile(List<Path> sources, @Nullable String versionUri, Path target, Progress progress) throws IOException;

    /**
     * An edition that was made.
     *
     * @param system canonical URL of the code system
     * @param version its business version
     * @param counts what is in it: numbers by kind of content
     * @param warnings what looks wrong and does not prevent loading, for people
     * @param notes what was left out as it should be, for people
     */
    record Compiled(
            String system, String version, SortedMap<String, Long> counts, List<String> warnings, List<String> notes) {
        public Compiled {
            warnings = List.copyOf(warnings);
            notes = List.copyOf(notes);
        }
    }
}
