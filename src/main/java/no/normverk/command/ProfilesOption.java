package no.normverk.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that read a content directory: where the profiles and the vocabulary lie that go with it. */
final class ProfilesOption {
    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            descriptionKey = "normverk.profiles",
            description = "Directory of profiles and vocabulary (default: profiles beside the content directory; setting normverk.profiles, NORMVERK_PROFILES)")
    @Nullable Path directory;

    /** The directory that was named, or the one beside the content. */
    Path orBeside(Path content) {
        return directory != null ? directory : content.resolveSibling("profiles");
    }
}
