package no.normverk.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that start a server: where its content lies. */
final class ContentOptions {
    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = "./terminology",
            descriptionKey = "normverk.content",
            description = "Content directory (default: ${DEFAULT-VALUE}; setting normverk.content, NORMVERK_CONTENT)")
    Path directory = Path.of("terminology");

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            descriptionKey = "normverk.profiles",
            description = "Directory of profiles and vocabulary (default: profiles beside the content directory; setting normverk.profiles, NORMVERK_PROFILES)")
    @Nullable Path profiles;

    /** The directory of profiles that was named, or the one beside the content. */
    Path profiles() {
        return profiles != null ? profiles : directory.resolveSibling("profiles");
    }
}
