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

    /** Whether this zip archive or directory is a release of this format, or a part of one; looks at names, not at the whole content. */
    boolean recognises(Path path) throws IOException;

    /**
     * What a compilation would give, found out without compiling.
     *
     * @throws LoadingException when the files do not make a release, or do not tell their version
     */
    Identity identify(List<Path> sources, @Nullable String versionUri) throws IOException;

    /**
     * Compiles all sources together to one edition, and opens what it wrote to see that it can be read.
     *
     * @param sources releases and extensions that make up one edition
     * @param versionUri the version that the caller gives it; {@code null}: as the release says
     * @param directory an empty directory to write into
     * @return what is in it, numbers by kind of content
     * @throws LoadingException when the content is refused
     */
    SortedMap<String, Long> compile(List<Path> sources, @Nullable String versionUri, Path directory, Progress progress)
            throws IOException;

    /**
     * Which edition.
     *
     * @param system canonical URL of the code system
     * @param version its business version
     */
    record Identity(String system, String version) {}
}
