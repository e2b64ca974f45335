package no.normverk.command;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
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

    @Mixin
    ProfilesOption profilesOption = new ProfilesOption();

    /** The directory of profiles that was named, or the one beside the content. */
    Path profiles() {
        return profilesOption.orBeside(directory);
    }
}
